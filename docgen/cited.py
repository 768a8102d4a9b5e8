"""Cited documents (văn bản viện dẫn) as something that the text must name."""

from docgen import wording
from docgen.readings import Reading, readings, stands
from plan.model import Citation, Plan, SectionKind
from plan.paths import walk
from plan.text import fold

_PURPOSES: tuple[SectionKind, ...] = ("purpose_and_requirements", "purpose", "requirements")


def documents(plan: Plan) -> list[Reading]:
    """Every legal basis and every other document that the data name."""
    return [
        Reading(f"/{part}/{number}", _words(cited), None)
        for part, rows in (("legal_bases", plan.legal_bases), ("citations", plan.citations))
        for number, cited in enumerate(rows)
    ]


def documents_named(plan: Plan) -> list[Reading]:
    """One sentence that names the citations which no other text of a plan of data alone names.

    It is for the first section on purpose or requirements; without one there is no sentence.
    """
    paths = (
        path for path, one in walk(plan.sections) if one.kind in _PURPOSES and not one.children
    )
    section = next(paths, None)
    texts = [reading.text for reading in readings(plan)]
    words = fold(" ".join((*texts, *map(wording.citation, plan.legal_bases))))
    unnamed = {
        f"/citations/{number}": wording.citation(cited)
        for number, cited in enumerate(plan.citations)
        if not stands(_words(cited), words)
    }
    if section is None or not unnamed:
        return []
    sentence = f"Văn bản được viện dẫn: {'; '.join(unnamed.values())}."
    return [Reading(pointer, sentence, section) for pointer in unnamed]


def _words(cited: Citation) -> str:
    """What tells a document from others."""
    return cited.code or cited.subject or ""
