"""OpenDocument read without another program: lists that count, spans, notes, tables."""

import zipfile
from pathlib import Path

import pytest
from test_extract.wordfiles import zipped

from extract.layout import Layout, Line, Table
from extract.readers import read_layout
from plan.errors import LimitError, UnreadableError

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("draw", "drawing"),
    )
)
LISTS = """
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."
    text:display-levels="2"/>
  <text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="B">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="+"/>
</text:list-style>
<text:list-style style:name="S">
  <text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"
    style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
"""
STYLES = """
<style:style style:name="C" style:family="paragraph" style:parent-style-name="D">
  <style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="D" style:family="paragraph">
  <style:text-properties fo:font-weight="bold" fo:font-size="13pt"/></style:style>
<style:style style:name="I" style:family="text">
  <style:text-properties fo:font-style="italic" fo:font-weight="normal"/></style:style>
<style:style style:name="H" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="R" style:family="table-cell">
  <style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
"""


def layout_of(tmp_path: Path, body: str, styles: str = LISTS + STYLES, **more: str) -> Layout:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {SPACES}>{automatic}{text}</office:document-content>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    file = tmp_path / "kế hoạch.docx"
    file.write_bytes(zipped(parts | {f"{name}.xml": inside for name, inside in more.items()}))
    return read_layout(file)


def lines(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line)]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*inner: str, look: str = "") -> str:
    entries = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f"<text:list {look}>{entries}</text:list>"


L, B, S = ('text:style-name="L"', 'text:style-name="B"', 'text:style-name="S"')

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "levels",
        items(p("Mục"), p("Tiêu") + items(p("một"), p("hai") + items(p("điểm"))), look=L),
        ["I. Mục", "II. Tiêu", "II.1. một", "II.2. hai", "a) điểm"],
    ),
    ("bullets", items(p("một") + items(p("hai")), look=B), ["- một", "+ hai"]),
    ("a start", items(p("ba"), p("bốn"), look=S), ["(3) ba", "(4) bốn"]),
    (
        "a list that goes on and one that does not",
        items(p("a"), look=S)
        + p("giữa")
        + items(p("b"), look=f'{S} text:continue-numbering="true"')
        + items(p("c"), look=S),
        ["(3) a", "giữa", "(4) b", "(3) c"],
    ),
    (
        "a list that goes on with a named one",
        items(p("a"), look=f'{S} xml:id="x"')
        + items(p("b"), look=S)
        + items(p("c"), look=f'{S} text:continue-list="x"'),
        ["(3) a", "(3) b", "(4) c"],
    ),
    (
        "an entry's own number",
        (f'<text:list {S}><text:list-item text:start-value="7">{p("a")}</text:list-item>'
        f"<text:list-item>{p('b')}</text:list-item></text:list>"),
        ["(7) a", "(8) b"],
    ),
    (
        "only the first paragraph of an entry",
        items(p("a") + p("b"), look=S)
        + f"<text:list {S}><text:list-header>{p('c')}</text:list-header></text:list>",
        ["(3) a", "b", "c"],
    ),
    (
        "blanks, tabs, breaks",
        p('Số:<text:s text:c="3"/>12<text:tab/>/KH<text:line-break/>- x'),
        ["Số: 12 /KH", "- x"],
    ),
    ("hidden text", p('a<text:span text:style-name="H">b</text:span>c'), ["ac"]),
    (
        "comments and marks",
        p("a<office:annotation><text:p>b</text:p></office:annotation><text:bookmark/>c"),
        ["ac"],
    ),
    ("fields and links", p("<text:a>a</text:a> <text:date>3/2026</text:date>"), ["a 3/2026"]),
    (
        "what was deleted",
        ("<text:tracked-changes><text:changed-region><text:deletion><text:p>b</text:p>"
        f"</text:deletion></text:changed-region></text:tracked-changes>{p('a<text:change/>c')}"),
        ["ac"],
    ),
    (
        "a text box once",
        p(f"a<draw:frame><draw:text-box>{p('hộp')}</draw:text-box></draw:frame>b"),
        ["ab", "hộp"],
    ),
    ("a section", f"<text:section>{p('a')}</text:section>", ["a"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "body", "expected"), TEXTS, ids=[t[0] for t in TEXTS])
def test_the_text_is_what_is_printed(
    case: str, body: str, expected: list[str], tmp_path: Path
) -> None:
    assert lines(layout_of(tmp_path, body)) == expected, case


def test_headings_may_be_numbered(tmp_path: Path) -> None:
    outline = (
        f"<office:document-styles {SPACES}><office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format=""/>'
        "</text:outline-style></office:styles></office:document-styles>"
    )
    body = "".join(
        f'<text:h text:outline-level="{depth}">{text}</text:h>'
        for depth, text in ((1, "Mục"), (2, "Ý"), (1, "Tiêu"))
    )
    assert lines(layout_of(tmp_path, body, styles=outline)) == ["I. Mục", "Ý", "II. Tiêu"]


def test_looks(tmp_path: Path) -> None:
    layout = layout_of(
        tmp_path, p("KH", "C") + p('<text:span text:style-name="I">abc</text:span>d', "D") + p("e")
    )
    found = [
        (b.text, b.bold, b.italic, b.align, b.size) for b in layout.blocks if isinstance(b, Line)
    ]
    assert found == [
        ("KH", True, False, "center", 13.0),
        ("abcd", False, True, None, 13.0),
        ("e", False, False, None, None),
    ]  # fmt: skip


def test_a_table_with_merged_cells(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f'<table:table-cell table:style-name="R" table:number-columns-spanned="2" '
        f'table:number-rows-spanned="2">{p("a")}</table:table-cell>{covered}'
        f"<table:table-cell>{p('b')}</table:table-cell></table:table-row></table:table-header-rows>"
        f"<table:table-row>{covered * 2}<table:table-cell>{p('c')}{p('d')}</table:table-cell>"
        "</table:table-row><table:table-row>"
        + "".join(f"<table:table-cell>{p(one)}</table:table-cell>" for one in "efg")
        + "</table:table-row></table:table>"
    )
    (table,) = layout_of(tmp_path, body).blocks
    assert isinstance(table, Table)
    assert table.ruled is True
    assert [
        [([line.text for line in c.lines], c.span, c.continued) for c in row] for row in table.rows
    ] == [
        [(["a"], 2, False), (["b"], 1, False)],
        [([], 2, True), (["c", "d"], 1, False)],
        [(["e"], 1, False), (["f"], 1, False), (["g"], 1, False)],
    ]


def test_notes_stand_apart(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('hiện trạng')}</text:note-body></text:note>"
    )
    layout = layout_of(tmp_path, p(f"a{note}b"))
    assert lines(layout) == ["ab"]
    assert [[line.text for line in one] for one in layout.notes] == [["hiện trạng"]]


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    file = tmp_path / "a.odt"
    content = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        f"<office:document-content {SPACES}><office:body><office:text><text:p>a&e;b</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    file.write_bytes(zipped({"mimetype": kind, "content.xml": content}))
    assert lines(read_layout(file)) in (["ab"], ["a"])


def nested(depth: int) -> str:
    return "<text:list><text:list-item>" * depth + p("a") + "</text:list-item></text:list>" * depth


@pytest.mark.parametrize("body", [nested(130), "<text:p>" + "<text:span>" * 150, "<a>"])
def test_damage_and_depth_end_in_one_line(body: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^kế hoạch\.docx: "):
        layout_of(tmp_path, body)


def test_a_file_that_unpacks_to_too_much(tmp_path: Path) -> None:
    file = tmp_path / "bom.odt"
    file.write_bytes(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", b" " * 40_000_000)
    with pytest.raises(LimitError, match=r"^bom\.odt: "):
        read_layout(file)
