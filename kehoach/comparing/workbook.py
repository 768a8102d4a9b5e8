"""A comparison as a workbook: the counts, the targets, the work; Vietnamese like every document."""

from collections.abc import Iterator, Sequence

from docgen.comparing.report import Comparison, Row
from kehoach.comparing.words import FATES, KINDS, Texts, change, remarks, title
from kehoach.language import vietnamese
from kehoach.tables.table import Cell, Column
from kehoach.tables.words import day, sign
from kehoach.tables.workbook import workbook

OUTCOME = Column("fate", "Kết quả", lambda fate: vietnamese(FATES[fate]))
TARGETS = (
    OUTCOME,
    Column("parent.section", "Mục (cấp trên)"),
    Column("parent.text", "Chỉ tiêu của cấp trên"),
    Column("parent.comparator", "So sánh (cấp trên)", sign),
    Column("parent.value", "Giá trị (cấp trên)"),
    Column("parent.value_max", "Đến giá trị (cấp trên)"),
    Column("parent.unit", "Đơn vị tính (cấp trên)"),
    Column("parent.year", "Năm (cấp trên)"),
    Column("child.section", "Mục (cấp dưới)"),
    Column("child.text", "Chỉ tiêu của cấp dưới"),
    Column("child.comparator", "So sánh (cấp dưới)", sign),
    Column("child.value", "Giá trị (cấp dưới)"),
    Column("child.value_max", "Đến giá trị (cấp dưới)"),
    Column("child.unit", "Đơn vị tính (cấp dưới)"),
    Column("child.year", "Năm (cấp dưới)"),
)
WORK = (
    OUTCOME,
    Column("item", "Loại", lambda kind: vietnamese(KINDS[kind])),
    Column("parent.section", "Mục (cấp trên)"),
    Column("parent.text", "Nội dung của cấp trên"),
    Column("parent.bodies", "Đơn vị (cấp trên)"),
    Column("parent.deadline.text", "Thời hạn (cấp trên)"),
    Column("parent.deadline.date", "Ngày đến hạn (cấp trên)", day),
    Column("child.section", "Mục (cấp dưới)"),
    Column("child.text", "Nội dung của cấp dưới"),
    Column("child.bodies", "Đơn vị (cấp dưới)"),
    Column("child.deadline.text", "Thời hạn (cấp dưới)"),
    Column("child.deadline.date", "Ngày đến hạn (cấp dưới)", day),
)
DIFFERENCE, REMARK, SURENESS = "Khác biệt", "Ghi chú", "Độ khớp"


def as_workbook(comparison: Comparison) -> bytes:
    """The comparison as .xlsx: what each side says side by side, a row for each item."""
    texts = Texts(comparison)
    targets = [row for row in comparison.rows if row.item == "target"]
    work = [row for row in comparison.rows if row.item != "target"]
    return workbook(
        {
            "Tổng hợp": list(_counts(comparison)),
            "Chỉ tiêu": list(_rows(TARGETS, targets, texts)),
            "Nhiệm vụ": list(_rows(WORK, work, texts)),
        }
    )


def _counts(comparison: Comparison) -> Iterator[list[Cell]]:
    """How many items of each kind have which fate, then which plans were compared."""
    yield ["Loại", *(vietnamese(name) for name in FATES.values()), ""]
    for kind, counted in comparison.summary.items():
        yield [vietnamese(KINDS[kind]), *(counted[fate] for fate in FATES), None]
    nothing = [None] * len(FATES)
    yield [f"Cấp trên: {title(comparison.parent)}", *nothing, None]
    yield [f"Cấp dưới: {title(comparison.child)}", *nothing, None]


def _rows(columns: Sequence[Column], rows: Sequence[Row], texts: Texts) -> Iterator[list[Cell]]:
    """The headings, then a row for each item, the differences and how sure the pair is behind."""
    yield [*(column.title for column in columns), DIFFERENCE, REMARK, SURENESS]
    for row in rows:
        changed = "\n".join(change(one, vietnamese) for one in row.changes)
        noted = "\n".join(remarks(row, texts, vietnamese))
        cells = [column.shown(column.value(row)) for column in columns]
        yield [*cells, changed or None, noted or None, row.score]
