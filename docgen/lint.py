"""Checking a template before anything is rendered, so that all its faults are told at once."""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from jinja2 import TemplateSyntaxError

from docgen import looks, tags
from docgen.faults import Fault
from docgen.intake import opened, outside
from docgen.sandbox import TemplateEnvironment
from docgen.vocabulary import Vocabulary
from plan.errors import ConfigurationError
from plan.messages import N_, Message

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_CURLY = re.compile("[“”‘’„‟«»″]")
_HALVES = re.compile(r"\{\{|\}\}|\{%|%\}")
_ENDS = {"endfor": "for", "endif": "if"}
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""Of the document's properties, those that docxtpl fills in too."""
_OBJECTS = tuple(map(qn, ("w:br", "w:tab", "w:drawing", "w:pict", "w:object", "w:sym")))
_OBJECT = "\ufffc"


def lint(file: Path) -> list[Fault]:
    """All faults of a template, those that only look wrong too.

    Raises:
        ConfigurationError: it is not a Word document.
        LimitError: it is too large.
    """
    template = opened(file)
    vocabulary = Vocabulary()
    faults = [*outside(file), *_faults(template, vocabulary)]
    return [*faults, *looks.fonts(template), *looks.missing(template, vocabulary.used, file.name)]


def check(file: Path) -> None:
    """Look for what makes a template unfit to be filled in.

    Raises:
        ConfigurationError: the template has faults; all are told, each with its place.
        LimitError: it is too large.
    """
    harmful = _harmful(file, hashlib.sha256(file.read_bytes()).digest())
    if harmful:
        raise ConfigurationError(
            N_("{file}: the template has faults; correct these and run again"),
            *harmful,
            file=file.name,
        )


@lru_cache(maxsize=16)
def _harmful(file: Path, _digest: bytes) -> tuple[Message, ...]:
    """The faults that keep a template from being used; a file that did not change has the same."""
    template = opened(file)
    faults = [*outside(file), *_faults(template, Vocabulary())]
    return tuple(fault.message for fault in faults if fault.harmful)


def _faults(template: "DocxTemplate", vocabulary: Vocabulary) -> Iterator[Fault]:
    """Faults of tags: in the text, in the properties, in how they stand together."""
    found: list[Fault] = []
    for name, root in tags.roots(template):
        found += _of_root(list(tags.below(root, name)), vocabulary)
    properties = template.get_docx().core_properties
    for name in _PROPERTIES:
        for tag in tags.TAG.findall(getattr(properties, name)):
            found += vocabulary.faults(tag, f"properties/{name}")
    yield from found
    if not any(fault.harmful for fault in found):
        yield from _of_whole(template)


def _of_root(passages: list[tags.Passage], vocabulary: Vocabulary) -> Iterator[Fault]:
    for passage in passages:
        yield from _of_passage(passage)
        for tag in passage.tags():
            yield from vocabulary.faults(tag, passage.place)
    yield from _unclosed(passages)
    yield from _crowded(passages)


def _of_passage(passage: tags.Passage) -> Iterator[Fault]:
    """Tags that are not whole in their paragraph, or hold what is no text."""
    if _HALVES.search(tags.TAG.sub("", passage.text)):
        message = N_("{place}: a tag begins or ends here without its other half; join the lines")
        yield Fault.of(message, passage.place)
    for tag in passage.tags():
        if _CURLY.search(tag):
            message = N_("{place}: curly quotes in {tag}; type straight ones")
            yield Fault.of(message, passage.place, harmful=False, tag=tag)
    pieces = passage.element.iter(qn("w:t"), *_OBJECTS)
    whole = "".join(_OBJECT if one.tag in _OBJECTS else one.text or "" for one in pieces)
    if any(_OBJECT in tag for tag in tags.TAG.findall(whole)):
        message = N_("{place}: a tab, line break or picture stands inside a tag and would be lost")
        yield Fault.of(message, passage.place)


def _unclosed(passages: list[tags.Passage]) -> Iterator[Fault]:
    """Loops and choices without an end, and ends without a beginning."""
    begun: list[tuple[str, str, str]] = []
    for passage in passages:
        for tag in passage.tags():
            word = tags.keyword(tag)
            if word in _ENDS.values():
                begun.append((word, tag, passage.place))
            elif word in {"elif", "else", *_ENDS}:
                if not begun or begun[-1][0] != _ENDS.get(word, begun[-1][0]):
                    message = N_("{place}: {tag} ends or continues nothing that was begun")
                    yield Fault.of(message, passage.place, tag=tag)
                elif word in _ENDS:
                    begun.pop()
    for word, tag, place in begun:
        message = N_("{place}: {tag} has no {end}")
        yield Fault.of(message, place, tag=tag, end=f"{{% end{word} %}}")


def _crowded(passages: list[tags.Passage]) -> Iterator[Fault]:
    """Paragraphs, rows and cells that hold more than the tag that takes them away."""
    for passage in passages:
        for tag in passage.tags():
            kind = tags.LIFTING.match(tag)
            if kind and _holds_more(passage, kind[1]):
                message = N_(
                    "{place}: {tag} takes its whole paragraph, row or cell away; "
                    "nothing else may stand there"
                )
                yield Fault.of(message, passage.place, tag=tag)


def _holds_more(passage: tags.Passage, kind: str) -> bool:
    """Whether the paragraph, row or cell of a lifting tag holds other text or tags."""
    holders = [passage.element, *passage.element.iterancestors()]
    holder = next((one for one in holders if one.tag == qn(f"w:{kind}")), passage.element)
    text = "".join(piece.text or "" for piece in holder.iter(qn("w:t")))
    return len(tags.TAG.findall(text)) > 1 or bool(tags.TAG.sub("", text).strip())


def _of_whole(template: "DocxTemplate") -> Iterator[Fault]:
    """What only parsing a part as a whole shows."""
    for name, root in tags.roots(template):
        try:
            TemplateEnvironment().parse(template.patch_xml(template.xml_to_string(root)))
        except TemplateSyntaxError as error:
            message = N_("{place}: the tags cannot be read together ({cause})")
            yield Fault.of(message, name or "document", cause=str(error.message))
