"""A plan (kế hoạch) as data: the form in which `extract` emits it and `docgen` takes it.

Every text is Unicode NFC. What the document does not say is `None` or an empty list, never a
guess. A model read from JSON is strict: a number where a string belongs is an error.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from plan.messages import Argument, fill
from plan.text import nfc

SCHEMA_VERSION = "1.2"

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
Origin = Literal["print", "stamp", "signature", "file_name", "person"]
"""Where a value is from: the typed text, a stamp on it, the signature's data, the file's name, a
person who looked at it."""
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

    `start` and `end` count characters of the text that was read (NFC), and `quote` is what stands
    there; `page` counts from 1; `path` names the paragraph or cell of a Word file (`p12`,
    `t2/r3/c1/p1`); `box` is left, top, right and bottom in pt from the page's upper left corner
    (PDF; of what goes on to the next page, only the part on `page`).
    """

    start: int
    end: int
    page: int | None = None
    path: Text | None = None
    box: Annotated[tuple[float, float, float, float], Field(strict=False)] | None = None
    quote: Text | None = None


class Candidate(Record):
    """One of several values that were found for a field and do not agree."""

    value: Number | Text
    origin: Origin = "print"
    span: Span | None = None


class Evidence(Record):
    """What a value rests on: where it is printed, how sure it is, and what speaks against it.

    `span` is `None` where the value is not printed as such but is said by the item as a whole
    (a role, a section's kind): then the item's own `span` is its place. `confidence` is the share
    of values like this one that were right on annotated plans. `doubts` name what makes this one
    less sure. `candidates` are all values found, this one too, where they disagree.
    """

    span: Span | None = None
    confidence: float | None = None
    doubts: list[Text] = Field(default_factory=list)
    candidates: list[Candidate] = Field(default_factory=list)


class Found(Record):
    """A part that was read from a document; `evidence` tells on what each filled field rests."""

    span: Span | None = None
    evidence: dict[str, Evidence] = Field(default_factory=dict)


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


class DigitalSignature(Record):
    """What an electronic signature (chữ ký số) says of itself; whether it is valid is not checked.

    `signer` and `agency` are named in its certificate; `time` is ISO with the zone.
    """

    signer: Text | None = None
    agency: Text | None = None
    time: Text | None = None


Route = Literal["text", "recognised"]
"""How a page was read: by the text that the file has for it, or recognised in its picture."""


class Source(Record):
    """What was read, and how."""

    name: Text | None = None
    format: Text | None = None
    pages: int | None = None
    characters: int | None = None
    reader: Text | None = None
    """The library or program that read the file."""
    routes: list[Route] = Field(default_factory=list)
    """How each page was read, where the file has pages."""
    repairs: list[Finding] = Field(default_factory=list)
    """What was done to the text so that it says what is printed."""
    losses: list[Finding] = Field(default_factory=list)
    """What the document has and the text has not."""
    signatures: list[DigitalSignature] = Field(default_factory=list)


class Header(Found):
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


class Area(Found):
    """The administrative unit (đơn vị hành chính) that the plan is for."""

    level: Level | None = None
    type: UnitType | None = None
    name: Text | None = None
    district: Text | None = None
    province: Text | None = None


class Period(Found):
    """The years that the plan is for: `start` and `end`, and the `vision` beyond."""

    start: int | None = None
    end: int | None = None
    vision: int | None = None


class Citation(Found):
    """A document named in the text (văn bản viện dẫn)."""

    doc_type: Text | None = None
    code: Text | None = None
    """Number and symbol without spaces, such as `749/QĐ-TTg`."""
    date: Text | None = None
    issuer: Text | None = None
    subject: Text | None = None


class Block(Record):
    """One piece of a section's own text, in order."""

    type: Literal["paragraph", "item", "table"]
    label: Text | None = None
    """An item's mark as printed: `-`, `+`, `a)`, `1.`."""
    text: Text = ""
    rows: list[list[Text]] = Field(default_factory=list)
    children: list["Block"] = Field(default_factory=list)
    span: Span | None = None


class Section(Found):
    """A node of the outline."""

    label: Text | None = None
    """As printed, without punctuation: `I`, `1`, `a`, `2.1`."""
    title: Text = ""
    level: int = 1
    kind: SectionKind = "other"
    children: list["Section"] = Field(default_factory=list)
    content: list[Block] | None = None
    """The section's own text; `None` where the plan is written as data alone."""


class Baseline(Record):
    """Today's figure (hiện trạng) for the same indicator."""

    value: Number
    unit: Text | None = None
    as_of: Text | None = None
    span: Span | None = None


class Target(Found):
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


class Task(Found):
    """One piece of work (nhiệm vụ, giải pháp)."""

    text: Text
    section: Text | None = None
    kind: SectionKind | None = None


class Deadline(Record):
    """When something is due (thời hạn), once (`date`) or again and again (`every`)."""

    text: Text
    date: Text | None = None
    every: Every | None = None
    month: int | None = None
    day: int | None = None


class Duty(Found):
    """One thing that a unit is told to do."""

    text: Text
    roles: list[Role] = Field(default_factory=list)
    partners: list[Text] = Field(default_factory=list)
    deadline: Deadline | None = None
    reports_to: Text | None = None


class Responsibility(Found):
    """What one unit is responsible for (tổ chức thực hiện)."""

    unit: Text
    section: Text | None = None
    tasks: list[Duty] = Field(default_factory=list)


class Assignment(Found):
    """One row of a table that assigns work (bảng phân công)."""

    text: Text
    lead: list[Text] = Field(default_factory=list)
    partners: list[Text] = Field(default_factory=list)
    deadline: Deadline | None = None
    output: Text | None = None
    group: Text | None = None


class Recipient(Found):
    """One line of the recipients (nơi nhận)."""

    name: Text
    note: Text | None = None


class Signature(Found):
    """The signature block: `TM. …`, `KT. …`, position, name (Phụ lục I.II.7)."""

    authority: Text | None = None
    on_behalf: Text | None = None
    position: Text | None = None
    other_title: Text | None = None
    """The signer's title in the agency (chức vụ khác), just above the name: of the head of a board
    who signs with the agency's seal."""
    name: Text | None = None


class Appendix(Record):
    """An appendix (phụ lục) after the signature."""

    label: Text | None = None
    title: Text | None = None
    reference: Text | None = None
    content: list[Block] = Field(default_factory=list)
    span: Span | None = None


class Plan(Found):
    """The whole document.

    `evidence` is that of the lists of strings, by name and index: `funding.0`, `filing.1`.
    """

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
    addressees: list[Text] = Field(default_factory=list)
    """To whom papers on the plan go (Kính gửi); a plan itself has none."""
    recipients: list[Recipient] = Field(default_factory=list)
    filing: list[Text] = Field(default_factory=list)
    signature: Signature = Field(default_factory=Signature)
    co_signatures: list[Signature] = Field(default_factory=list)
    """The other signers of a plan that several agencies issue together (kế hoạch liên tịch)."""
    appendices: list[Appendix] = Field(default_factory=list)
    source: Source = Field(default_factory=Source)
    findings: list[Finding] = Field(default_factory=list)
