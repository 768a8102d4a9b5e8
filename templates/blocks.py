# ruff: noqa: INP001 - a part of the script beside it
"""The blocks that all templates share: head, title, text, tables, signature, appendices."""

from markup import (
    TEXT_WIDTH,
    cell,
    each,
    either,
    paragraph,
    row,
    run,
    section_end,
    table,
    tag,
    text,
)
from styles import FACTS, HEADING_DEPTHS

HEADER_COLUMNS = (3855, TEXT_WIDTH - 3855)
SIGNATURE_COLUMNS = (4455, TEXT_WIDTH - 4455)
HALVES = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)


def header_table(number: str = "number", date: str = "place_and_date", below: str = "") -> str:
    """Agency left, Quốc hiệu and Tiêu ngữ right; number and date level below (Mục IV).

    `number` and `date` are the names that the template takes them from; `below` stands under the
    number.
    """
    left, right = HEADER_COLUMNS
    agency = (
        either(("parent_agency", text("ParentAgency", "{{ parent_agency }}")))
        + each("line", "agency", text("Agency", "{{ line }}"))
        + paragraph("ShortRule")
    )
    nation = (
        text("NationalTitle", FACTS["national-title.text"])
        + text("Motto", FACTS["motto.text"])
        + paragraph("Rule")
    )
    return table(
        "TableNormal",
        HEADER_COLUMNS,
        row(cell(left, agency), cell(right, nation)),
        row(
            cell(left, text("Number", f"{{{{ {number} }}}}") + below),
            cell(right, text("PlaceAndDate", f"{{{{ {date} }}}}")),
        ),
    )


def title_block(title: str, subject: str) -> str:
    """Type and subject with the rule below them (khoản 5)."""
    return text("Title", title) + text("Subtitle", subject) + paragraph("ShortRule")


def own_title() -> str:
    """Type and subject of the plan itself; one that has no subject has no rule."""
    subject = text("Subtitle", "{{ subject }}") + paragraph("ShortRule")
    return text("Title", "{{ title }}") + either(("subject", subject))


def plan_table() -> str:
    """A table of the plan: its head on every page, a cell for each entry."""
    third = TEXT_WIDTH // 3
    entry = either(
        ('cell.style == "group"', text("TableGroup", "{{ cell.text }}")),
        ('cell.style == "centred"', text("TableCentred", "{{ cell.text }}")),
        ("true", text("TableText", "{{ cell.text }}")),
    )
    head = text("TableHead", "{{ cell.text }}")
    return table(
        "PlanTable",
        (third, third, third),
        *rows_of("line.head", head, third, head=True),
        *rows_of("line.rows", entry, third, head=False),
    ) + paragraph("AfterTable")


def rows_of(source: str, xml: str, width: int, *, head: bool) -> tuple[str, ...]:
    """A table row for each of `source`, with a cell for each of its entries."""
    cells = (
        cell(width, tag("tc", "for cell in row")),
        cell(width, xml, "center" if head else "top"),
        cell(width, tag("tc", "endfor")),
    )
    begin, end = tag("tr", f"for row in {source}"), tag("tr", "endfor")
    return row(cell(width, begin)), row(*cells, head=head), row(cell(width, end))


def heading(depth: int) -> tuple[str, str]:
    """The branch of a heading; that of a point (điểm) is not bold."""
    runs = (
        run("{%r if line.bold %}"),
        run("{{ line.text }}"),
        run("{%r else %}"),
        run("{{ line.text }}", "Point"),
        run("{%r endif %}"),
    )
    return f'line.style == "heading {depth}"', paragraph(f"Heading{depth}", *runs)


TABLE_BRANCH = ('line.style == "table"', plan_table())
PART_BRANCH = ('line.style == "part"', text("PartHeading", "{{ line.text }}"))
BASIS_BRANCH = ('line.style == "basis"', text("LegalBasis", "{{ line.text }}"))


def lines(source: str, *branches: tuple[str, str]) -> str:
    """Every line of `source`, each in the branch for its style; text is the last branch."""
    return each("line", source, either(*branches, ("true", text("BodyText", "{{ line.text }}"))))


def plan_body(opening: str = "preamble") -> str:
    """The text of the plan, from its opening to its closing."""
    return (
        lines(opening, BASIS_BRANCH)
        + lines("body", PART_BRANCH, *map(heading, HEADING_DEPTHS), TABLE_BRANCH)
        + each("line", "closing", text("Closing", "{{ line.text }}"))
    )


def addressees(source: str) -> str:
    """Kính gửi: one on the label's line, several below it, dashes under the colon (khoản 9)."""
    several = either(
        ("loop.first", text("AddresseesLabel", "{{ line }}")),
        ("true", text("Addressees", "{{ line }}")),
    )
    return either(
        (f"{source}|length == 1", text("Addressee", f"{{{{ {source}|first }}}}")),
        ("true", each("line", source, several) + paragraph("AfterTable")),
    )


def items(source: str) -> str:
    """Lines of a list, each a paragraph."""
    return each("line", source, text("BodyText", "{{ line }}"))


def signer(name: str, other_title: str, titles: str) -> str:
    """One signer: authority and position, room for the signature, other title, name (khoản 7)."""
    return (
        each("line", titles, text("SignerTitle", "{{ line }}"))
        + paragraph("SignatureRoom")
        + either((other_title, text("SignerTitle", f"{{{{ {other_title} }}}}")))
        + text("SignerName", f"{{{{ {name} }}}}")
    )


def signature_table(recipients: str = "recipients") -> str:
    """Nơi nhận left, signature right, in a row that never breaks (khoản 7, 9).

    Who signs together with the signer stands left of the signer, above the recipients.
    """
    left, right = SIGNATURE_COLUMNS
    half, other = HALVES
    first = signer("signer", "other_title", "signature")
    partner = signer("partner.name", "partner.other_title", "partner.titles")
    received = receivers(recipients)
    one = table("TableNormal", SIGNATURE_COLUMNS, row(cell(left, received), cell(right, first)))
    beside = each("partner", "co_signers", partner) + paragraph("AfterTable") + received
    several = table("TableNormal", HALVES, row(cell(half, beside), cell(other, first)))
    needed = f"{recipients} or filing or signature or signer"
    return paragraph("BeforeSignature") + either(("co_signers", several), (needed, one))


def receivers(recipients: str) -> str:
    """Nơi nhận and Lưu."""
    label = f"{{% if {recipients} or filing %}}Nơi nhận:{{% endif %}}"
    return (
        text("RecipientsLabel", label)
        + each("line", recipients, text("Recipients", "{{ line }}"))
        + either(("filing", text("Recipients", "{{ filing }}")))
    )


def appendix_text() -> str:
    """Label, title and reference line of an appendix, and its text (Mục III)."""
    reference = text("AppendixReference", "{{ appendix.reference }}") + paragraph("ShortRule")
    return (
        either(("appendix.label", text("AppendixLabel", "{{ appendix.label }}")))
        + either(("appendix.title", text("AppendixTitle", "{{ appendix.title }}")))
        + either(("appendix.reference", reference))
        + lines("appendix.body", TABLE_BRANCH)
    )


def appendices(source: str = "appendices") -> str:
    """Each appendix is a section of its own, with its own page numbers (Mục III khoản 1.đ)."""
    return each("appendix", source, section_end() + appendix_text())


def turned_appendices(source: str) -> str:
    """Appendices, each on pages that are upright or turned as its tables ask."""
    end = either(
        ("appendix.landscape", section_end(landscape=True)),
        ("true", section_end()),
    )
    return each("appendix", source, appendix_text() + end)
