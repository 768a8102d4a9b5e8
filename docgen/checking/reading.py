"""From a Word package to the `Document` that checks look at."""

from dataclasses import replace

from docgen.checking.blocks import Around, Blocks
from docgen.checking.document import Container, Document, Paragraph, Room, Section
from docgen.checking.numbering import Numbering
from docgen.checking.package import Package
from docgen.checking.sections import counting, is_titled, margins, references, size
from docgen.checking.styles import Styles
from docgen.checking.xml import Element, W, switch

_ON = frozenset({"1", "true", "on"})


def read(package: Package) -> Document:
    """The document in `package`, all formatting resolved."""
    main = package.main
    settings = package.root(package.related(main, "settings"))
    root = package.root(main)
    styles = Styles(
        package.root(package.related(main, "styles")), package.root(package.related(main, "theme"))
    )
    numbering = Numbering(package.root(package.related(main, "numbering")))
    reading = _Reading(package, Blocks(styles, numbering), gutter_on_top=_gutter_on_top(settings))
    body = root.find(W + "body") if root is not None else None
    if body is not None:
        reading.take(body)
    return Document(
        tuple(reading.sections),
        tuple(reading.paragraphs),
        signed=package.signed,
        protected=_is_protected(settings),
        paged=reading.blocks.page > 1,
    )


class _Reading:
    """A document on its way: the sections so far, and the paragraphs of the one that is read."""

    def __init__(self, package: Package, blocks: Blocks, *, gutter_on_top: bool) -> None:
        self.package = package
        self.blocks = blocks
        self.gutter_on_top = gutter_on_top
        self.links = package.links(package.main)
        self.sections: list[Section] = []
        self.paragraphs: list[Paragraph] = []

    def take(self, body: Element) -> None:
        """Read the body, section by section."""
        inner = body.iterfind(f"{W}p/{W}pPr/{W}sectPr")
        found: list[Element | None] = [*inner, *body.findall(W + "sectPr")]
        ends = found or [None]
        for element in ends:
            self.sections.append(self._pages(element))
        number = 0
        for block in body:
            room = _room(self.sections[number], number)
            self.paragraphs.extend(self.blocks.paragraphs([block], Around(room)))
            if block.find(f"{W}pPr/{W}sectPr") is not None:
                number = min(number + 1, len(ends) - 1)

    def _pages(self, element: Element | None) -> Section:
        """The pages that a `w:sectPr` speaks of; what it does not say of headers goes on."""
        width, height = size(element)
        edges = margins(element, gutter_on_top=self.gutter_on_top)
        begins, numerals = counting(element)
        page = Section(
            len(self.sections),
            round(width, 1),
            round(height, 1),
            edges,
            title_page=is_titled(element),
            begins=begins,
            numerals=numerals,
            element=element,
        )
        headers, footers = (self._edges(element, page, kind) for kind in ("header", "footer"))
        return replace(page, headers=headers, footers=footers)

    def _edges(
        self, element: Element | None, page: Section, kind: Container
    ) -> dict[str, tuple[Paragraph, ...]]:
        """The headers or footers of a section, by kind of page."""
        before = self.sections[-1] if self.sections else None
        found = dict(before.headers if kind == "header" else before.footers) if before else {}
        for which, link in references(element, kind).items():
            root = self.package.root(self.links.get(link, ("", ""))[1])
            if root is not None:
                room = replace(_room(page, len(self.sections)), container=kind)
                found[which] = tuple(self.blocks.paragraphs(root, Around(room)))
        return found


def _gutter_on_top(settings: Element | None) -> bool:
    return bool(switch(settings, "gutterAtTop"))


def _is_protected(settings: Element | None) -> bool:
    """Whether the author let nobody change the document, or asked not to."""
    if settings is None:
        return False
    guard = settings.find(W + "documentProtection")
    enforced = guard is not None and guard.get(W + "enforcement") in _ON
    return enforced or settings.find(W + "writeProtection") is not None


def _room(page: Section, number: int) -> Room:
    """The text area of a section's pages."""
    width = page.width - page.margins["left"] - page.margins["right"]
    return Room(width=width, page_width=width, section=number)
