"""The sheet Thông tin chung: what the plan says of itself, a row for each fact."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach.tables.table import Cell, Column, Table
from kehoach.tables.words import chosen, day
from plan.model import Evidence, Found, Plan, Span


class Fact(NamedTuple):
    """One thing that the plan says of itself."""

    name: str
    value: Cell
    span: Span | None
    evidence: Mapping[str, Evidence]


KNOWN = (
    Column("header.parent_agency", "Cơ quan chủ quản"),
    Column("header.agency", "Cơ quan ban hành"),
    Column("header.number", "Số"),
    Column("header.symbol", "Ký hiệu"),
    Column("header.place", "Địa danh"),
    Column("header.date", "Ngày ban hành", day),
    Column("header.doc_type", "Tên loại văn bản"),
    Column("header.subject", "Trích yếu"),
    Column("area.level", "Cấp hành chính", chosen),
    Column("area.type", "Loại đơn vị hành chính"),
    Column("area.name", "Đơn vị hành chính"),
    Column("area.district", "Thuộc cấp huyện"),
    Column("area.province", "Thuộc cấp tỉnh"),
    Column("period.start", "Từ năm"),
    Column("period.end", "Đến năm"),
    Column("period.vision", "Tầm nhìn đến năm"),
    Column("funding", "Kinh phí"),
    Column("signature.authority", "Thẩm quyền ký"),
    Column("signature.on_behalf", "Ký thay"),
    Column("signature.position", "Chức vụ người ký"),
    Column("signature.other_title", "Chức vụ khác của người ký"),
    Column("signature.name", "Người ký"),
    Column("filing", "Lưu"),
    Column("source.name", "Tên tệp"),
    Column("source.format", "Định dạng tệp"),
    Column("source.pages", "Số trang"),
    Column("schema_version", "Phiên bản dữ liệu"),
)
"""The facts of a plan, in the order of the document."""


def rows(plan: Plan) -> Iterator[Fact]:
    """The facts that the plan states."""
    for column in KNOWN:
        value = column.value(plan)
        if value not in (None, []):
            evidence = _evidence(plan, column.key)
            span = next((one.span for one in evidence.values() if one.span), None)
            yield Fact(column.title, column.shown(value), span, evidence)


def _evidence(plan: Plan, key: str) -> dict[str, Evidence]:
    """What a fact rests on: the evidence of its field, or of each entry of its list."""
    part, _, name = key.partition(".")
    record = getattr(plan, part)
    if isinstance(record, Found):
        return {name: record.evidence[name]} if name in record.evidence else {}
    return {entry: one for entry, one in plan.evidence.items() if entry.startswith(f"{part}.")}


FACTS = Table(
    "facts", "Thông tin chung", rows, (Column("name", "Thông tin"), Column("value", "Nội dung"))
)
