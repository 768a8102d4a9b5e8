"""What the tests of the command line share."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from commandline import Run

from kehoach.cli import cli
from kehoach.language import speak


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line in this process, in English unless told otherwise."""
    monkeypatch.setenv("LANGUAGE", "en")
    speak()

    def call(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(a) for a in arguments], prog_name="kehoach")

    return call
