"""Highlighting words of a paragraph that wait for a person."""

from copy import deepcopy

from docx.enum.text import WD_COLOR_INDEX
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def highlight(paragraph: Paragraph, words: str) -> None:
    """Highlight each place of `words` in `paragraph` that stands within one run."""
    for run in paragraph.runs:
        for piece in _split(run, words):
            piece.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _split(run: Run, words: str) -> list[Run]:
    """The runs that hold just `words`, cut out of `run`."""
    before, found, after = run.text.partition(words)
    if not found or run.font.highlight_color is not None:
        return []
    rest = _copy(run, after)
    middle = _copy(run, words)
    run.text = before
    return [middle, *_split(rest, words)]


def _copy(run: Run, text: str) -> Run:
    """A run with `text` in the way of `run`, right behind it."""
    element = deepcopy(run._r)  # noqa: SLF001 - a run's element is what is copied
    run._r.addnext(element)  # noqa: SLF001
    new = Run(element, run._parent)  # noqa: SLF001
    new.text = text
    return new
