"""What the tests of the command line share."""

import os
from collections.abc import Iterator
from pathlib import Path

import browser
import pytest
from click.testing import CliRunner, Result
from commandline import Run
from selenium.webdriver import Chrome

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


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def chrome(downloads: Path) -> Iterator[Chrome]:
    """A browser; without one the tests are skipped on a person's machine, and fail under CI."""
    programs = browser.programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("chromium or chromedriver is missing: CI must open the pages")
        pytest.skip("chromium and chromedriver are not installed")
    program, driver = programs
    chrome = browser.start(program, driver, downloads)
    yield chrome
    chrome.quit()
