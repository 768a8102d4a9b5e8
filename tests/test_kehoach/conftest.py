"""What the tests of pages in a browser share."""

import os
from collections.abc import Iterator
from pathlib import Path

import browser
import pytest
from selenium.webdriver import Chrome


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
