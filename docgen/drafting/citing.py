"""Documents named in a draft (viện dẫn): in full the first time, shortly after that."""

from collections.abc import Iterator, Mapping

import regex

from docgen.drafting.edits import Edit
from docgen.drafting.shelter import HEAD, end_of_citation
from docgen.wording import citation
from plan.model import Citation

_BLANKS = regex.compile(r"\s+")
_CLOSES = regex.compile(r"\s*(?:[,;.:)]|$)")


def citing(text: str, known: Mapping[str, Citation], seen: set[str]) -> Iterator[Edit]:
    """The edits by which `text` names the documents as it should.

    `known` tells more of the documents by number, `seen` holds the numbers named before and takes
    those that `text` names. A document of which the text says more than is known keeps its words.
    """
    subjects = {code: one.subject for code, one in known.items() if one.subject}
    done = 0
    for head in HEAD.finditer(text):
        if head.start() < done:
            continue
        done = len(text[: end_of_citation(text, head, subjects)].rstrip())
        code = _BLANKS.sub("", head["code"])
        words = _shortly(text, head, done, known.get(code)) if code in seen else None
        if code not in seen and code in known and not head["date"] and done <= head.end():
            words = _in_full(head, known[code], closes=bool(_CLOSES.match(text, done)))
        seen.add(code)
        if words is not None and words != text[head.start() : done]:
            yield Edit(head.start(), done, words)


def _shortly(text: str, head: "regex.Match[str]", end: int, known: Citation | None) -> str | None:
    """The document by type and number; `None` where what else is said of it is not known."""
    rest = text[head.end() : end]
    subject = (known and known.subject) or ""
    return str(head["short"]) if not rest.strip() or (subject and rest.endswith(subject)) else None


def _in_full(head: "regex.Match[str]", known: Citation, *, closes: bool) -> str | None:
    """The document with its date and issuer, its subject too where the clause ends with it."""
    if not known.date or not known.issuer:
        return None
    issuer = head["issuer"].strip().removeprefix("của ") or known.issuer
    subject = known.subject if closes else None
    rest = {"doc_type": None, "code": None, "issuer": issuer, "subject": subject}
    return f"{head['short']} {citation(known.model_copy(update=rest))}"
