"""The review page in a real browser: seen, walked by keys, corrected, saved, taken as the truth."""

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import browser
import pytest
from browser import ReviewPage
from commandline import SAMPLES, Run, process
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

STEM = "ke-hoach-huyen-ha-tang-so"
KINDS = ["docx", "pdf"]
OpenPage = Callable[[Path], ReviewPage]


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def chrome(downloads: Path) -> Iterator[Chrome]:
    """A browser; without one the tests are skipped on a person's machine, and fail under CI."""
    programs = browser.programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("chromium or chromedriver is missing: CI must open the review page")
        pytest.skip("chromium and chromedriver are not installed")
    program, driver = programs
    chrome = browser.start(program, driver, downloads)
    yield chrome
    chrome.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Document → its review page, in English, made once."""
    folder = tmp_path_factory.mktemp("pages")

    @cache
    def made(source: Path) -> Path:
        file = folder / f"{source.name}.html"
        result = process("extract", source, "-f", "html", "-o", file, cwd=folder)
        assert result.returncode == 0, result.stderr.decode()
        return file

    return made


@pytest.fixture
def open_page(chrome: Chrome, downloads: Path, pages: Callable[[Path], Path]) -> Iterator[OpenPage]:
    """Open the page of a document, with nothing kept from before."""
    opened: list[ReviewPage] = []

    def make(source: Path) -> ReviewPage:
        opened.append(ReviewPage(chrome, pages(source), downloads))
        return opened[-1]

    for old in downloads.iterdir():
        old.unlink()
    chrome.set_window_size(1280, 720)
    yield make
    for page in opened:
        page.run("savedStep = step; localStorage.clear()")
        assert page.troubles() == []


def sample(kind: str) -> Path:
    return SAMPLES / f"{STEM}.{kind}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_click_goes_both_ways(kind: str, open_page: OpenPage) -> None:
    page = open_page(sample(kind))
    page.run("choose(items.filter((one) => one.kind === 'Recipient').at(-1))")
    page.wait_until_lit_is_seen()
    name = page.run("return headOf(chosenItem())")
    assert name in page.lit().replace("\n", " ")
    page.run("document.querySelector('#document').scrollTo(0, 0)")
    # a mark of the header, which stands at the top
    mark = page.one("#document .g-facts.value")
    mark.click()
    assert page.chosen()["kind"] in {"Header", "Area"}
    assert mark.get_attribute("textContent") in page.lit()
    assert page.one(".card.open .field.chosen").is_displayed()
    assert page.run("return document.activeElement.matches('.field.chosen')")


@pytest.mark.parametrize("kind", KINDS)
def test_marks_within_marks_are_reached_by_clicking_again(kind: str, open_page: OpenPage) -> None:
    page = open_page(sample(kind))
    number = page.run(
        "const target = items.find((one) => one.kind === 'Target' && valueOf(one).value);"
        "choose(target); return target.index"
    )
    page.wait_until_lit_is_seen()
    value = page.run("return piecesOf(items[arguments[0]], 'value')[0]", number)
    value.click()
    assert page.chosen()["path"] == "value"
    for _ in range(6):
        value.click()
        if page.chosen()["path"] is None:
            break
    assert page.chosen()["kind"] == "Target"
    assert page.chosen()["path"] is None


def test_the_keyboard_walks_through_items_and_values(open_page: OpenPage) -> None:
    page = open_page(sample("docx"))
    page.press("j")
    first = page.chosen()
    page.press("j", Keys.ARROW_DOWN)
    assert page.chosen() != first
    page.press("k", Keys.ARROW_UP)
    assert page.chosen() == first
    page.press("l")
    assert page.chosen()["path"] is not None
    page.press("h")
    assert page.chosen() == first
    page.press("?")
    assert page.one("#keys").is_displayed()
    page.press(Keys.ESCAPE)
    assert not page.one("#keys").is_displayed()
    page.press("/", "phong van hoa", Keys.ENTER)
    shown = [card.text for card in page.all("#groups .card") if card.is_displayed()]
    assert shown
    assert "phòng văn hóa" in page.run("return JSON.stringify(valueOf(chosenItem()))").lower()


def test_focus_is_always_to_be_seen(open_page: OpenPage) -> None:
    page = open_page(sample("docx"))
    for _ in range(9):
        page.press(Keys.TAB)
        style = page.run(
            "const s = getComputedStyle(document.activeElement);"
            "return document.activeElement === document.body || s.outlineStyle !== 'none'"
        )
        assert style


def test_doubtful_items_come_first_and_are_counted(open_page: OpenPage) -> None:
    page = open_page(SAMPLES / "corpus" / "tuned" / "b03-huyen-giam-ngheo.txt")
    all_doubtful = page.run("return items.filter(isDoubtful).length")
    assert all_doubtful > 0
    assert page.progress() == f"0 of {all_doubtful} doubtful looked at"
    for group in ("targets", "tasks", "citations", "ending"):
        states = page.run(f"return items.filter((one) => one.group === '{group}').map(isDoubtful)")
        assert states == sorted(states, reverse=True)
    page.press("n")
    assert page.run("return isDoubtful(chosenItem())")
    page.press(Keys.ENTER)
    assert page.progress() == f"1 of {all_doubtful} doubtful looked at"
    assert page.one("#unsaved").is_displayed()
    page.press("u")
    assert page.progress() == f"0 of {all_doubtful} doubtful looked at"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_saved_is_taken_as_the_truth(
    kind: str, open_page: OpenPage, run: Run, tmp_path: Path
) -> None:
    source = sample(kind)
    page = open_page(source)
    page.run("choose(items.find((one) => one.kind === 'Header'), 'number')")
    page.press("e")
    page.fill("forty")
    assert page.one(".editor .error").is_displayed()
    page.fill("47")
    page.run(
        "choose(items.find((one) => one.kind === 'Target' && valueOf(one).value === 85), 'value')"
    )
    place = page.chosen()["place"]
    page.press("e")
    page.fill("86,5")
    page.run("choose(items.find((one) => one.kind === 'Recipient' && one.place[1] === 0))")
    rejected = page.run("return headOf(chosenItem())")
    page.press("x")
    assert page.all(".card.rejected")
    page.run(
        "choose(items.find("
        "(one) => one.kind === 'Duty' && !valueOf(one).roles.includes('propagate')))"
    )
    duty = page.chosen()["place"]
    page.press("l", "l", "e")
    read = page.run("return valueOf(chosenItem(), chosenField())")
    page.one(".editor [value=propagate]").click()
    page.one(".editor [type=submit]").click()
    file = page.save()
    assert not page.one("#unsaved").is_displayed()

    target = tmp_path / "plan.json"
    result = run("extract", source, "--review", file, "-o", target)
    assert result.exit_code == 0, result.stderr
    plan = json.loads(target.read_text(encoding="utf-8"))
    assert plan["header"]["number"] == 47
    corrected = plan["targets"][place[1]]
    assert corrected["value"] == 86.5
    assert corrected["evidence"]["value"]["confidence"] == 1.0
    origins = [one["origin"] for one in corrected["evidence"]["value"]["candidates"]]
    assert origins == ["print", "person"]
    assert rejected not in [recipient["name"] for recipient in plan["recipients"]]
    roles = plan["responsibilities"][duty[1]]["tasks"][duty[3]]["roles"]
    assert roles == [*read, "propagate"]


def test_a_missing_target_is_added_by_selecting_its_text(
    open_page: OpenPage, run: Run, tmp_path: Path
) -> None:
    source = sample("docx")
    page = open_page(source)
    page.run(
        """
        const line = [...document.querySelectorAll(".paper p")].find(
          (one) => one.textContent.startsWith("- Tham mưu UBND huyện bố trí"));
        line.scrollIntoView();
        const texts = [...line.querySelectorAll("[data-at]")].map((one) => one.firstChild);
        const range = document.createRange();
        range.setStart(texts[0], 2);
        range.setEnd(texts.at(-1), texts.at(-1).length);
        getSelection().addRange(range);
        """
    )
    page.wait("!document.querySelector('#add').hidden")
    page.one("#add button").click()
    added = page.chosen()
    text = page.run("return valueOf(chosenItem()).text")
    assert page.lit().endswith(text[-40:])
    page.one(".empty .chip:nth-of-type(3)").click()
    assert page.chosen()["path"] == "value"
    page.fill("1.250,5")
    file = page.save()
    target = tmp_path / "plan.json"
    assert run("extract", source, "--review", file, "-o", target).exit_code == 0
    found = json.loads(target.read_text(encoding="utf-8"))["targets"][added["place"][1]]
    assert (found["text"], found["value"]) == (text, 1250.5)
    assert found["span"]["quote"] == text
    assert found["span"]["path"]
    assert found["evidence"]["text"]["confidence"] == 1.0


def test_decisions_are_there_again_after_the_page_was_closed(
    open_page: OpenPage, chrome: Chrome
) -> None:
    page = open_page(sample("docx"))
    page.run("choose(items.find((one) => one.kind === 'Header'), 'place')")
    page.press("e")
    page.fill("Mộc Châu")
    page.run("savedStep = step; location.reload()")
    page.wait("typeof items !== 'undefined' && log.length === 1")
    assert page.run("return plan.header.place") == "Mộc Châu"
    told = chrome.find_element("id", "toast").get_attribute("textContent") or ""
    assert told.startswith("1 decision")


def test_a_browser_that_keeps_nothing_still_works(
    open_page: OpenPage, run: Run, tmp_path: Path
) -> None:
    source = sample("docx")
    page = open_page(source)
    page.run("Storage.prototype.setItem = () => { throw new DOMException('blocked') }")
    page.press("j", Keys.ENTER)
    page.wait("toast.textContent.includes('save before you close')")
    file = page.save()
    assert run("extract", source, "--review", file, "-o", tmp_path / "a.json").exit_code == 0


def test_leaving_with_unsaved_decisions_asks_first(open_page: OpenPage) -> None:
    page = open_page(sample("docx"))
    ask = (
        "const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event);"
        "return event.defaultPrevented"
    )
    assert not page.run(ask)
    page.press("j", Keys.ENTER)
    assert page.run(ask)
    page.save()
    assert not page.run(ask)


def test_a_document_full_of_markup_is_shown_as_text(open_page: OpenPage, tmp_path: Path) -> None:
    source = tmp_path / "Kế hoạch {{ 7*7 }} & 'a'.txt"
    hostile = "</script><script>document.title='hit'</script><img src=x onerror=alert(1)>"
    lines = ("KẾ HOẠCH", hostile, "", "I. MỤC TIÊU", f"- 95% {hostile} đạt {{{{ 7*7 }}}};")
    source.write_text("\n".join(lines), encoding="utf-8")
    page = open_page(source)
    assert page.run("return document.title") == f"Review of {source.name}"
    assert hostile in page.one("#document").text
    assert "{{ 7*7 }}" in page.one("#document").text
    assert not page.all("#document img")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 700])
def test_nothing_sticks_out_of_the_window(
    width: int, scheme: str, open_page: OpenPage, chrome: Chrome
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    chrome.set_window_size(width, 720)
    page = open_page(sample("pdf"))
    page.press("j", "j", "j", "j", "e")
    root = "document.documentElement"
    assert page.run(
        f"return {root}.scrollWidth <= innerWidth && {root}.scrollHeight <= innerHeight"
    )
    ground = page.run("return getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground[4:-1].split(", "))) < 384) == (scheme == "dark")
    page.press(Keys.ESCAPE)
