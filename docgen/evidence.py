"""Looking up where a document says what its data say, and reporting what it does not say."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.readings import Reading, spoken_below, stands
from plan.messages import N_
from plan.model import Block, Finding, Plan, Section
from plan.paths import walk
from plan.text import fold

_EXCERPT = 80


class Evidence:
    """The words of a complete plan, by place and by section path."""

    def __init__(self, plan: Plan) -> None:
        """Fold every text of `plan` once."""
        self._texts = list(_texts(plan))
        self._sections: dict[str, str] = {}
        for path, section in walk(plan.sections):
            words = spoken_below(section)
            self._sections[path] = f"{self._sections.get(path, '')} {words}"
        self._all = " ".join(words for _, _, words in self._texts)

    def says(self, text: str, section: str | None = None) -> bool:
        """Whether `text` stands in the section of that path (anywhere, without a path)."""
        return stands(text, self._all if section is None else self._sections.get(section, ""))

    def place(self, text: str, section: str | None = None) -> str | None:
        """The pointer of the first piece that holds `text`, else of the first that begins it."""
        inside = [
            (pointer, words)
            for pointer, path, words in self._texts
            if section is None or path == section or path.startswith(f"{section}.")
        ]
        holding = (pointer for pointer, words in inside if words and stands(text, words))
        beginning = (pointer for pointer, words in inside if words and _begins(words, text))
        return next(holding, None) or next(beginning, None)


def contradictions(readings: Iterable[Reading], evidence: Evidence) -> list[Finding]:
    """A finding for each reading that its section's own text does not say."""
    return [
        _finding(reading)
        for reading in readings
        if not evidence.says(reading.text, reading.section)
    ]


def places(readings: Iterable[Reading], evidence: Evidence) -> Mapping[str, str]:
    """Where each reading is printed, for those that are."""
    found = {one.pointer: evidence.place(one.text, one.section) for one in readings}
    return {pointer: place for pointer, place in found.items() if place}


def _begins(words: str, text: str) -> bool:
    """Whether `text` goes on where the folded `words` end."""
    return fold(text).startswith(f"{words} ")


def _finding(reading: Reading) -> Finding:
    """The report of a reading that the text does not say."""
    template = N_(
        "{pointer}: “{text}” is in the data, but the text of the document does not say it; "
        "the document was written from its text"
    )
    text = reading.text[:_EXCERPT] + ("…" if len(reading.text) > _EXCERPT else "")
    return Finding(
        code="data-not-in-text",
        template=template,
        args={"pointer": reading.pointer, "text": text},
    )


def _texts(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Pointer, section path (empty outside sections) and folded words of every piece of text."""
    for part in ("preamble", "closing"):
        for number, text in enumerate(getattr(plan, part)):
            yield f"/{part}/{number}", "", fold(text)
    yield from _section_texts(plan.sections, "", "/sections")
    for number, appendix in enumerate(plan.appendices):
        yield from _block_texts(appendix.content, "", f"/appendices/{number}/content")


def _section_texts(
    sections: list[Section], above: str, pointer: str
) -> Iterator[tuple[str, str, str]]:
    for number, section in enumerate(sections):
        path = ".".join(part for part in (above, section.label) if part)
        here = f"{pointer}/{number}"
        yield from _block_texts(section.content or [], path, f"{here}/content")
        yield here, path, fold(section.title)
        yield from _section_texts(section.children, path, f"{here}/children")


def _block_texts(content: list[Block], path: str, pointer: str) -> Iterator[tuple[str, str, str]]:
    for number, block in enumerate(content):
        here = f"{pointer}/{number}"
        yield here, path, fold(block.text)
        for row, cells in enumerate(block.rows):
            yield f"{here}/rows/{row}", path, fold(" ".join(cells))
        yield from _block_texts(block.children, path, f"{here}/children")
