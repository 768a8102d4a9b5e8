"""Orders that a superior's office gives to the communes, turned to the commune's own side.

`Hướng dẫn UBND các xã thực hiện X` becomes `Thực hiện X theo hướng dẫn của Phòng … huyện`.
"""

import regex

from docgen.drafting.bodies import COMMITTEES, LOW, LOWS
from docgen.drafting.clauses import body, ending
from docgen.drafting.scope import Scope

_VERB = r"(?:hướng\s+dẫn|hỗ\s+trợ|đôn\s+đốc|kiểm\s+tra|chỉ\s+đạo|theo\s+dõi|giám\s+sát|yêu\s+cầu)"
_WHOM = rf"(?:{COMMITTEES}|các\s+(?:{LOWS}|{LOW})|(?:cán\s+bộ,\s+)?công\s+chức\s+(?:cấp\s+)?xã)"
_ABOUT = regex.compile(r"^(?:trong\s+việc|trong)\s+", regex.IGNORECASE)
_NOUN = regex.compile(r"^(?:việc|về|công\s+tác|các|những|quy\s+trình)\s", regex.IGNORECASE)
_BY = {
    "hướng dẫn": "theo hướng dẫn của",
    "hỗ trợ": "với sự hỗ trợ của",
    "chỉ đạo": "theo chỉ đạo của",
    "yêu cầu": "theo chỉ đạo của",
}


def turned(clause: str, scope: Scope, orderer: str | None) -> str:
    """`clause` as the commune says it, where it is an order to the communes alone.

    `orderer` is the superior's office that gives the order; the committee itself if `None`.
    """
    order = _order(scope).match(body(clause))
    if not order:
        return clause
    rest = _ABOUT.sub("", order["rest"])
    if _NOUN.match(rest):
        rest = f"thực hiện {regex.sub(r'^về ', '', rest)}"
    if order["verbs"][0].isupper():
        rest = rest[0].upper() + rest[1:]
    by = _BY.get(order["verb"].lower(), f"chịu sự {order['verbs'].lower()} của")
    return f"{rest} {by} {orderer or f'UBND {scope.type}'}{ending(clause)}"


def _order(scope: Scope) -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:chủ\s+trì,?\s+|thường\s+xuyên\s+|tăng\s+cường\s+)?"
        rf"(?P<verbs>(?P<verb>{_VERB})(?:(?:,|,?\s+và)\s+{_VERB})*)\s+{_WHOM}"
        rf"(?:\s+(?:trên\s+địa\s+bàn|thuộc|của)\s+{scope.unit_pattern})?\s+(?!và\s)(?P<rest>\p{{L}}.*)",
        regex.IGNORECASE,
    )
