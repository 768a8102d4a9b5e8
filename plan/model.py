"""A plan (kế hoạch) as data: the form in which `extract` emits it and `docgen` takes it.

Every text is Unicode NFC. What the document does not say is `None` or an empty list, never a
guess. A model read from JSON is strict: a number where a string belongs is an error.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from plan.messages import Argument, fill
from plan.text import nfc

SCHEMA_VERSION = "1.0"

Text = Annotated[str, BeforeValidator(nfc)]
Number = int | float

SectionKind = Literal[
    "purpose_and_requirements",
    "purpose",
    "requirements",
    "objectives",
    "targets",
    "tasks",
    "solutions",
    "tasks_and_solutions",
    "funding",
    "implementation",
    "other",
]
Comparator = Literal["=", ">=", ">", "<=", "<", "~"]
Role = Literal[
    "lead", "coordinate", "advise", "monitor", "report", "propagate", "guide", "implement"
]
Every = Literal["year", "half_year", "quarter", "month", "week", "ongoing"]
Level = Literal["commune", "district", "province", "central"]
UnitType = Literal[
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "huyện",
    "quận",
    "thị xã",
    "thành phố",
    "tỉnh",
]


class Record(BaseModel):
    """The base of every part: strict types, unknown fields of other versions are left aside."""

    model_config = ConfigDict(strict=True, extra="ignore", validate_default=False)


class Span(Record):
    """Where a value stands in its source.

    `start` and `end` count characters of the text that was read (NFC); `page` counts from 1;
    `path` names the paragraph or cell of a Word file (`p12`, `t2/r3/c1/p1`).
    """

    start: int
    end: int
    page: int | None = None
    path: Text | None = None


class Finding(Record):
    """Something odd that a person should look at (điểm cần xem lại). A value, not an error."""

    code: Text
    severity: Literal["info", "warning"] = "warning"
    template: Text
    args: dict[str, Argument] = Field(default_factory=dict)
    span: Span | None = None

    @property
    def message(self) -> str:
        """The finding in English."""
        return fill(self.template, self.args)


class Source(Record):
    """What was read, and how."""

    name: Text | None = None
    format: Text | None = None
    pages: int | None = None
    characters: int | None = None


class Header(Record):
    """The block above the title: agency, number, place and date, document type, subject."""

    parent_agency: Text | None = None
    """Cơ quan chủ quản."""
    agency: Text | None = None
    """Cơ quan ban hành."""
    number: int | None = None
    symbol: Text | None = None
    """Ký hiệu, such as `KH-UBND`."""
    place: Text | None = None
    """Địa danh."""
    date: Text | None = None
    """ISO; `2026-03` where the day is left blank."""
    doc_type: Text | None = None
    """Tên loại in canonical case, such as `Kế hoạch`."""
    subject: Text | None = None
    """Trích yếu."""
    spans: dict[str, Span] = Field(default_factory=dict)


class Area(Record):
    """The administrative unit (đơn vị hành chính) that the plan is for."""

    level: Level | None = None
    type: UnitType | None = None
    name: Text | None = None
    district: Text | None = None
    province: Text | None = None


class Period(Record):
    """The years that the plan is for: `start` and `end`, and the `vision` beyond."""

    start: int | None = None
    end: int | None = None
    vision: int | None = None


class Citation(Record):
    """A document named in the text (văn bản viện dẫn)."""

    doc_type: Text | None = None
    code: Text | None = None
    """Number and symbol without spaces, such as `749/QĐ-TTg`."""
    date: Text | None = None
    issuer: Text | None = None
    subject: Text | None = None
    span: Span | None = None


class Block(Record):
    """One piece of a section's own text, in order."""

    type: Literal["paragraph", "item", "table"]
    label: Text | None = None
    """An item's mark as printed: `-`, `+`, `a)`, `1.`."""
    text: Text = ""
    rows: list[list[Text]] = Field(default_factory=list)
    children: list["Block"] = Field(default_factory=list)
    span: Span | None = None


class Section(Record):
    """A node of the outline."""

    label: Text | None = None
    """As printed, without punctuation: `I`, `1`, `a`, `2.1`."""
    title: Text = ""
    level: int = 1
    kind: SectionKind = "other"
    children: list["Section"] = Field(default_factory=list)
    content: list[Block] | None = None
    """The section's own text; `None` where the plan is written as data alone."""
    span: Span | None = None


class Baseline(Record):
    """Today's figure (hiện trạng) for the same indicator."""

    value: Number
    unit: Text | None = None
    as_of: Text | None = None
    span: Span | None = None


class Target(Record):
    """One measured quantity, or one item without a quantity (chỉ tiêu, mục tiêu)."""

    text: Text
    indicator: Text | None = None
    comparator: Comparator | None = None
    value: Number | None = None
    value_max: Number | None = None
    unit: Text | None = None
    year: int | None = None
    baseline: Baseline | None = None
    section: Text | None = None
    kind: SectionKind | None = None
    span: Span | None = None


class Task(Record):
    """One piece of work (nhiệm vụ, giải pháp)."""

    text: Text
    section: Text | None = None
    kind: SectionKind | None = None
    span: Span | None = None


class Deadline(Record):
    """When something is due (thời hạn), once (`date`) or again and again (`every`)."""

    text: Text
    date: Text | None = None
    every: Every | None = None
    month: int | None = None
    day: int | None = None


class Duty(Record):
    """One thing that a unit is told to do."""

    text: Text
    roles: list[Role] = Field(default_factory=list)
    partners: list[Text] = Field(default_factory=list)
    deadline: Deadline | None = None
    reports_to: Text | None = None
    span: Span | None = None


class Responsibility(Record):
    """What one unit is responsible for (tổ chức thực hiện)."""

    unit: Text
    section: Text | None = None
    tasks: list[Duty] = Field(default_factory=list)
    span: Span | None = None


class Assignment(Record):
    """One row of a table that assigns work (bảng phân công)."""

    text: Text
    lead: list[Text] = Field(default_factory=list)
    partners: list[Text] = Field(default_factory=list)
    deadline: Deadline | None = None
    output: Text | None = None
    group: Text | None = None
    span: Span | None = None


class Recipient(Record):
    """One line of the recipients (nơi nhận)."""

    name: Text
    note: Text | None = None
    span: Span | None = None


class Signature(Record):
    """The signature block: `TM. …`, `KT. …`, position, name."""

    authority: Text | None = None
    on_behalf: Text | None = None
    position: Text | None = None
    name: Text | None = None
    spans: dict[str, Span] = Field(default_factory=dict)


class Appendix(Record):
    """An appendix (phụ lục) after the signature."""

    label: Text | None = None
    title: Text | None = None
    reference: Text | None = None
    content: list[Block] = Field(default_factory=list)
    span: Span | None = None


class Plan(Record):
    """The whole document."""

    schema_version: Text = SCHEMA_VERSION
    header: Header = Field(default_factory=Header)
    area: Area = Field(default_factory=Area)
    period: Period = Field(default_factory=Period)
    legal_bases: list[Citation] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)
    preamble: list[Text] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    responsibilities: list[Responsibility] = Field(default_factory=list)
    funding: list[Text] = Field(default_factory=list)
    schedule: list[Assignment] = Field(default_factory=list)
    closing: list[Text] = Field(default_factory=list)
    recipients: list[Recipient] = Field(default_factory=list)
    filing: list[Text] = Field(default_factory=list)
    signature: Signature = Field(default_factory=Signature)
    appendices: list[Appendix] = Field(default_factory=list)
    source: Source = Field(default_factory=Source)
    findings: list[Finding] = Field(default_factory=list)
