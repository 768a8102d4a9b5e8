"""Targets that count communes: a single commune has no share of them."""

import regex

from docgen.drafting.bodies import COMMUNE_LEVEL, LOW, LOWS
from docgen.drafting.outline import Passage
from docgen.drafting.rules import ONE_EACH
from plan.levels import communes
from plan.model import Target

NOT_COUNTABLE = "Chỉ tiêu tính trên số đơn vị cấp xã; một đơn vị không tính được tỷ lệ này."
_SHARE_OF_COMMUNES = regex.compile(
    rf"^(?:(?:phấn\s+đấu|có|trên|tối\s+thiểu|ít\s+nhất|khoảng|đạt)\s+)*"
    rf"(?:\d+(?:[.,]\d+)?\s*%|tỷ\s+lệ)\s*(?:số\s+)?(?:các\s+)?(?:UBND\s+)?(?:{LOWS}|{LOW}|{ONE_EACH})",
    regex.IGNORECASE,
)
_COMMUNES = regex.compile(
    rf"{LOWS}|(?:các|mỗi|từng|\d+|%)\s+{LOW}|{COMMUNE_LEVEL}", regex.IGNORECASE
)
_ALL_OF_THEM = regex.compile(r"(?<!\d)100\s*%")


def names_communes(text: str) -> bool:
    """Whether a target is said of communes, so that a commune has it at another level."""
    return bool(_COMMUNES.search(text))


def counts_communes(passage: Passage) -> bool:
    """Whether a target is a share or a number of communes that a single commune cannot have."""
    text = passage.block.text
    units = [one.record.unit for one in passage.readings if isinstance(one.record, Target)]
    number = any(unit and unit.partition(",")[0].strip() in communes() for unit in units)
    return number or (bool(_SHARE_OF_COMMUNES.match(text)) and not _ALL_OF_THEM.search(text))
