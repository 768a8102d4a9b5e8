"""LibreOffice is run alone, for a limited time, and ended with all that it started."""

from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import standin

from plan import office
from plan.errors import KehoachError, LimitError, MissingToolError, UnreadableError

ROOT = Path(__file__).parents[2]
HANGS = """\
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open({note!r}, "w").write(str(child.pid))
time.sleep(600)
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a Python program in LibreOffice's place."""

    def install(code: str) -> None:
        monkeypatch.setattr(office, "program", lambda: standin.stand_in(tmp_path, "soffice", code))

    return install


def error_of(tmp_path: Path) -> KehoachError:
    source = tmp_path / "cũ.doc"
    source.write_bytes(b"x")
    with pytest.raises(KehoachError) as caught:
        office.convert(source, "docx", "cũ.doc")
    return caught.value


def test_without_the_program_the_error_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    error = error_of(tmp_path)
    assert isinstance(error, MissingToolError)
    assert "cũ.doc" in str(error)
    assert "apt install libreoffice" in str(error)


def test_a_program_that_makes_nothing_means_a_file_that_cannot_be_read(
    tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in("raise SystemExit(1)")
    assert isinstance(error_of(tmp_path), UnreadableError)


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, stand_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "child"
    stand_in(HANGS.format(note=str(note)))
    monkeypatch.setattr(office, "SECONDS", 3)
    assert isinstance(error_of(tmp_path), LimitError)
    child = int(note.read_text("utf-8"))
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_what_it_makes_is_given_back(tmp_path: Path, stand_in: Callable[[str], None]) -> None:
    stand_in(
        "import pathlib, sys\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        "(out / 'made.docx').write_bytes(b'made of ' + pathlib.Path(sys.argv[-1]).read_bytes())\n"
    )
    source = tmp_path / "kế hoạch.rtf"
    source.write_bytes(b"old")
    assert office.convert(source, "docx", source.name) == b"made of old"


def test_each_run_has_a_profile_of_its_own_in_which_no_macro_runs(
    tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(
        "import pathlib, sys, urllib.parse, urllib.request\n"
        "address = next(a for a in sys.argv if a.startswith('-env:UserInstallation='))\n"
        "home = pathlib.Path(urllib.request.url2pathname("
        "urllib.parse.urlparse(address.split('=', 1)[1]).path))\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        "settings = (home / 'user' / 'registrymodifications.xcu').read_bytes()\n"
        "(out / 'made.docx').write_bytes(str(home).encode() + b'|' + settings)\n"
    )
    source = tmp_path / "a.rtf"
    source.write_bytes(b"old")
    made = [office.convert(source, "docx", "a.rtf").split(b"|", 1) for _ in range(2)]
    assert made[0][0] != made[1][0]
    assert b'"DisableMacrosExecution" oor:op="fuse"><value>true' in made[0][1]
