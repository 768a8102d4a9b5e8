"""Writing the text of sections that come as data alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen import wording
from docgen.readings import Reading, stands
from docgen.tables import is_tabled, targets_table
from plan.messages import N_
from plan.model import Block, Finding, Section
from plan.text import fold

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Filled:
    """Sections whose text is complete. `places` says where each reading now stands."""

    sections: list[Section] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def fill(sections: Sequence[Section], readings: Sequence[Reading]) -> Filled:
    """Write each section that has no content from the readings whose section is its path.

    A reading goes to the first section of its path; a section that has content is left as it is.
    A section that is left without any text is reported.
    """
    filled = Filled()
    waiting: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.section is not None:
            waiting.setdefault(reading.section, []).append(reading)
    filled.sections = _fill(sections, "", "/sections", waiting, filled)
    return filled


def _fill(
    sections: Sequence[Section],
    above: str,
    pointer: str,
    waiting: dict[str, list[Reading]],
    filled: Filled,
) -> list[Section]:
    """`sections` and what is below them, filled; `pointer` is where the list stands."""
    out = []
    for number, section in enumerate(sections):
        here = f"{pointer}/{number}"
        path = ".".join(part for part in (above, section.label) if part)
        content = section.content
        if content is None:
            content, places = _written(waiting.pop(path, []))
            filled.places |= {key: f"{here}/content{place}" for key, place in places.items()}
            if not content and not section.children:
                filled.findings.append(_empty(section))
        children = _fill(section.children, path, f"{here}/children", waiting, filled)
        out.append(section.model_copy(update={"content": content, "children": children}))
    return out


def _written(readings: Sequence[Reading]) -> tuple[list[Block], dict[str, str]]:
    """The blocks that say `readings`, each text once, and the place of each reading in them."""
    tabled = [one for one in readings if one.target and is_tabled(one.target)]
    said = [one for one in readings if one not in tabled]
    hosts = {reading.pointer: _host(reading, said) for reading in said}
    texts = list(dict.fromkeys(one.text for one in said if hosts[one.pointer] is one))
    blocks = [Block(type="item", label="-", text=text) for text in texts]
    places = {pointer: f"/{texts.index(host.text)}" for pointer, host in hosts.items()}
    if tabled:
        table, rows = targets_table(tabled)
        places |= {pointer: f"/{len(blocks)}{row}" for pointer, row in rows.items()}
        blocks.append(table)
    for number, (pointer, footnote) in enumerate(_footnotes(readings), start=1):
        places[pointer] = f"/{len(blocks)}"
        blocks.append(Block(type="paragraph", label=_raised(number), text=footnote))
    return blocks, places


def _footnotes(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """The pointer of each baseline (hiện trạng), and a sentence that tells it."""
    for reading in readings:
        target = reading.target
        if target and target.baseline:
            known = target.baseline
            unit = known.unit if known.unit in {None, "%"} else f" {known.unit}"
            figure = f"{wording.plain(known.value)}{unit or ''}"
            when = f" ({wording.moment(known.as_of)})" if known.as_of else ""
            subject = target.indicator or target.text
            yield f"{reading.pointer}/baseline", f"{subject} hiện là {figure}{when}."


def _raised(number: int) -> str:
    """`number` in the raised digits of a footnote's mark."""
    return str(number).translate(_RAISED)


def _host(reading: Reading, said: Sequence[Reading]) -> Reading:
    """The reading that says `reading` too: a target may be part of a task's text."""
    if reading.target is None:
        return reading
    tasks = (other for other in said if other.target is None)
    return next((task for task in tasks if stands(reading.text, fold(task.text))), reading)


def _empty(section: Section) -> Finding:
    """A heading with nothing under it."""
    name = " ".join(part for part in (section.label, section.title) if part)
    template = N_("section “{section}” has no text: the data hold none; write it in the document")
    return Finding(code="section-empty", severity="info", template=template, args={"section": name})
