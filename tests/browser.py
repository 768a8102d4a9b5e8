"""A real browser without a window, and the review page in it as a person sees it."""

import json
import shutil
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PROGRAMS = (("chromium", "google-chrome", "chrome"), ("chromedriver",))
SECONDS = 20


def programs() -> list[str] | None:
    """The browser and its driver, where both are installed."""
    found = [next(filter(None, map(shutil.which, names)), None) for names in PROGRAMS]
    return [program for program in found if program] if all(found) else None


def start(browser: str, driver: str, downloads: Path) -> Chrome:
    options = ChromeOptions()
    options.binary_location = browser
    for switch in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(switch)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return Chrome(options=options, service=Service(driver))


class ReviewPage:
    """What one sees and does on the page."""

    def __init__(self, chrome: Chrome, file: Path, downloads: Path) -> None:
        self.chrome = chrome
        self.downloads = downloads
        chrome.get_log("performance")
        chrome.get(file.as_uri())

    def all(self, selector: str) -> list[WebElement]:
        return self.chrome.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.chrome.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.chrome.switch_to.active_element.send_keys(key)

    def fill(self, text: str) -> None:
        """Write into the open editor and finish with Enter."""
        self.press(Keys.CONTROL + "a", text, Keys.ENTER)

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        return self.chrome.execute_script(script, *arguments)  # type: ignore[no-untyped-call]

    def wait(self, script: str, *arguments: object) -> None:
        """Wait until an expression holds."""
        WebDriverWait(self.chrome, SECONDS).until(
            lambda _: self.run(f"return {script}", *arguments)
        )

    def chosen(self) -> dict[str, Any]:
        """Place, kind and value that are chosen."""
        found: dict[str, Any] = self.run(
            "return {place: chosenItem()?.place, kind: chosenItem()?.kind, path: chosen?.path}"
        )
        return found

    def lit(self) -> str:
        """The text that is lit up in the document."""
        return "".join(str(one.get_attribute("textContent")) for one in self.all("#document .on"))

    def wait_until_lit_is_seen(self) -> None:
        self.wait(
            "(() => { const box = document.querySelector('#document .on').getBoundingClientRect();"
            "const frame = document.querySelector('#document').getBoundingClientRect();"
            "return box.top >= frame.top && box.bottom <= frame.bottom })()"
        )

    def progress(self) -> str:
        return self.one("#progress-text").text

    def save(self) -> Path:
        """Save with the key, and give the file that was downloaded."""
        self.press("s")
        file = self.downloads / str(self.run("return page.file"))
        WebDriverWait(self.chrome, SECONDS).until(lambda _: file.exists() and file.stat().st_size)
        return file

    def troubles(self) -> list[str]:
        """What the browser complained of, and every address that was asked for besides the file."""
        said = [str(entry["message"]) for entry in self.chrome.get_log("browser")]
        log = self.chrome.get_log("performance")
        events = [json.loads(entry["message"])["message"] for entry in log]
        asked = [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]
        return said + [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
