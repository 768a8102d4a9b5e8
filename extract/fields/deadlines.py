"""When something is due (thời hạn): one date, a cycle, or both a month and a day of each year."""

from collections.abc import Iterator

import regex

from plan.model import Deadline, Every

YEAR_DIGITS = r"(?P<y>(?:19|20)\d\d)"
DATE = (
    r"(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})"
    rf"(?:\s*(?:[/. -]|năm)\s*{YEAR_DIGITS})?"
)
CYCLES: tuple[tuple[Every, str], ...] = (
    ("half_year", r"(?:06|6|sáu) tháng(?:\s*(?:đầu năm|một lần))?|nửa năm"),
    ("quarter", r"(?:hằng|hàng|mỗi) quý|quý\s*,\s*năm"),
    ("month", r"(?:hằng|hàng|mỗi) tháng"),
    ("week", r"(?:hằng|hàng|mỗi) tuần"),
    ("year", r"(?:hằng|hàng|mỗi) năm"),
)
CYCLE = r"(?P<cycle>" + "|".join(pattern for _, pattern in CYCLES) + ")"
BEFORE = r"(?:(?:chậm nhất(?: là)?|trước|đến|hoàn thành(?: trước)?|xong trước|muộn nhất|vào)\s+)"
ROMAN_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}

DAY_AND_MONTH = r"\d{1,2}/\d{1,2}(?!\s*/)"
TWO_DATES = regex.compile(
    rf"(?P<half>(?:06|6|sáu) tháng(?: đầu năm)?\s*\()?{BEFORE}?ngày\s*{DAY_AND_MONTH}(?(half)\)?)"
    r"\s*(?:và|,)\s*(?P<year>(?:(?:hằng|hàng|cả)\s+)?năm\s*\()?(?:trước\s+)?"
    rf"(?:ngày\s*)?{DAY_AND_MONTH}(?(year)\)?)(?:\s*(?:hằng|hàng) năm)?",
    regex.I,
)
DAY = regex.compile(
    r"(?:(?:định kỳ\s+)?(?P<first>(?:hằng|hàng) (?:năm|quý|tháng))\s*,?\s*(?P<open>\()?(?:và\s+)?)?"
    rf"{BEFORE}?(?:ngày\s*){DATE}"
    r"(?:\s*,?\s*(?:của\s+)?(?P<last>(?:hằng|hàng|mỗi) (?:năm|quý|tháng)))?(?(open)\)?)",
    regex.I,
)
SHORT_DAY = regex.compile(rf"{BEFORE}{DATE}(?:\s*(?P<last>(?:hằng|hàng|mỗi) năm))?", regex.I)
DAY_OF_MONTH = regex.compile(
    rf"(?:(?P<a>(?:hằng|hàng|mỗi) (?:tháng|quý))\s*,?\s*(?P<open>\()?)?"
    rf"{BEFORE}?ngày\s*(?P<d>\d{{1,2}})(?![\d/.])"
    r"(?:\s*(?P<b>(?:hằng|hàng|mỗi) (?:tháng|quý)))?(?(open)\)?)",
    regex.I,
)
MONTH = regex.compile(
    rf"{BEFORE}?(?:trong\s+)?(?<!\d\s?)tháng\s*(?P<m>\d{{1,2}})\s*(?:[/ -]|năm)\s*{YEAR_DIGITS}"
    r"|(?P<yearly>tháng\s*(?P<ym>\d{1,2})\s*(?:hằng|hàng) năm)",
    regex.I,
)
QUARTER = regex.compile(
    rf"{BEFORE}?(?:trong\s+)?(?:từ\s+)?quý\s*(?:[IV\d]+\s*[-–]\s*(?:quý\s*)?)?"
    rf"(?P<q>IV|I{{1,3}}|[1-4])\s*(?:[/, -]|năm|\s)+{YEAR_DIGITS}",
    regex.I,
)
HALF = regex.compile(
    rf"{BEFORE}?(?:trong\s+)?0?6 tháng (?P<half>đầu|cuối) năm {YEAR_DIGITS}", regex.I
)
YEAR = regex.compile(
    rf"(?:{BEFORE}|trong\s+|hết\s+|cuối\s+|đến\s+(?:hết\s+)?){{1,2}}năm\s*{YEAR_DIGITS}", regex.I
)
BARE_YEARS = regex.compile(
    rf"(?:từ\s+)?(?:năm\s*)?(?:(?:19|20)\d\d\s*(?:[-–,]|đến(?: năm)?)\s*)?{YEAR_DIGITS}", regex.I
)
BARE_DAY = regex.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
BARE_MONTH = regex.compile(r"tháng\s*(?P<m>\d{1,2})", regex.I)
BARE_QUARTER = regex.compile(r"quý\s*(?:[IV]+|\d)", regex.I)
LAST_DAY = regex.compile(rf"(?<![\d/])(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/{YEAR_DIGITS}[\s.;)]*$")
CYCLE_ALONE = regex.compile(
    r"(?<!(?:dự toán|ngân sách|kế hoạch|kinh phí|nguồn vốn|thu nhập|bình quân)\s)(?:định kỳ\s+)?"
    rf"(?<text>{CYCLE}(?:\s*(?:,|và|hoặc)\s*(?:hằng |hàng )?(?:năm|quý|tháng))*)",
    regex.I,
)
ONGOING = regex.compile(
    r"(?:thường xuyên|liên tục)(?:\s*,\s*(?:liên tục|hằng năm|hàng năm))?", regex.I
)
STEADILY = regex.compile(
    r"(?<!(?:chi|không|vốn|kinh phí|nhiệm vụ|sự nghiệp|trực)\s)thường xuyên", regex.I
)
UNDATED = regex.compile(r"\s*(?:Theo|Sau khi|Khi|Trong thời hạn|Ngay)\b")
LASTING = regex.compile(r"(?:những|các) năm (?:tiếp theo|sau)", regex.I)
LEADS = regex.compile(
    r"(?:chậm nhất|trước|hoàn thành|xong trước|muộn nhất|trong (?:quý|tháng|0?6))", regex.I
)
REPORTING = regex.compile(
    r"báo cáo|tổng hợp|đánh giá|sơ kết|rà soát|gửi|họp|kiểm tra|thống kê|cập nhật|hoàn thành"
    r"|định kỳ",
    regex.I,
)


def deadline_of(text: str) -> Deadline | None:
    """The deadline that a sentence names, or `None`."""
    return next(candidates(text), None)


def deadline_of_cell(text: str) -> Deadline | None:
    """The deadline in a cell that holds nothing else; bare years and "thường xuyên" count."""
    if UNDATED.match(text):
        return None
    if LASTING.search(text):
        return Deadline(text=text.strip(" .;"), every="ongoing")
    last = LAST_DAY.search(text)
    found = dated(last) if last else next(candidates(text, bare=True), None)
    if found is not None:
        return found.model_copy(update={"text": text.strip(" .;")})
    for pattern, make in (
        (ONGOING, lambda _: {"every": "ongoing"}),
        (BARE_YEARS, lambda m: {"date": m["y"]}),
        (BARE_DAY, lambda m: {"month": int(m["m"]), "day": int(m["d"])}),
        (BARE_MONTH, lambda m: {"month": int(m["m"])}),
        (BARE_QUARTER, lambda _: {}),
    ):
        match = pattern.search(text)
        if match:
            return Deadline(text=text.strip(" .;"), **make(match))
    return None


def candidates(text: str, *, bare: bool = False) -> Iterator[Deadline]:
    """Deadlines of all kinds, the more exact kinds first; `bare` ones need no word before them."""
    for match in TWO_DATES.finditer(text):
        yield Deadline(text=said(match[0]), every="half_year")
    for match in DAY.finditer(text):
        if bare or is_due(match, text):
            yield dated(match)
    for match in SHORT_DAY.finditer(text):
        yield dated(match)
    for match in DAY_OF_MONTH.finditer(text):
        cycle = match["a"] or match["b"]
        if cycle:
            yield Deadline(text=said(match[0]), every=every_of(cycle), day=int(match["d"]))
    yield from (found for match, found in periods(text) if bare or LEADS.match(match))
    for match in CYCLE_ALONE.finditer(text):
        if bare or REPORTING.search(text):
            yield Deadline(text=said(match["text"]), every=every_of(match["cycle"]))
    for match in STEADILY.finditer(text):
        yield Deadline(text=match[0], every="ongoing")


def is_due(match: "regex.Match[str]", text: str) -> bool:
    """Whether a day is a deadline, not the date of a document or an event."""
    if match["last"] or match["first"] or regex.match(BEFORE, match[0], regex.I):
        return True
    before = text[max(0, match.start() - 30) : match.start()].lower()
    return regex.search(r"(?:thời hạn|thời gian|hoàn thành)[^.;]*$", before) is not None


def dated(match: "regex.Match[str]") -> Deadline:
    """A day with month, and the year or the cycle."""
    groups = match.groupdict()
    cycle = groups.get("first") or groups.get("last")
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if year:
        return Deadline(text=said(match[0]), date=f"{year}-{month:02}-{day:02}")
    return Deadline(
        text=said(match[0]), every=every_of(cycle) if cycle else None, month=month, day=day
    )


def periods(text: str) -> Iterator[tuple[str, Deadline]]:
    """Months, quarters, half years and years that are named, each with the words that name it."""
    for match in MONTH.finditer(text):
        if match["yearly"]:
            yield match[0], Deadline(text=said(match[0]), every="year", month=int(match["ym"]))
        else:
            yield match[0], Deadline(text=said(match[0]), date=f"{match['y']}-{int(match['m']):02}")
    for match in QUARTER.finditer(text):
        quarter = match["q"].upper()
        date = f"{match['y']}-Q{ROMAN_QUARTERS.get(quarter, quarter)}"
        yield match[0], Deadline(text=said(match[0]), date=date)
    for match in HALF.finditer(text):
        half = 1 if match["half"].lower() == "đầu" else 2
        yield match[0], Deadline(text=said(match[0]), date=f"{match['y']}-H{half}")
    for match in YEAR.finditer(text):
        yield match[0], Deadline(text=said(match[0]), date=match["y"])


def every_of(cycle: str) -> Every:
    """The cycle that a phrase names."""
    return next(every for every, pattern in CYCLES if regex.match(pattern, cycle, regex.I))


def said(text: str) -> str:
    """A deadline's words without a leading "định kỳ" or "hoàn thành"."""
    return regex.sub(r"^(?:định kỳ|hoàn thành)\s+", "", text.strip(" ,;."), flags=regex.I)
