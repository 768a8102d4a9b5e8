"""What must not change while a text is reworded: citations, quotations, names of programmes."""

from collections.abc import Iterable

import regex

from plan.model import Citation

_FIRST_MARK = 0xF0000
_MARKS = regex.compile("[\U000f0000-\U000ffffd]")
_QUOTED = regex.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|«[^»]*»")
_DOCUMENT = (
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Chương trình(?: hành động)?|Công văn|Thông tư"
    r"(?: liên tịch)?|Nghị định|Kết luận|Thông báo|Báo cáo|Tờ trình|Hướng dẫn|Quy định|Đề án|"
    r"Công điện|Văn bản|Bộ luật|Luật|Pháp lệnh)\s+(?:số\s*:?\s*)?"
)
_CODE = r"(?P<code>\d[\w.]*\s*[-/]\s*[\w&./–-]*\w)"
_DATE = r"(?:\s*,?\s*ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})?"
_LINK = r"(?:về(?:\s+việc)?|phê\s+duyệt|ban\s+hành|quy\s+định|hướng\s+dẫn|thực\s+hiện|sửa\s+đổi)\s"
LOCAL_BODY = (
    r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân)\s+(?:tỉnh|thành phố|huyện|quận|thị xã"
    r"|thị trấn|xã|phường|đặc khu)(?:\s+\p{Lu}[\p{Ll}\p{M}]*)*"
)
"""A people's committee or council as texts name it: `UBND tỉnh`, `HĐND huyện An Sơn`."""
_ISSUER_ENDS = rf"(?!\s(?:{_LINK}|(?:trên|trong|tại|ở|thành|để|nhằm|theo|và)\s+(?-i:\p{{Ll}})))"
_ISSUER = rf"(?:\s+của\s+(?:{LOCAL_BODY}|(?:{_ISSUER_ENDS}[^;,.()“”])+))?"
HEAD = regex.compile(rf"(?P<short>{_DOCUMENT}{_CODE})(?P<date>{_DATE})(?P<issuer>{_ISSUER})")
"""A document as texts name it: type and number (`short`, `code`), date and issuer."""
_LINKED = regex.compile(rf"\s*(?:{_LINK}\s*)?")
_SUBJECT = regex.compile(
    rf"\s*{_LINK}(?:(?!,\s+(?:UBND|Ủy ban|các\s|góp phần|nhằm|bảo đảm|đảm bảo|gắn với|để\s)|"
    rf",?\s+(?:và\s+)?{_DOCUMENT}\d)[^;.()“”]|\.(?=\d))+"
)


class Shelter:
    """Takes spans out of a text while rules work on the rest, and puts them back."""

    def __init__(self) -> None:
        """Start with nothing sheltered."""
        self._spans: list[str] = []

    def keep(self, span: str) -> str:
        """A mark that stands for `span` until `restore`."""
        self._spans.append(span)
        return chr(_FIRST_MARK + len(self._spans) - 1)

    def hide(self, pattern: regex.Pattern[str], text: str) -> str:
        """`text` with a mark for everything that `pattern` matches."""
        return pattern.sub(lambda match: self.keep(match[0]), text)

    def restore(self, text: str) -> str:
        """`text` with every sheltered span back in its place."""
        for number in reversed(range(len(self._spans))):
            text = text.replace(chr(_FIRST_MARK + number), self._spans[number])
        return text

    def hide_quotations(self, text: str) -> str:
        """`text` with a mark for everything between quotation marks."""
        return self.hide(_QUOTED, text)

    def hide_citations(self, text: str, known: Iterable[Citation]) -> str:
        """`text` with a mark for each cited document: type, number, date, issuer and subject.

        The subject of a document among `known` ends where it is known to end.
        """
        subjects = {one.code: one.subject for one in known if one.code and one.subject}
        parts, done = [], 0
        for head in HEAD.finditer(text):
            if head.start() < done:
                continue
            end = end_of_citation(text, head, subjects)
            parts += [text[done : head.start()], self.keep(text[head.start() : end])]
            done = end
        return "".join([*parts, text[done:]])


def without_marks(text: str) -> str:
    """`text` without characters that would be taken for a shelter's marks."""
    return _MARKS.sub("\ufffd", text)


def end_of_citation(text: str, head: regex.Match[str], subjects: dict[str, str]) -> int:
    """Where the citation that begins with `head` ends in `text`."""
    subject = next((known for code, known in subjects.items() if code in head[0]), None)
    linked = _LINKED.match(text, head.end())
    if subject and linked and text.startswith(subject, linked.end()):
        return int(linked.end() + len(subject))
    tail = _SUBJECT.match(text, head.end())
    return int(tail.end()) if tail else int(head.end())
