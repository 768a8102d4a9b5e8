"""Deadlines: one date, a cycle, or a month and a day of each year, in the words that say so."""

import pytest

from extract.fields.deadlines import deadline_of, deadline_of_cell
from plan.model import Deadline

ONCE = [
    # said in a sentence, the words of the deadline, its date
    ("Hoàn thành trước ngày 15/6/2026.", "trước ngày 15/6/2026", "2026-06-15"),
    ("Gửi danh sách chậm nhất ngày 05/9/2026;", "chậm nhất ngày 05/9/2026", "2026-09-05"),
    ("Gửi chậm nhất là ngày 05/9/2026;", "chậm nhất là ngày 05/9/2026", "2026-09-05"),
    ("Xong trước ngày 15 tháng 6 năm 2026.", "Xong trước ngày 15 tháng 6 năm 2026", "2026-06-15"),
    ("Gửi trước ngày 15-6-2026.", "trước ngày 15-6-2026", "2026-06-15"),
    ("Gửi trước 15/6/2026.", "trước 15/6/2026", "2026-06-15"),
    ("Hoàn thành trước tháng 6/2026.", "trước tháng 6/2026", "2026-06"),
    ("Hoàn thành trong tháng 6 năm 2026.", "trong tháng 6 năm 2026", "2026-06"),
    ("Hoàn thành trong quý II/2026.", "trong quý II/2026", "2026-Q2"),
    ("Hoàn thành trong quý 3 năm 2026.", "trong quý 3 năm 2026", "2026-Q3"),
    ("Hoàn thành trước quý IV năm 2026.", "trước quý IV năm 2026", "2026-Q4"),
    ("Hoàn thành trong 6 tháng đầu năm 2026.", "trong 6 tháng đầu năm 2026", "2026-H1"),
    ("Xong trước 06 tháng cuối năm 2026.", "Xong trước 06 tháng cuối năm 2026", "2026-H2"),
    ("Hoàn thành trong năm 2026.", "trong năm 2026", "2026"),
    ("Hoàn thành trước năm 2027.", "trước năm 2027", "2027"),
]

AGAIN = [
    # said in a sentence, the words of the deadline, every, month, day
    ("Báo cáo trước ngày 05/12 hàng năm.", "trước ngày 05/12 hàng năm", "year", 12, 5),
    ("Báo cáo trước ngày 05/12 hằng năm.", "trước ngày 05/12 hằng năm", "year", 12, 5),
    ("Báo cáo hằng năm trước ngày 05/12.", "hằng năm trước ngày 05/12", "year", 12, 5),
    ("Định kỳ hằng năm (trước ngày 20/11) báo cáo.", "hằng năm (trước ngày 20/11)", "year", 11, 20),
    ("Báo cáo trước ngày 10 tháng 12 hằng năm.", "trước ngày 10 tháng 12 hằng năm", "year", 12, 10),
    ("Báo cáo trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng", "month", None, 25),
    ("Hằng tháng, trước ngày 25 gửi số liệu.", "Hằng tháng, trước ngày 25", "month", None, 25),
    ("Báo cáo định kỳ hàng năm.", "hàng năm", "year", None, None),
    ("Định kỳ hằng năm tổng hợp, báo cáo.", "hằng năm", "year", None, None),
    ("Định kỳ 6 tháng báo cáo.", "6 tháng", "half_year", None, None),
    ("Định kỳ 06 tháng, hằng năm báo cáo.", "06 tháng, hằng năm", "half_year", None, None),
    ("Hằng quý báo cáo UBND xã.", "Hằng quý", "quarter", None, None),
    ("Hàng tháng rà soát danh sách.", "Hàng tháng", "month", None, None),
    ("Mỗi tuần họp giao ban, báo cáo tiến độ.", "Mỗi tuần", "week", None, None),
    ("Hằng tuần báo cáo tiến độ.", "Hằng tuần", "week", None, None),
    ("Thường xuyên kiểm tra các hộ kinh doanh.", "Thường xuyên", "ongoing", None, None),
    # two dates a year
    (
        "Báo cáo trước ngày 15/6 và ngày 15/12 hằng năm.",
        "trước ngày 15/6 và ngày 15/12 hằng năm",
        "half_year",
        None,
        None,
    ),
    (
        "Báo cáo trước ngày 15/6 và 15/12 hàng năm.",
        "trước ngày 15/6 và 15/12 hàng năm",
        "half_year",
        None,
        None,
    ),
    (
        "Định kỳ 6 tháng (trước ngày 10/6), hằng năm (trước ngày 05/12) báo cáo.",
        "6 tháng (trước ngày 10/6), hằng năm (trước ngày 05/12)",
        "half_year",
        None,
        None,
    ),
    (
        "Mỗi năm báo cáo hai lần (ngày 15/6 và ngày 15/12).",
        "ngày 15/6 và ngày 15/12",
        "half_year",
        None,
        None,
    ),
    ("Hằng tháng (trước ngày 20) báo cáo.", "Hằng tháng (trước ngày 20)", "month", None, 20),
    # a day without a year
    ("Gửi trước ngày 05/12.", "trước ngày 05/12", None, 12, 5),
]

NONE = [
    "Báo cáo định kỳ với UBND xã.",
    "Báo cáo khi có yêu cầu.",
    "Kịp thời báo cáo vướng mắc.",
    "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh.",
    "Bố trí trong dự toán hằng năm của xã.",
    "Chi từ nguồn chi thường xuyên của xã.",
    "Đưa vào kế hoạch hằng năm của thôn.",
    "Tổ chức lễ phát động ngày 05/6/2026 tại sân vận động.",
    "Kinh phí năm 2026 do ngân sách xã cấp.",
    "Rà soát hồ sơ tồn đọng.",
    "",
]


@pytest.mark.parametrize(("text", "words", "date"), ONCE)
def test_once(text: str, words: str, date: str) -> None:
    assert deadline_of(text) == Deadline(text=words, date=date)


@pytest.mark.parametrize(("text", "words", "every", "month", "day"), AGAIN)
def test_again_and_again(
    text: str, words: str, every: str | None, month: int | None, day: int | None
) -> None:
    found = deadline_of(text)
    assert found is not None
    assert (found.text, found.date) == (words, None)
    assert (found.every, found.month, found.day) == (every, month, day)


@pytest.mark.parametrize("text", NONE)
def test_no_deadline(text: str) -> None:
    assert deadline_of(text) is None


CELLS = [
    # a cell's text, date, every, month, day
    ("15/6/2026", "2026-06-15", None, None, None),
    ("Trước ngày 15/6/2026", "2026-06-15", None, None, None),
    ("Tháng 6/2026", "2026-06", None, None, None),
    ("Tháng 6 năm 2026", "2026-06", None, None, None),
    ("Quý II/2026", "2026-Q2", None, None, None),
    ("Quý II, 2026", "2026-Q2", None, None, None),
    ("Quý 4 năm 2026", "2026-Q4", None, None, None),
    ("6 tháng đầu năm 2026", "2026-H1", None, None, None),
    ("6 tháng cuối năm 2026", "2026-H2", None, None, None),
    ("Năm 2026", "2026", None, None, None),
    ("2026", "2026", None, None, None),
    ("Trong năm 2026", "2026", None, None, None),
    ("Thường xuyên", None, "ongoing", None, None),
    ("Thường xuyên, liên tục", None, "ongoing", None, None),
    ("Năm 2026 và các năm tiếp theo", None, "ongoing", None, None),
    ("Hằng năm", None, "year", None, None),
    ("Hằng quý", None, "quarter", None, None),
    ("Hằng tháng", None, "month", None, None),
    ("Hằng tuần", None, "week", None, None),
    ("Trước ngày 20/11 hằng năm", None, "year", 11, 20),
    ("Tháng 12 hằng năm", None, "year", 12, None),
    ("Ngày 25 hằng tháng", None, "month", None, 25),
    # without a year, what is printed
    ("30/6", None, None, 6, 30),
    ("Tháng 6", None, None, 6, None),
    ("Quý II", None, None, None, None),
    # of a span, its end
    ("2026 - 2028", "2028", None, None, None),
    ("Năm 2026-2028", "2028", None, None, None),
    ("Từ năm 2026 đến năm 2028", "2028", None, None, None),
    ("Quý I - Quý III/2026", "2026-Q3", None, None, None),
    ("Quý II-III/2026", "2026-Q3", None, None, None),
    ("Tháng 4 - tháng 6/2026", "2026-06", None, None, None),
    ("Từ 01/4/2026 đến 30/6/2026", "2026-06-30", None, None, None),
    ("Từ ngày 01/4/2026 đến ngày 30/6/2026", "2026-06-30", None, None, None),
    ("01/4/2026 - 30/6/2026", "2026-06-30", None, None, None),
]


@pytest.mark.parametrize(("cell", "date", "every", "month", "day"), CELLS)
def test_cells(
    cell: str, date: str | None, every: str | None, month: int | None, day: int | None
) -> None:
    found = deadline_of_cell(cell)
    assert found is not None
    assert (found.date, found.every, found.month, found.day) == (date, every, month, day)
    assert found.text == cell


@pytest.mark.parametrize(
    "cell", ["Theo yêu cầu của cấp trên", "Sau khi được giao vốn", "Khi có phát sinh", "x", ""]
)
def test_cells_that_name_no_time(cell: str) -> None:
    assert deadline_of_cell(cell) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month(month: int) -> None:
    found = deadline_of(f"Gửi báo cáo trước ngày 5/{month}/2026.")
    assert found == Deadline(text=f"trước ngày 5/{month}/2026", date=f"2026-{month:02}-05")


@pytest.mark.parametrize(("printed", "number"), [("I", 1), ("II", 2), ("III", 3), ("IV", 4)])
def test_every_quarter(printed: str, number: int) -> None:
    for name in (printed, str(number)):
        found = deadline_of_cell(f"Quý {name}/2027")
        assert found == Deadline(text=f"Quý {name}/2027", date=f"2027-Q{number}")
