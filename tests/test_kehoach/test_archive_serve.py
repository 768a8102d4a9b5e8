"""The pages of an archive: what they show, that nothing runs in them, and who may see them."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import psutil
import pytest
from archives import PROVINCE, add_here, plan_text
from commandline import ROOT, Run
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from kehoach.archive.opening import opened
from kehoach.archive.serve.plots import marks
from kehoach.archive.serve.views import VIEWS, query

pytest.importorskip("datasette", reason="the pages are an extra: pip install kehoach[serve]")

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    parent = plan_text(
        agency=PROVINCE,
        number=88,
        date="05 tháng 01 năm 2026",
        subject="Phát triển hạ tầng số trên địa bàn tỉnh Hải Lâm năm 2026",
        basis="Luật Viễn thông ngày 24/11/2023",
        share=95,
    )
    (folder / "province.txt").write_text(parent.replace("15/12/2026", "15/12/2021"), "utf-8")
    for number, name in enumerate(("Đức An", "Thạch Kiều", "Bình Sơn"), 1):
        text = plan_text(number=number, share=85 + 5 * number).replace("Đức An", name)
        text = text.replace("ĐỨC AN", name.upper()).replace("15/12/2026", "15/12/2099")
        if number == 3:
            text = text.replace("- 100% thôn có phủ sóng di động.\n", "")
        (folder / f"{number}.txt").write_text(text, "utf-8")
    hostile = plan_text(
        number=66,
        subject=f"Xử lý {HOSTILE} trên địa bàn xã Đức An năm 2026",
        basis="Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ",
    )
    (folder / "hostile.txt").write_text(hostile.replace("15/12/2026", "15/12/2099"), "utf-8")
    (folder / "cut.pdf").write_bytes(b"%PDF-1.4")
    found = tmp_path_factory.mktemp("db") / "plans.db"
    changed = folder / "changed.txt"
    changed.write_text(plan_text(number=7, basis="Luật Viễn thông ngày 24/11/2023"), "utf-8")
    add_here(found, folder)
    changed.write_text(plan_text(number=8), "utf-8")
    return found


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def address(db: Path, port: int) -> Iterator[str]:
    call = [sys.executable, "-m", "kehoach", "--lang", "en", "archive", "serve"]
    process = subprocess.Popen([*call, "--db", str(db), "--port", str(port)], cwd=ROOT)
    home = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urlopen(home)
            break
        except OSError:
            time.sleep(0.1)
    yield home
    process.kill()
    process.wait()


def got(address: str, **headers: str) -> str:
    with urlopen(Request(address, headers=headers)) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode()
        return text


def rows(address: str, view: str, **values: str) -> list[dict[str, Any]]:
    asked = urlencode(values)
    found: list[dict[str, Any]] = json.loads(
        got(f"{address}/plans/{view}.json?_shape=array&{asked}")
    )
    return found


def test_targets_stand_against_the_superiors(address: str) -> None:
    found = rows(address, "targets_and_parents", chi_so="internet", dia_ban="thach")
    assert [(row["Địa bàn"], row["Của đơn vị"], row["Của cấp trên"]) for row in found] == [
        ("xã Thạch Kiều", 95.0, 95.0)
    ]
    found = rows(address, "targets_and_parents", chi_so="", dia_ban="")
    assert {row["Chênh lệch"] for row in found} >= {-5.0, 0.0, 5.0}


def test_coverage_counts_what_was_taken_over(address: str) -> None:
    found = {row["Địa bàn"]: row["Tỷ lệ (%)"] for row in rows(address, "coverage")}
    assert found["xã Bình Sơn"] == 50.0
    assert found["xã Thạch Kiều"] == 100.0
    missing = rows(address, "missing_targets")
    assert [row["Địa bàn"] for row in missing] == ["xã Bình Sơn"]


def test_deadlines_ahead_leave_out_what_is_over(address: str) -> None:
    ahead, all_of_them = (
        {row["Thời hạn"] for row in rows(address, "deadlines", tu_ngay=day, don_vi="kinh te")}
        for day in ("", "2020-01-01")
    )
    assert all_of_them - ahead >= {"2021-12-15"}
    assert "2099-12-15" in ahead
    assert rows(address, "deadlines", tu_ngay="", don_vi="kho bac") == []


def test_files_that_could_not_be_read_are_told(address: str) -> None:
    [row] = rows(address, "not_read")
    assert row["Nguyên nhân"] == "damaged"
    assert "cut.pdf" in row["Cần làm gì"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_answers_with_rows_and_a_title(address: str, view: str) -> None:
    asked = "&".join(f"{name}=" for name in re.findall(r":(\w+)", query(view)))
    page = got(f"{address}/plans/{view}?{asked}")
    assert VIEWS[view].title.replace("'", "&#39;") in page
    assert "<tbody>" in page


def test_no_text_of_a_document_becomes_part_of_a_page(address: str, db: Path) -> None:
    with opened(db) as store:
        document = store.one("SELECT document FROM plans WHERE code = '66/KH-UBND'")
    asked = ("/plans/plans", "/-/find?q=xu+ly", "/-/plots", "/plans/to_look_at", "/plans/passages")
    for page in (*asked, f"/-/review/{document}"):
        text = got(address + page)
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    assert "&lt;script&gt;" in got(f"{address}/-/find?q=xu+ly")


def refused(address: str, **headers: str) -> tuple[int, str]:
    """The code and text of an answer that is none."""
    with pytest.raises(HTTPError) as told, urlopen(Request(address, headers=headers)):  # noqa: S310 - our own server
        pass
    with told.value as answer:
        return answer.code, answer.read().decode()


def test_nothing_can_be_written(address: str) -> None:
    for sql in ("DELETE FROM plans", "INSERT INTO made VALUES ('a', 'b')", "DROP TABLE paths"):
        _, answer = refused(f"{address}/plans.json?sql={quote(sql)}")
        assert json.loads(answer)["ok"] is False


def test_only_who_names_this_machine_is_answered(address: str, port: int) -> None:
    assert "Archive" in got(address, Host=f"localhost:{port}")
    assert refused(address, Host="evil.example")[0] == 403
    assert refused(address, Host=f"localhost.evil.example:{port}")[0] == 403
    [bound] = {
        one.laddr.ip
        for one in psutil.net_connections("tcp")
        if one.status == psutil.CONN_LISTEN and one.laddr.port == port
    }
    assert bound == "127.0.0.1"


def test_a_document_that_has_changed_says_so(address: str, db: Path) -> None:
    with opened(db) as store:
        document = store.one("SELECT document FROM plans WHERE code = '7/KH-UBND'")
    told = refused(f"{address}/-/review/{document}")
    assert told[0] == 404
    assert "was changed" in told[1]


def test_a_missing_package_is_named(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasette.app", None)
    result = run("archive", "serve", "--db", db)
    assert result.exit_code == 5
    assert "pip install kehoach[serve]" in result.stderr


def test_marks_of_a_plot_stay_in_the_drawing() -> None:
    drawn = marks([("a", 10, 20), ("b", 0, None), ("c", 40, None)])
    assert [mark.value for mark in drawn] == [10, 0, 40]
    assert drawn[2].top < drawn[0].top < drawn[1].top
    assert drawn[0].superior_top is not None
    assert drawn[0].superior_top < drawn[0].top
    assert marks([]) == []


def follow(chrome: Chrome, selector: str) -> str:
    """Click on a link to a review page; the text that is lit up there."""
    chrome.find_element(By.CSS_SELECTOR, selector).click()
    lit = WebDriverWait(chrome, 20).until(
        lambda _: chrome.find_elements(By.CSS_SELECTOR, "#document .on")
    )
    return "".join(str(one.get_attribute("textContent")) for one in lit)


@pytest.mark.parametrize(
    "page", ["targets_and_parents?chi_so=internet&dia_ban=duc+an", "targets?value=90"]
)
def test_one_click_leads_from_a_row_to_its_place_in_the_document(
    chrome: Chrome, address: str, page: str
) -> None:
    chrome.get(f"{address}/plans/{page}")
    lit = follow(chrome, "td.col-document a")
    assert "Tỷ lệ hộ gia đình có kết nối Internet đạt 90%" in lit


def test_a_passage_that_was_found_leads_to_its_place(chrome: Chrome, address: str) -> None:
    chrome.get(address)
    field = chrome.find_element(By.NAME, "q")
    field.send_keys("phủ sóng di động")
    field.submit()
    assert chrome.find_elements(By.CSS_SELECTOR, ".hits mark")
    assert "phủ sóng" in follow(chrome, ".hits dt a")


def test_plots_are_drawn_and_nothing_is_asked_of_other_places(chrome: Chrome, address: str) -> None:
    chrome.get_log("performance")
    chrome.get(f"{address}/-/plots")
    assert len(chrome.find_elements(By.CSS_SELECTOR, "svg.plot rect")) >= 4
    assert chrome.find_elements(By.CSS_SELECTOR, "svg.plot line.superior")
    for page in ("", "/plans", "/plans/targets", "/plans/deadlines?tu_ngay=&don_vi="):
        chrome.get(address + page)
    events = [json.loads(entry["message"])["message"] for entry in chrome.get_log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    said = [str(entry["message"]) for entry in chrome.get_log("browser")]
    assert [line for line in said if "favicon" not in line] == []
