"""Print how fast reading, writing and checking are.

    python -m benchmarks

Each figure is the best of several runs, and each ratio sets two of them against each other that
were measured in turn in the same process, so that a slow or busy machine slows both.
"""

import io
import time
import unicodedata
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import regex
from docxtpl import DocxTemplate

import docgen
import extract
from docgen import templates
from docgen.compose import compose
from docgen.context import context
from plan.model import Plan

ROOT = Path(__file__).parent.parent
RUNS = 5
LONG = 8
"""How many times a text is repeated to see whether time grows faster than text."""
WORD = regex.compile(r"[\p{L}\p{M}]+|\d+|\S")


def texts() -> str:
    """The texts of all samples, one after another."""
    files = [*ROOT.glob("samples/*.md"), *ROOT.glob("samples/corpus/*/*.txt")]
    return "\n".join(file.read_text("utf-8") for file in sorted(files) if file.name != "README.md")


def best(*works: Callable[[], object]) -> list[float]:
    """The shortest time of each work in seconds, the works taken in turn."""
    times = [[] for _ in works]  # type: list[list[float]]
    for _ in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def words(text: str) -> list[str]:
    """The yardstick: a text normalised and cut into words and marks."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def plain(_pointer: str, text: str | None) -> str:
    """A text as it is, for a template that is filled in without docgen."""
    return text or ""


def bare(plan: Plan) -> Callable[[], None]:
    """The yardstick of writing: docxtpl fills in the same template, unchecked, from ready words."""
    words = context(plan, plan, plain)
    ready = {field.name: getattr(words, field.name) for field in fields(words)}

    def render() -> None:
        template = DocxTemplate(templates.path("ke-hoach"))
        template.render(ready, autoescape=True)
        template.save(io.BytesIO())

    return render


def writing() -> None:
    """Measure and print how long a plan of ten pages takes."""
    plan = extract.read(ROOT / "samples" / "ke-hoach-tinh-2026-hanh-chinh-cong.docx")
    docgen.render(plan)
    own, yard = best(lambda: docgen.render(plan), bare(compose(plan).plan))
    click.echo(f"a plan of ten pages    {own * 1000:6.0f} ms")
    click.echo(f"  against docxtpl alone          {own / yard:6.1f} times as long")


def checking() -> None:
    """Measure and print how long checking the longest sample takes, about ten pages."""
    gold = ROOT / "samples" / "ke-hoach-tinh-2026-hanh-chinh-cong.gold.json"
    plan = Plan.model_validate_json(gold.read_text("utf-8"))
    document = docgen.render(plan)
    docgen.check(document)
    checked, rendered = best(lambda: docgen.check(document), lambda: docgen.render(plan))
    click.echo(f"checking a plan      {checked * 1000:6.0f} ms")
    click.echo(f"  against rendering it           {checked / rendered:6.1f} times as long")


def main() -> None:
    """Measure and print."""
    writing()
    checking()
    text = texts()
    with TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.txt", Path(folder) / "long.txt"
        short.write_text(text, "utf-8")
        long.write_text(text * LONG, "utf-8")
        extract.read(short)
        yard, one = best(lambda: words(text), lambda: extract.read(short))
        one_again, many = best(lambda: extract.read(short), lambda: extract.read(long))
    megabytes = len(text.encode()) / 1e6
    click.echo(f"text to record         {megabytes / one:6.2f} MB/s on one core")
    click.echo(f"  against cutting it into words  {one / yard:6.1f} times as long")
    click.echo(f"{LONG} times the text   {many / one_again:6.1f} times as long")


if __name__ == "__main__":
    main()
