"""Quantities in a sentence: number, comparator, range and unit, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from extract.knowledge import either, table
from plan.model import Comparator

KNOWN = table("quantities")
WORDS = KNOWN["words"]
BEFORE: list[tuple[Comparator, str]] = [(c["sign"], either(c["words"])) for c in KNOWN["before"]]
AFTER: list[tuple[Comparator, str]] = [(c["sign"], either(c["words"])) for c in KNOWN["after"]]
CANONICAL: list[tuple[str, str]] = [(c["unit"], either(c["words"])) for c in KNOWN["canonical"]]

NUMBER = r"(?>\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
END = r"(?![\p{L}\d])"
NAMED = regex.compile(
    rf"(?<!\p{{L}}){either(WORDS['named_by'])}(?:\s*\d{{1,2}}\s*(?:,|và|-))*\s*$", regex.I
)
NO_AIM = regex.compile(either(WORDS["no_aims"]) + r"(?!\p{L})", regex.I)
MERELY = regex.compile(rf"(?<!\p{{L}}){either(WORDS['merely'])}\s*$", regex.I)
REACHED_TIME = regex.compile(r"(?<!\p{L})(?:đạt|còn|xuống|bằng|là|lên)\s*$", regex.I)
SPAN = regex.compile(either([*WORDS["times"], *WORDS["spans"]]) + r"(?!\p{L})", regex.I)
TIME = regex.compile(either(WORDS["times"]) + r"(?!\p{L})", regex.I)
REACHING = regex.compile(either(WORDS["reaching"]) + r"\s*$", regex.I)
COUNTING = regex.compile(rf"(?<!\p{{L}}){either(WORDS['counting'])}\s*$", regex.I)
PER_ONE = regex.compile(r"(?<!(?:đạt|có|còn) )(?:trên|mỗi|/|bình quân|tính|cứ)\s*$", regex.I)

SIGNS_BEFORE = either(pattern for _, pattern in BEFORE)
SIGNS_AFTER = either(pattern for _, pattern in AFTER)
UNITS = "|".join(f"(?P<unit{i}>{pattern})" for i, (_, pattern) in enumerate(CANONICAL))
PER = rf"(?:\s?/\s?(?:{NUMBER})?\s?{either(WORDS['per'])}{END})"
RATE = rf"(?:\s{either(WORDS['rates'])}{END})"
NOUNS = either(sorted(map(regex.escape, WORDS["nouns"]), key=len, reverse=True))
POWERS = either(WORDS["powers"])
MEASURES = either(WORDS["measures"])
MEASURE = (
    rf"(?:(?:{MEASURES}{END}|{POWERS}{END}(?:\s(?:{MEASURES}|{NOUNS}){END})?){PER}*"
    rf"|(?i:{NOUNS})(?:{PER}+|{RATE})|{either(WORDS['times'])}{PER}+)"
)
OTHER_NOUN = r"\p{Ll}[\p{L}-]*(?:\s+\p{L}[\p{L}-]*){0,2}"
NOUN_END = regex.compile(rf"\s+{either(WORDS['noun_ends'])}(?!\p{{L}}).*", regex.S)
INSIDE = either([*(pattern for _, pattern in CANONICAL), f"{MEASURE}{END}", f"{NOUNS}{END}"])
RATIO = rf"/\s?(?:100|1\.?000|10\.?000|100\.?000)\s?{either(WORDS['per'])}"
QUANTITY = regex.compile(
    rf"(?P<before>(?<!\p{{L}})(?i:{SIGNS_BEFORE})(?:\s+(?:từ|khoảng|mức))?\s*)?"
    rf"(?<![\p{{L}}\d/.,+-])(?P<low>{NUMBER})"
    rf"(?:(?:\s?{INSIDE})?\s*(?:[-–—÷]|đến|tới)\s*(?:dưới |trên )?(?P<high>{NUMBER})"
    rf"(?=\s*(?:[%‰]|\p{{L}}))|(?!{RATIO})/(?P<whole>{NUMBER})(?=\s\p{{Ll}}))?"
    rf"\s*(?:{UNITS}|(?P<measure>{MEASURE}|{RATIO}){END}|(?P<known>(?i:{NOUNS})){END}|(?P<noun>{OTHER_NOUN})"
    rf"|(?P<bare>(?=\s*(?:$|[,;.)]|so với|vào năm|(?:xuống|giảm|tăng)\s|lên\s))))"
)
OF_PLAN = r"(?:\s(?:chỉ tiêu|kế hoạch|dự toán)(?:\s(?:được )?giao)?)?"
BEHIND = regex.compile(
    rf"(?:{OF_PLAN}|(?P<far>(?:\s\p{{L}}+){{1,4}}?))\s*(?P<after>{SIGNS_AFTER}){END}"
)
YEARLIKE = regex.compile(r"(?:19|20)\d\d")
DIGIT = regex.compile(r"\d")
"""What every quantity has: most words have none, which is told faster than where one stands."""
SLASH = regex.compile(r"\s*/\s*")
COMMAS = regex.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
POINTS = regex.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
DATED = regex.compile(r"(?:ngày|trước|sau|đến|hết|từ|số|khoản|đêm|vào|lễ|dịp|thị)\s*$", regex.I)

BASES = {"1", "01", "100", "1.000", "10.000", "100.000"}
"""Of how many a rate is, behind "trên" or "bình quân"."""
WHOLE = 100
"""Nothing is above 100%: "trên" before it says where, but for "đạt trên 100%"."""

Place = tuple[int, int]
WINDOW = 120
"""Characters before a number that tell what it is."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount. `start` to `end` covers comparator, number and unit.

    `counted` says that the unit is a counted noun, which belongs to the indicator's words too;
    `known` that a list has the noun. `sign` and `printed` are the places of the comparator and
    of the unit, `from_` the amount from which it changes ("tăng từ 48% lên 60%").
    """

    start: int
    number: Place
    end: int
    value: int | float
    value_max: int | float | None
    comparator: Comparator
    unit: str | None
    counted: bool = False
    known: bool = True
    sign: Place | None = None
    printed: Place | None = None
    from_: "Quantity | None" = None

    @property
    def number_start(self) -> int:
        """Where the number begins, behind the comparator."""
        return self.number[0]


def number_of(text: str, *, percent: bool = False, whole: bool = False) -> int | float:
    """A printed number: `1.250` → 1250, `80,69` → 80.69, `80.69%` → 80.69, `05` → 5.

    A point in a percentage (`percent`) is a decimal one; a comma before three digits is none in
    a number of things that have no parts (`whole`): `1,250 người` → 1250.
    """
    if whole and COMMAS.fullmatch(text):
        text = text.replace(",", "")
    if POINTS.fullmatch(text) and not percent:
        text = text.replace(".", "")
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def quantities(text: str) -> Iterator[Quantity]:
    """All quantities in `text`, left to right, names with digits left out."""
    position = 0
    while DIGIT.search(text, position) and (match := QUANTITY.search(text, position)):
        position = match.end("high") if match["high"] else match.end("low")
        found = quantity_of(match, text)
        if found:
            position = max(position, found.end)
            yield found


def quantity_of(match: "regex.Match[str]", text: str) -> Quantity | None:
    """The quantity of one match, or `None` where the digits are part of a name."""
    printed = unit_place(match)
    canonical = canonical_unit(match)
    unit = canonical or SLASH.sub("/", text[slice(*printed)].strip()) or None
    counted = canonical is None and match["measure"] is None
    if is_name(match, text, unit, counted=counted):
        return None
    counted = counted and unit is not None and SPAN.fullmatch(unit) is None
    percent = unit in {"%", "‰"}
    low, high = (
        number_of(match[name], percent=percent, whole=counted) if match[name] else None
        for name in ("low", "high")
    )
    if low is None:
        return None
    place = unit == "%" and low == WHOLE and not REACHING.search(lead(text, match.start()))
    sign = None if place or match["before"] is None else trimmed(match, "before")
    behind = BEHIND.match(text, printed[1])
    if behind and behind["far"] and word(text, sign) != "từ":
        behind = None
    near = behind and not text[printed[1] : behind.start("after")].strip()
    return Quantity(
        start=sign[0] if sign else match.start("low"),
        number=(match.start("low"), match.end("high") if match["high"] else match.end("low")),
        end=behind.end() if behind and near else printed[1],
        value=low,
        value_max=high,
        comparator=comparator(word(text, sign), behind["after"].lower() if behind else ""),
        unit=unit,
        counted=counted,
        known=match["noun"] is None,
        sign=behind.span("after") if behind else sign,
        printed=printed if unit else None,
    )


def lead(text: str, place: int) -> str:
    """The words that lead up to a place; so many as tell what it is, however long the text is."""
    return text[max(0, place - WINDOW) : place]


def opening(quantity: Quantity) -> int:
    """Where a quantity begins, with what it changes from."""
    return quantity.from_.start if quantity.from_ else quantity.start


def trimmed(match: "regex.Match[str]", group: str) -> Place:
    """The place of a group without the space behind it."""
    return match.start(group), match.start(group) + len(match[group].rstrip())


def word(text: str, place: Place | None) -> str:
    """The lower-case words at a place; empty where there is none."""
    return text[slice(*place)].lower() if place else ""


def canonical_unit(match: "regex.Match[str]") -> str | None:
    """The unit that has one spelling, if it is one of those."""
    return next((name for i, (name, _) in enumerate(CANONICAL) if match[f"unit{i}"]), None)


def unit_place(match: "regex.Match[str]") -> Place:
    """Where the unit is printed; a noun that no list has ends before what describes it."""
    if match["noun"] is None:
        return next(
            (
                match.span(name)
                for name, text in match.groupdict().items()
                if text is not None
                and (name.startswith("unit") or name in {"measure", "known", "bare"})
            ),
            match.span("low"),
        )
    time = SPAN.match(match["noun"])
    noun = time[0] if time else NOUN_END.sub("", match["noun"]).strip()
    return match.start("noun"), match.start("noun") + len(noun)


def is_name(match: "regex.Match[str]", text: str, unit: str | None, *, counted: bool) -> bool:
    """Whether the digits are part of a name, a date, an age, or one unit to count by."""
    before = lead(text, match.start("low"))
    if match["whole"] and (DATED.search(before) or YEARLIKE.fullmatch(match["whole"])):
        return True
    if unit != "%" and match["low"] in BASES and PER_ONE.search(before):
        return True
    if not counted:
        return False
    return (
        NAMED.search(before) is not None
        or YEARLIKE.fullmatch(match["high"] or "") is not None
        or (unit is None and YEARLIKE.fullmatch(match["low"]) is not None)
        or counts_no_aim(match, lead(text, match.start()))
    )


def counts_no_aim(match: "regex.Match[str]", before: str) -> bool:
    """Whether a counted noun is one of those that no plan aims at a number of."""
    noun = match["noun"]
    if not noun or NO_AIM.match(noun) is None:
        return False
    if SPAN.match(noun) and REACHED_TIME.search(before):
        return False
    limited = match["before"] and match["before"].strip().lower() not in {"từ", "hơn", "đủ"}
    return not (limited and TIME.match(noun))


def comparator(before: str, after: str) -> Comparator:
    """The comparator that the words around a number mean."""
    for sign, pattern in AFTER:
        if after and regex.match(pattern, after):
            return sign
    for sign, pattern in BEFORE:
        if before and regex.match(rf"{pattern}(?!\p{{L}})", before):
            return sign
    return "="


def is_counted_target(quantity: Quantity, text: str) -> bool:
    """Whether a counted noun is an aim: it opens the sentence or follows a word of achieving."""
    before = lead(text, quantity.start).strip()
    if quantity.sign and quantity.comparator != "=":
        return True
    if not before or before.endswith(":") or COUNTING.search(before):
        return True
    padded = text[quantity.number_start] == "0"
    return padded or (quantity.known and MERELY.search(before) is None)


def shift(quantity: Quantity, by: int) -> Quantity:
    """The same quantity in a text that begins `by` characters earlier."""
    return replace(
        quantity,
        start=quantity.start + by,
        number=moved(quantity.number, by),
        end=quantity.end + by,
        sign=moved(quantity.sign, by) if quantity.sign else None,
        printed=moved(quantity.printed, by) if quantity.printed else None,
        from_=shift(quantity.from_, by) if quantity.from_ else None,
    )


def moved(place: Place, by: int) -> Place:
    """A place `by` characters further on."""
    return place[0] + by, place[1] + by
