"""Every rule, broken in a document that keeps them all, is found: that rule and no other.

Where the rule can be repaired, the repaired document keeps all rules again.
"""

import handmade as made
import pytest
from handmade import PAGE, TEXT_WIDTH, broken, drawn, p, package, r, reworded

import docgen
from docgen.checking.catalogue import Rule, catalogue

FOUNDATIONS = {
    name: package(getattr(made, name)) for name in ("WHOLE", "LETTER", "DECISION", "PLAN")
}
"""Documents that keep every rule that can be evaluated on them."""

COMPANIONS = {
    "national-title.font-size": {"motto.size-pair"},
    "motto.font-size": {"motto.size-pair"},
    "symbol.case": {"symbol.plan"},
    "symbol.slash": {"symbol.plan"},
    "place.full-name": {"place.comma"},
    "summary.content": {"summary.underline"},
    "legal-basis.one-per-line": {"legal-basis.end-mark"},
    "article.label": {"body.style", "end-mark"},
    "signer.q": {"signer.prefix-form"},
    "signer.no-degree": {"signer.name"},
    "recipients.archive-min": {"recipients.archive-line"},
    "appendix.label": {"appendix.roman"},
    "part.label": {"part.title"},
}
"""What may break together with a rule: both look at the same thing."""

BY_TEXT = {"text", "caps"}
"""Repairs of text; others change only the look of it."""


def failing(document: bytes) -> set[str]:
    return {one.rule.id for one in docgen.check(document).outcomes if one.verdict == "fail"}


@pytest.mark.parametrize("name", FOUNDATIONS)
def test_what_is_broken_below_is_whole(name: str) -> None:
    assert failing(FOUNDATIONS[name]) == set()


A4 = 'w:w="11906" w:h="16838"'
TITLE_LINE = drawn(1900, TEXT_WIDTH)
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
HEAD_BELOW = made.NATION.replace(made.LONG_LINE, drawn(3250, TEXT_WIDTH)) + made.table(
    ((TEXT_WIDTH, made.AGENCY.replace(made.LINE, drawn(1000, TEXT_WIDTH))),)
)
CHANGES = [
    ("page.size", "letter paper", "PLAN", {A4: 'w:w="12240" w:h="15840"'}),
    (
        "page.orientation",
        "turned",
        "PLAN",
        {
            A4: 'w:w="16838" w:h="11906"',
            'w:left="1701"': 'w:left="3402"',
            'w:right="850"': 'w:right="4081"',
        },
    ),
    ("page-number.numerals", "a word", "PLAN", {made.NUMBER: r("Trang ", "13") + made.NUMBER}),
    (
        "page-number.numerals",
        "dashes",
        "PLAN",
        {made.NUMBER: r("- ", "13") + made.NUMBER + r(" -", "13")},
    ),
    ("page-number.first-page", "no title page", "PLAN", {"<w:titlePg/>": ""}),
    ("page-number.appendix", "counted on", "WHOLE", {'<w:pgNumType w:start="1"/>': ""}),
    (
        "font.charset",
        "a font of TCVN3",
        "PLAN",
        {"<w:b/></w:rPr>": '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:b/></w:rPr>'},
    ),
    ("motto.underline", "none", "PLAN", {made.LONG_LINE: ""}),
    ("motto.underline", "too short", "PLAN", {made.LONG_LINE: drawn(1000, 5500)}),
    (
        "motto.underline",
        "typed",
        "PLAN",
        {f"{made.LONG_LINE}</w:p>": "</w:p>" + p(r("___________", "13"), align="center")},
    ),
    (
        "motto.underline",
        "underlined",
        "PLAN",
        {made.LONG_LINE: "", r(MOTTO, "b 13"): r(MOTTO, "b 13 u")},
    ),
    ("motto.underline", "dashed", "PLAN", {made.LONG_LINE: drawn(3250, 5500, dash="dash")}),
    ("issuer.underline", "none", "PLAN", {made.LINE: ""}),
    ("issuer.underline", "typed in the same paragraph", "PLAN", {made.LINE: r("\n______", "12")}),
    ("summary.underline", "too long", "PLAN", {TITLE_LINE: drawn(8000, TEXT_WIDTH)}),
    ("motto.size-pair", "both 13", "PLAN", {r(NATION, "b 12"): r(NATION, "b 13")}),
    ("body.paragraph-spacing", "none", "PLAN", {'w:after="120"': 'w:after="0"'}),
    (
        "body.paragraph-spacing",
        "taken away between paragraphs of one style",
        "PLAN",
        {'<w:ind w:firstLine="720"/>': '<w:ind w:firstLine="720"/><w:contextualSpacing/>'},
    ),
    (
        "body.line-spacing-exact",
        "too tight",
        "PLAN",
        {'w:line="276" w:lineRule="auto"': 'w:line="280" w:lineRule="exact"'},
    ),
    ("symbol.plan", "a decision's", "PLAN", {"/KH-UBND</w:t>": "/QĐ-UBND</w:t>"}),
    ("symbol.structure-named", "a plan's", "DECISION", {"/QĐ-UBND</w:t>": "/KH-UBND</w:t>"}),
    ("symbol.structure-letter", "a plan's", "LETTER", {"12/UBND-VX": "12/KH-UBND"}),
    (
        "plan.no-addressee",
        "in a plan",
        "PLAN",
        {made.TEXT: p("Kính gửi: Các thôn", align="center") + made.TEXT},
    ),
    ("appendix.referenced", "never", "WHOLE", {" (nhiệm vụ tại Phụ lục kèm theo)": ""}),
    ("end-mark.unique", "twice", "PLAN", {"địa bàn xã.": "địa bàn xã./."}),
    ("legal-basis.end-mark", "a full stop in between", "WHOLE", {"năm 2025;": "năm 2025."}),
    ("legal-basis.comma-error", "at the end", "WHOLE", {"phòng Kinh tế.": "phòng Kinh tế,"}),
    ("signer.prefix-form", "a slash", "PLAN", {"TM. ỦY BAN": "T/M ỦY BAN"}),
    ("header.two-columns", "one below the other", "PLAN", {made.HEAD: HEAD_BELOW}),
]
"""Rule, how it is broken, in which foundation, and what takes the place of what."""


def changed(name: str, changes: dict[str, str]) -> bytes:
    parts = [getattr(made, name), made.LAST_PAGE, made.HEADER]
    for old, new in changes.items():
        assert any(old in part for part in parts)
        parts = [part.replace(old, new) for part in parts]
    content, page, header = parts
    return package(content, page=page, header=header)


IN_FOOTER = package(
    made.PLAN,
    header="<w:p/>",
    page=f'<w:footerReference w:type="default" r:id="rId20"/>{PAGE}',
    more={"footer1.xml": f"<w:ftr {made.SPACES}>{made.HEADER}</w:ftr>"},
)
SPECIAL = [
    ("page-number.position", "in the footer", IN_FOOTER),
    *((rule, how, changed(name, changes)) for rule, how, name, changes in CHANGES),
]
SPECIAL_COMPANIONS = {
    "header.two-columns": {"national-title.position"},
    "font.charset": {"font.family"},
    "signer.prefix-form": {"signer.kt"},
}


@pytest.mark.parametrize(
    ("rule_id", "document"),
    [pytest.param(one, document, id=f"{one}: {how}") for one, how, document in SPECIAL],
)
def test_a_spoilt_document_breaks_the_rule(rule_id: str, document: bytes) -> None:
    found = failing(document)
    assert rule_id in found
    assert found <= {rule_id} | SPECIAL_COMPANIONS.get(rule_id, set())


@pytest.mark.parametrize(
    ("rule_id", "document"),
    [
        pytest.param(one, document, id=f"{one}: {how}")
        for one, how, document in SPECIAL
        if next(rule for rule in catalogue().rules() if rule.id == one).fix
    ],
)
def test_a_spoilt_document_is_repaired(rule_id: str, document: bytes) -> None:
    repaired = docgen.fix(document)
    assert rule_id in {repair.rule.id for repair in repaired.repairs}
    assert failing(repaired.data) == set()


def looks() -> list[tuple[Rule, dict[str, bool | float | str]]]:
    """The wrong examples of print that can be brought about by changing a component's look."""
    special = {one for one, _, _ in SPECIAL} | {"page-number.first-page"}
    unmade = {"side", "side_by_side", "place", "exact_lines"}
    return [
        (rule, dict(example))
        for rule in catalogue().rules()
        for example in rule.wrong
        if isinstance(example, dict)
        and rule.look
        and rule.id not in special - {"page-number.position"}
        and set(example) <= set(rule.look) - unmade
    ]


@pytest.mark.parametrize(
    ("rule", "example"), [pytest.param(*one, id=f"{one[0].id} {one[1]}") for one in looks()]
)
def test_a_wrong_look_breaks_the_rule(rule: Rule, example: dict[str, bool | float | str]) -> None:
    (name, value), *_ = example.items()
    spoilt = next(
        made_so
        for document in FOUNDATIONS.values()
        if (made_so := broken(document, rule.of, name, value)) is not None
    )
    found = failing(spoilt)
    assert rule.id in found
    assert found <= {rule.id} | COMPANIONS.get(rule.id, set())
    if rule.fix and (name != "caps" or value):
        assert failing(docgen.fix(spoilt).data) == set()


def words() -> list[tuple[Rule, str]]:
    """The wrong examples of text, but for those of several paragraphs, which `texts` proves."""
    special = {one for one, _, _ in SPECIAL}
    return [
        (rule, example)
        for rule in catalogue().rules()
        for example in rule.wrong
        if isinstance(example, str) and rule.id not in special
    ]


def worded(rule: Rule, example: str) -> bytes | None:
    made_so = (reworded(document, rule.of, example) for document in FOUNDATIONS.values())
    return next((one for one in made_so if one is not None), None)


WORDED = [(rule, text, document) for rule, text in words() if (document := worded(rule, text))]


@pytest.mark.parametrize(
    ("rule", "document"),
    [pytest.param(rule, document, id=f"{rule.id}: {text}") for rule, text, document in WORDED],
)
def test_wrong_words_break_the_rule(rule: Rule, document: bytes) -> None:
    found = failing(document)
    assert rule.id in found
    assert found <= {rule.id, "end-mark"} | COMPANIONS.get(rule.id, set())
    if rule.fix in BY_TEXT:
        assert rule.id not in failing(docgen.fix(document).data)


def test_most_rules_are_broken_here() -> None:
    proven = {rule.id for rule, _ in looks()} | {rule.id for rule, _, _ in WORDED}
    proven |= {one for one, _, _ in SPECIAL}
    missing = {rule.id for rule in catalogue().rules() if not rule.unchecked} - proven
    assert missing == {
        # sequences: several paragraphs, proven on their texts
        "point.label",
        "plan.heading.roman-sequence",
        "legal-basis.last-proposal",
    }
