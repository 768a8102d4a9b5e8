"""One Word file that has of everything a form can lose."""

from test_extract.wordfiles import (
    definition,
    level,
    num,
    numbered,
    p,
    package,
    run,
    tbl,
    tc,
    tr,
)

RULED = (
    '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>'
    '<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>'
)
CHANGE = 'w:id="{}" w:author="a" w:date="2026-01-01T00:00:00Z"'


def grid(*widths: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def cell(width: int, *blocks: str, more: str = "") -> str:
    return tc(*blocks, properties=f'<w:tcW w:w="{width}" w:type="dxa"/>{more}')


def field(shown: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    told = "<w:r><w:instrText>REF ten</w:instrText></w:r>"
    return f"{mark('begin')}{told}{mark('separate')}{run(shown)}{mark('end')}"


def box(*blocks: str) -> str:
    shape = '<v:shape style="width:100pt;height:50pt;position:absolute">'
    inside = f"<v:textbox><w:txbxContent>{''.join(blocks)}</w:txbxContent></v:textbox>"
    picture = f'<w:pict xmlns:v="urn:schemas-microsoft-com:vml">{shape}{inside}</v:shape></w:pict>'
    return f"<w:r>{picture}</w:r>"


INNER = tbl(
    grid(1000, 1000),
    tr(cell(1000, "trong 1"), cell(1000, "trong 2")),
    tr(cell(1000, "trong 3"), cell(1000, "trong 4")),
    properties=RULED,
)
TABLE = tbl(
    grid(1000, 2000, 3000),
    tr(cell(3000, "rộng", more='<w:gridSpan w:val="2"/>'), cell(3000, "hẹp")),
    tr(
        cell(1000, "cao", more='<w:vMerge w:val="restart"/>'),
        cell(2000, "một", "hai"),
        cell(3000, ""),
    ),
    tr(
        cell(1000, "", more="<w:vMerge/>"),
        cell(2000, "ba"),
        cell(3000, p("trước"), INNER, p("sau")),
    ),
    properties=RULED,
)
BODY = "".join(
    (
        p(run("KẾ HOẠCH", "<w:b/>"), look='<w:jc w:val="center"/>'),
        numbered("Mục đích"),
        numbered("Yêu cầu một", 1),
        numbered("Yêu cầu hai", 1),
        numbered("điểm", 2),
        numbered("điểm nữa", 2),
        numbered("Chỉ tiêu"),
        numbered("Chỉ tiêu một", 1),
        p("Giữa hai mục"),
        numbered("Chỉ tiêu hai", 1),
        numbered("gạch", 0, 2),
        numbered("Danh sách khác", 0, 3),
        numbered("Danh sách khác nữa", 0, 3),
        numbered("Danh sách bắt đầu lại", 0, 4),
        p("Trước", '<w:r><w:footnoteReference w:id="2"/></w:r>', " sau chú thích"),
        p(
            "thấy",
            run(" ẩn", "<w:vanish/>"),
            f"<w:ins {CHANGE.format(1)}>{run(' thêm')}</w:ins>",
            f"<w:del {CHANGE.format(2)}><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
        ),
        p(
            "45",
            "<w:r><w:noBreakHyphen/></w:r>",
            "KH/UBND &lt;và&gt; &amp;",
            "<w:r><w:br/></w:r>",
            "dòng hai",
            "<w:r><w:tab/></w:r>",
            run("nghiêng", "<w:i/>"),
            field(" trường"),
        ),
        p("có hộp", box(p("trong hộp"))),
        TABLE,
        p("giữa hai bảng"),
        tbl(
            grid(3000, 3000),
            tr(cell(3000, "trái"), cell(3000, p("phải", look='<w:jc w:val="right"/>'))),
        ),
        p("hết"),
    )
)
LEVELS = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%1.%2."),
    level(2, "lowerLetter", "%3)"),
)
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
EVERYTHING = package(
    BODY,
    numbering=definition(0, *LEVELS)
    + definition(1, level(0, "bullet", "-"))
    + definition(2, level(0, "decimal", "%1.", start=3))
    + num(1, 0)
    + num(2, 1)
    + num(3, 2)
    + num(4, 2, AGAIN),
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    f"<w:rPr>{FONT}</w:rPr></w:style>",
    footnotes=f'<w:footnote w:type="separator" w:id="0">{p()}</w:footnote>'
    f'<w:footnote w:id="2">{p("Hiện trạng")}</w:footnote>',
)
