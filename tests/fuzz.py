"""Damage samples of every format and see that each ends in a plan or in an error of ours.

    python tests/fuzz.py --seconds 20 docx pdf

The same seeds give the same files each time. What ends otherwise, takes too long or too much
memory is told with its seed, and the file is kept in `fuzz-finds`.
"""

import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from mutations import ANY, PACKED, Damage, swapped  # noqa: E402 - found beside this file

SAMPLES = ROOT / "samples"
FINDS = Path("fuzz-finds")
ENDINGS = frozenset({3, 4, 6})
"""Exit codes of inputs that are wrong; the others speak of the machine or of the program."""
SLOWEST_SECONDS = 30
MOST_MB = 700
POLL_SECONDS = 0.2
SIZE = (300, 400)
HOCR = """<html><body><span class="ocr_line" title="bbox 40 40 90 44; x_size 4">
<span class="ocrx_word" title="bbox 40 40 50 44; x_wconf 91">Kế</span>
<span class="ocrx_word" title="bbox 52 40 70 44; x_wconf 45">hoạch</span></span></body></html>"""


def read(path: Path) -> None:
    """Read a document wholly."""
    import extract

    extract.read(path).model_dump_json()


def load_plan(path: Path) -> None:
    """Load a Plan JSON, or what became of it."""
    from kehoach.planfile import parent

    parent(path)


def load_profile(path: Path) -> None:
    """Load a profile."""
    from docgen.profile import load

    load(path)


def files(pattern: str) -> list[bytes]:
    """Samples by their names."""
    return [file.read_bytes() for file in sorted(SAMPLES.glob(pattern))]


def documents() -> list[bytes]:
    """Word files, the last with everything in it that a form can lose."""
    from test_extract.everything import EVERYTHING

    return [*files("ke-hoach-*.docx"), EVERYTHING]


def saved(form: str) -> list[bytes]:
    """The Word files in another form, where LibreOffice is there to make it."""
    from plan import office, programs

    program = office.program()
    if program is None:
        return []
    with TemporaryDirectory() as folder:
        made = Path(folder)
        names = []
        for number, document in enumerate(documents()):
            names.append(str(made / f"{number}.docx"))
            Path(names[-1]).write_bytes(document)
        home = f"-env:UserInstallation={(made / 'home').as_uri()}"
        call = [str(program), home, "--headless", "--convert-to", form, "--outdir", folder, *names]
        programs.run(call, 300)
        return [file.read_bytes() for file in sorted(made.glob(f"*.{form}"))]


def web_archives() -> list[bytes]:
    """Web archives made of web pages."""
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return [head + page for page in saved("html")]


def signed() -> list[bytes]:
    """A small PDF with a stamped number, an unmapped font and a signature."""
    from test_extract.test_reader_fuzz import SIGNED

    return [SIGNED]


def picture(form: str) -> Callable[[], list[bytes]]:
    """A small picture of two pages, where it may have as many."""

    def make() -> list[bytes]:
        from PIL import Image

        page, made = Image.linear_gradient("L").resize(SIZE), BytesIO()
        more = {"save_all": True, "append_images": [page]} if form == "TIFF" else {}
        page.save(made, form, **more)
        return [made.getvalue()]

    return make


def plans() -> list[bytes]:
    """The plans of the Word files, as JSON."""
    import extract

    found = sorted(SAMPLES.glob("ke-hoach-*.docx"))
    return [extract.read(path).model_dump_json(indent=1).encode() for path in found]


@dataclass(frozen=True)
class Kind:
    """Files of one format: how they are made, what may happen to them, what reads them."""

    make: Callable[[], list[bytes]]
    damages: Sequence[Damage] = ANY
    use: Callable[[Path], None] = read


KINDS: Mapping[str, Kind] = {
    "docx": Kind(documents, PACKED),
    "odt": Kind(lambda: saved("odt"), PACKED),
    "doc": Kind(lambda: saved("doc"), (*ANY, swapped)),
    "rtf": Kind(lambda: saved("rtf")),
    "html": Kind(lambda: saved("html")),
    "mht": Kind(web_archives),
    "txt": Kind(lambda: [*files("ke-hoach-*.md"), *files("corpus/tuned/*.txt")[:6]]),
    "pdf": Kind(lambda: files("*.pdf")),
    "signed.pdf": Kind(signed),
    "png": Kind(picture("PNG")),
    "jpg": Kind(picture("JPEG")),
    "tif": Kind(picture("TIFF")),
    "json": Kind(plans, use=load_plan),
    "toml": Kind(lambda: files("*.toml"), use=load_profile),
}


def stand_in() -> None:
    """Do without LibreOffice, and put something quick in Tesseract's place."""
    from extract.readers import pdf_scans
    from extract.readers import picture as pictures
    from extract.readers.scan import pages
    from plan import office

    office.program = lambda: None
    pictures.DPI = pdf_scans.DPI = 20
    pages.recognise = lambda *_: HOCR.encode()
    pictures.ready = pdf_scans.ready = lambda _: Path("tesseract")


def work(name: str, samples: Sequence[bytes], first: int, folder: str, line: Connection) -> None:
    """Try one seed after another; each is told when it begins, and what went wrong with it."""
    from plan.errors import KehoachError

    stand_in()
    kind, file = KINDS[name], Path(folder) / f"hỏng.{name}"
    for seed in count(first):
        rng = random.Random(f"{name} {seed}")  # noqa: S311 - damage, not secrets
        content = rng.choice(kind.damages)(rng, rng.choice(samples))
        file.write_bytes(content)
        line.send((seed, None))
        try:
            kind.use(file)
        except KehoachError as error:
            if error.exit_code not in ENDINGS:
                line.send((seed, repr(error)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            line.send((seed, repr(error)))


class Watch:
    """Watches a process that tries seeds of one format, and begins another where it is stuck."""

    def __init__(self, name: str, samples: Sequence[bytes], folder: str) -> None:
        self.name, self.samples, self.folder = name, samples, folder
        self.finds = 0
        self.begin(0)

    def begin(self, seed: int) -> None:
        """Start a process with a seed."""
        self.line, far = multiprocessing.Pipe(duplex=False)
        arguments = (self.name, self.samples, seed, self.folder, far)
        self.process = multiprocessing.Process(target=work, args=arguments, daemon=True)
        self.process.start()
        self.seed, self.since = seed, time.monotonic()

    def run(self, seconds: float) -> None:
        """Let it work for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self.line.poll(POLL_SECONDS):
                seed, wrong = self.line.recv()
                if wrong:
                    self.find(wrong)
                self.seed, self.since = seed, time.monotonic()
            fault = self.fault()
            if fault:
                self.find(fault)
                self.end()
                self.begin(self.seed + 1)
        self.end()

    def fault(self) -> str | None:
        """What is wrong with the process."""
        if not self.process.is_alive():
            return f"ended with {self.process.exitcode}"
        if time.monotonic() - self.since > SLOWEST_SECONDS:
            return f"more than {SLOWEST_SECONDS} seconds"
        memory = psutil.Process(self.process.pid).memory_info().rss >> 20
        return f"{memory} MB of memory" if memory > MOST_MB else None

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()

    def find(self, wrong: str) -> None:
        """Tell of a find, and keep its file: made again of its seed, for it may be overwritten."""
        self.finds += 1
        rng = random.Random(f"{self.name} {self.seed}")  # noqa: S311 - damage, not secrets
        content = rng.choice(KINDS[self.name].damages)(rng, rng.choice(self.samples))
        FINDS.mkdir(exist_ok=True)
        kept = FINDS / f"{self.seed}.{self.name}"
        kept.write_bytes(content)
        click.echo(f"{self.name}: seed {self.seed}: {wrong}: {kept}")


@click.command()
@click.argument("names", nargs=-1, type=click.Choice([*KINDS]))
@click.option("--seconds", default=20.0, help="For each format.")
def main(names: Sequence[str], seconds: float) -> None:
    """Try every format, or those named; exit 1 where there are finds."""
    finds = 0
    for name in names or KINDS:
        samples = KINDS[name].make()
        if not samples:
            click.echo(f"{name}: not tried, LibreOffice is missing")
            continue
        with TemporaryDirectory() as folder:
            watch = Watch(name, samples, folder)
            watch.run(seconds)
        click.echo(f"{name}: {watch.seed + 1} files, {watch.finds} finds")
        finds += watch.finds
    sys.exit(bool(finds))


if __name__ == "__main__":
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    multiprocessing.set_start_method("spawn")
    main()
