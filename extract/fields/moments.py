"""How times are printed: the patterns of days, months, quarters, years and cycles."""

import regex

from extract.knowledge import either, table
from plan.model import Every

KNOWN = table("times")

YEAR_DIGITS = r"(?P<y>(?:19|20)\d\d)"
CYCLES: list[tuple[Every, str]] = [(row["every"], either(row["words"])) for row in KNOWN["cycle"]]
CYCLE = r"(?P<cycle>" + "|".join(pattern for _, pattern in CYCLES) + ")"
EACH = r"(?:hằng|hàng|mỗi)"
HOUR = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s?\d{2}(?:\s*phút)?)?,?\s*)?"
BEFORE = rf"(?:{either(KNOWN['before'])}\s+{HOUR})"
UNTIL = either(KNOWN["until"])

DATE = (
    r"(?P<d>\d{1,2})(?!\d)\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})(?!\d)"
    rf"(?:\s*(?:[/. -]|năm)\s*{YEAR_DIGITS})?"
)
ONE_DAY = r"\d{1,2}(?:/|\s*tháng\s*)\d{1,2}(?!\d)(?:(?:/|\s*năm\s*)\d{4})?(?!\s*/)"
SEVERAL_DAYS = regex.compile(
    r"(?P<half>(?:06|6|sáu) tháng(?: đầu năm)?\s*\()?"
    rf"(?:{BEFORE}(?:các\s+)?(?:ngày\s*)?|(?:các\s+)?ngày\s*|(?<=\())(?P<days>{ONE_DAY}(?(half)\)?)"
    rf"(?:\s*(?:và|,)\s*(?P<year>(?:(?:hằng|hàng|cả)\s+)?năm\s*\()?(?:trước\s+)?(?:ngày\s*)?{ONE_DAY}"
    r"(?(year)\)?)){1,3})(?:\s*(?:hằng|hàng) năm)?",
    regex.I,
)
SPAN = regex.compile(
    rf"từ\s+(?:ngày\s*)?\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?)?\s*(?:đến|[-–])\s*(?:hết\s*)?(?:ngày\s*)?{DATE}",
    regex.I,
)
DAY_OF_QUARTER = regex.compile(
    rf"(?:{EACH} quý\s*,?\s*\(?)?{BEFORE}?ngày\s*(?P<d>\d{{1,2}})\s*(?:của\s+)?tháng\s+"
    rf"(?:cuối|đầu|thứ \p{{L}}+|liền kề)\s*(?:của\s+)?(?:{EACH}\s+|từng\s+)?quý"
    r"(?: sau| tiếp theo| kế tiếp)?",
    regex.I,
)
DAY = regex.compile(
    rf"(?:(?:định kỳ\s+)?(?P<first>{EACH} (?:năm|quý|tháng))\s*,?\s*(?P<open>\()?(?:và\s+)?)?"
    rf"{BEFORE}?(?:ngày\s*){DATE}"
    rf"(?:\s*,?\s*(?:của\s+)?(?P<last>{EACH} (?:năm|quý|tháng)))?(?(open)\)?)",
    regex.I,
)
SHORT_DAY = regex.compile(
    rf"{BEFORE}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?!\d)(?:/{YEAR_DIGITS})?"
    rf"(?:\s*(?P<last>{EACH} năm))?",
    regex.I,
)
DAY_OF_MONTH = regex.compile(
    rf"(?:(?P<a>{EACH} (?:tháng|quý))\s*,?\s*(?P<open>\()?(?:và\s+)?)?"
    rf"{BEFORE}?ngày\s*(?P<d>\d{{1,2}})(?![\d/.])(?:\s*(?:,|và)\s*(?:ngày\s*)?\d{{1,2}}(?![\d/.]))?"
    rf"(?:\s*(?:của\s+)?(?P<b>{EACH} (?:tháng|quý)))?(?(open)\)?)",
    regex.I,
)
WEEKDAY = regex.compile(
    rf"{BEFORE}?(?:sáng\s+|chiều\s+|ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    r"(?:\s+tuần\s+\p{L}+(?:\s+tiên|\s+cùng)?)?\s*(?:của\s+)?"
    rf"(?P<cycle>{EACH} (?:tuần|tháng|quý|năm))",
    regex.I,
)
MONTH = regex.compile(
    rf"{BEFORE}?(?:trong\s+|cuối\s+|đầu\s+|từ\s+)?(?<!\d\s?)tháng\s*"
    r"(?:\d{1,2}(?:/\d{4})?\s*(?:[-–,]|và|đến(?:\s+hết)?)\s*(?:tháng\s*)?){0,6}"
    rf"(?P<m>\d{{1,2}})(?!\d)\s*(?:(?:[/ -]|năm)\s*{YEAR_DIGITS}|(?P<yearly>(?:hằng|hàng) năm))",
    regex.I,
)
ONE_QUARTER = r"(?:IV|I{1,3}|[1-4])"
QUARTER = regex.compile(
    rf"{BEFORE}?(?:trong\s+)?(?:từ\s+)?quý\s*"
    rf"(?:{ONE_QUARTER}\s*(?:[-–,]|và|đến)\s*(?:quý\s*)?){{0,3}}"
    rf"(?P<q>{ONE_QUARTER})(?![\p{{L}}\d])\s*"
    rf"(?:(?:[/, -]|năm|\s)+{YEAR_DIGITS}|(?P<yearly>(?:hằng|hàng) năm))",
    regex.I,
)
HALF = regex.compile(
    rf"{BEFORE}?(?:trong\s+)?0?6 tháng (?P<half>đầu|cuối) năm {YEAR_DIGITS}", regex.I
)
YEAR = regex.compile(
    rf"(?:{BEFORE}|trong\s+|hết\s+|cuối\s+|đến\s+(?:hết\s+)?){{1,2}}năm\s*{YEAR_DIGITS}", regex.I
)
UNDATED_PERIOD = regex.compile(
    rf"(?:{BEFORE}|trong\s+)(?:tháng\s*(?P<m>\d{{1,2}})|quý\s*(?:IV|I{{1,3}}|[1-4]))(?![\p{{L}}\d/])",
    regex.I,
)
RATE = regex.compile(
    r"(?P<times>\d{1,2}|một|hai|bốn)\s+lần\s*(?:/|mỗi|trong)\s*(?P<per>tuần|tháng|quý|năm)", regex.I
)
BARE_YEARS = regex.compile(
    rf"(?:từ\s+)?(?:năm\s*)?(?:(?:19|20)\d\d\s*(?:[-–,]|đến(?: năm)?)\s*)?{YEAR_DIGITS}", regex.I
)
BARE_DAY = regex.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
BARE_MONTH = regex.compile(r"tháng\s*(?P<m>\d{1,2})", regex.I)
BARE_QUARTER = regex.compile(r"quý\s*(?:[IV]+|\d)", regex.I)
LAST_DAY = regex.compile(rf"(?<![\d/])(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/{YEAR_DIGITS}[\s.;)]*$")
CYCLE_ALONE = regex.compile(
    r"(?<!(?:dự toán|ngân sách|kế hoạch|kinh phí|nguồn vốn|thu nhập|bình quân|chương trình)\s)"
    rf"(?:định kỳ\s+)?(?P<text>{CYCLE}(?:\s*(?:,|và|hoặc)\s*(?:hằng |hàng )?(?:năm|quý|tháng))*)",
    regex.I,
)
ONGOING = regex.compile(
    rf"{either(KNOWN['ongoing'])}(?:\s*,\s*(?:liên tục|hằng năm|hàng năm))?", regex.I
)
STEADILY = regex.compile(
    r"(?<!(?:chi|không|vốn|kinh phí|nhiệm vụ|sự nghiệp|trực)\s)thường xuyên", regex.I
)
UNDATED = regex.compile(r"\s*(?:Theo|Sau khi|Khi|Trong thời hạn|Ngay)\b")
LASTING = regex.compile(r"(?:những|các) năm (?:tiếp theo|sau)", regex.I)
FINISHED = regex.compile(r"hoàn thành", regex.I)
DUE = regex.compile(either(KNOWN["due"]), regex.I)
REPEATED = regex.compile(either(KNOWN["repeated"]), regex.I)
