"""Runs typed in fonts from before Unicode (.VnTime, VNI-Times) → Unicode, run by run.

The font decides, unless the document itself speaks against it: some offices typed Unicode while
the style still named an old font. What stays undecided is left as it stands and reported.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from extract.legacy import (
    MODERN,
    NAMES,
    Encoding,
    changes,
    encoding_of,
    guess,
    has_only_capitals,
    report,
    spelled,
    syllables_in,
    to_unicode,
)
from plan.messages import N_
from plan.model import Finding

FEW = 0.1
"""So many letters of Unicode, for each of an old encoding, do not make its fonts doubtful."""


@dataclass
class Run:
    """Letters of one look; `font` is `None` where nothing names one.

    `capitals` says that they are printed as capitals, whatever they are.
    """

    text: str
    bold: bool = False
    italic: bool = False
    size: float | None = None
    font: str | None = None
    capitals: bool = False


@dataclass
class OldFonts:
    """What a document's old fonts hold.

    `unnamed` is the encoding of runs without a font's name, `doubtful` the encodings whose fonts
    hold Unicode too; `converted` and `left` count letters by encoding.
    """

    unnamed: Encoding | None = None
    doubtful: set[Encoding] = field(default_factory=set)
    converted: Counter[Encoding] = field(default_factory=Counter)
    left: Counter[Encoding] = field(default_factory=Counter)

    @classmethod
    def of(cls, typed: Iterable[tuple[str | None, str]]) -> "OldFonts":
        """What the runs of a document, each as its font and its text, tell about its fonts."""
        unnamed: list[str] = []
        modern, old = Counter[Encoding](), Counter[Encoding]()
        for font, text in typed:
            encoding = encoding_of(font or "")
            if font is None:
                unnamed.append(text)
            elif encoding and MODERN.search(text):
                modern[encoding] += len(MODERN.findall(text))
            elif encoding:
                old[encoding] += changes(text, encoding)
        doubtful = {one for one in modern if modern[one] > FEW * old[one]}
        return cls(guess("\n".join(unnamed)), doubtful)

    def read(self, runs: Iterable[Run]) -> Iterator[Run]:
        """The runs of a paragraph in Unicode; a letter may stand in one, its mark in the next."""
        for (encoding, is_modern), group in groupby(runs, key=self.kind):
            together = list(group)
            if encoding and not is_modern and self.is_old(together, encoding):
                yield from self.converted_runs(together, encoding)
            else:
                yield from together

    def kind(self, run: Run) -> tuple[Encoding | None, bool]:
        """The encoding of a run's font, and whether the run is Unicode in spite of it."""
        encoding = self.unnamed if run.font is None else encoding_of(run.font)
        return encoding, MODERN.search(run.text) is not None

    def is_old(self, runs: Sequence[Run], encoding: Encoding) -> bool:
        """Whether runs in an old font are of its encoding; where it is doubtful, words tell."""
        if encoding not in self.doubtful:
            return True
        text = "".join(run.text for run in runs)
        as_it_is, as_old = syllables_in(text), syllables_in(to_unicode(text, encoding))
        if as_it_is == as_old:
            self.left[encoding] += changes(text, encoding)
        return as_it_is < as_old

    def converted_runs(self, runs: Sequence[Run], encoding: Encoding) -> Iterator[Run]:
        """The runs in Unicode."""
        text = "".join(run.text for run in runs)
        self.converted[encoding] += changes(text, encoding)
        letters = iter(spelled(text, encoding))
        for run in runs:
            own = "".join(next(letters) for _ in run.text)
            yield replace(run, text=own.upper() if has_only_capitals(run.font or "") else own)

    def repairs(self) -> Iterator[Finding]:
        """What was converted."""
        for encoding, count in self.converted.items():
            if count:
                yield report(encoding, count)

    def doubts(self) -> Iterator[Finding]:
        """What was left as it stands."""
        for encoding, count in self.left.items():
            if count:
                yield Finding(
                    code="legacy-encoding-doubtful",
                    template=N_(
                        "text in fonts of the old encoding {encoding} may be Unicode and is left "
                        "as it stands, letters: {count}; compare it with the document"
                    ),
                    args={"encoding": NAMES[encoding], "count": count},
                )
