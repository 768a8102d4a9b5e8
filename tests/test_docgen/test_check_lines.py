"""Lines (đường kẻ) are found however they are drawn, and told from what only looks like one."""

import handmade as made
import pytest
from handmade import drawn, p, package

import docgen

EMU = 36000


def modern(left: float | None, width: float, shape: str = "line", dash: str = "solid") -> str:
    """A run with a line in DrawingML, its place and length in mm."""
    offset = f"<wp:posOffset>{round(left * EMU)}</wp:posOffset>" if left is not None else (
        "<wp:align>center</wp:align>"
    )  # fmt: skip
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column">{offset}</wp:positionH>'
        f'<wp:extent cx="{round(width * EMU)}" cy="0"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr>"
        f'<a:prstGeom prst="{shape}"/><a:ln><a:prstDash val="{dash}"/></a:ln></wps:spPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"{drawn(100, 200)[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def bordered(side: float) -> str:
    """An empty paragraph with a border, `side` mm in from both edges."""
    twips = round(side * 56.7)
    return p(
        props='<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>'
        f'<w:ind w:left="{twips}" w:right="{twips}"/>'
    )


CONNECTOR = (
    '<w:r><w:pict><v:shape type="#_x0000_t32" style="margin-left:60pt;width:160pt;height:0"/>'
    "</w:pict></w:r>"
)
RULE = '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t"/></w:pict></w:r>'
ELSEWHERE = p(modern(90, 56))
FOUND = {
    "VML line": made.PLAN,
    "DrawingML line": made.PLAN.replace(made.LONG_LINE, modern(20, 56)),
    "DrawingML connector": made.PLAN.replace(made.LONG_LINE, modern(20, 56, "straightConnector1")),
    "VML connector": made.PLAN.replace(made.LONG_LINE, CONNECTOR),
    "VML horizontal rule": made.PLAN.replace(made.LONG_LINE, RULE),
    "in a paragraph of its own": made.PLAN.replace(
        f"{made.LONG_LINE}</w:p>", f"</w:p>{p(modern(20, 56))}"
    ),
    "border of an empty paragraph": made.PLAN.replace(
        f"{made.LONG_LINE}</w:p>", f"</w:p>{bordered(18)}"
    ),
    "hung on the date": made.PLAN.replace(made.LONG_LINE, "").replace(
        "năm 2026</w:t></w:r></w:p></w:tc>", f"năm 2026</w:t></w:r>{modern(20, 56)}</w:p></w:tc>"
    ),
    "hung above the head": ELSEWHERE + made.PLAN.replace(made.LONG_LINE, ""),
    "centred, its place not told": made.PLAN.replace(made.LONG_LINE, modern(None, 56)),
}


@pytest.mark.parametrize("content", FOUND.values(), ids=FOUND)
def test_a_line_is_found(content: str) -> None:
    assert docgen.check(package(content)).outcome("motto.underline").verdict == "pass"


MISSED = {
    "not there": ("", "there is none"),
    "on the other side": (modern(-60, 20), "it is 20 mm long"),
    "dotted": (modern(20, 56, dash="sysDot"), "it is not solid"),
    "a box": (modern(20, 56, "rect").replace('cy="0"', 'cy="720000"'), "there is none"),
    "too long": (modern(0, 90), "it is 90 mm long"),
}


@pytest.mark.parametrize(("instead", "told"), MISSED.values(), ids=MISSED)
def test_what_is_no_such_line(instead: str, told: str) -> None:
    document = package(made.PLAN.replace(made.LONG_LINE, instead))
    (finding,) = docgen.check(document).outcome("motto.underline").findings
    assert told in finding.message.en


def test_a_long_name_on_several_lines_is_measured_line_by_line() -> None:
    name = "BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN"
    head = made.AGENCY.replace("XÃ AN BÌNH", name).replace("ỦY BAN NHÂN DÂN", "UBND XÃ AN BÌNH")
    report = docgen.check(package(made.PLAN.replace(made.AGENCY, head)))
    assert report.outcome("issuer.underline").verdict == "pass"


def test_a_line_of_the_subject_is_not_taken_for_one_of_the_head() -> None:
    content = made.PLAN.replace(made.LONG_LINE, "").replace(made.LINE, "")
    report = docgen.check(package(content))
    assert report.outcome("summary.underline").verdict == "pass"
    assert report.outcome("motto.underline").verdict == "fail"
    assert report.outcome("issuer.underline").verdict == "fail"


def test_every_form_of_line_is_redrawn() -> None:
    for fake in (modern(20, 20), CONNECTOR.replace("160pt", "40pt"), drawn(900, 5500, dash="dash")):
        document = package(made.PLAN.replace(made.LONG_LINE, fake))
        repaired = docgen.fix(document)
        assert [one.rule.id for one in repaired.repairs] == ["motto.underline"]
        assert docgen.check(repaired.data).violations == ()
