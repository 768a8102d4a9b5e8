"""Small letters for a title that was printed in capitals, as the document's text prints them."""

from collections import Counter
from itertools import pairwise

import regex

from plan.model import Plan
from plan.paths import blocks, walk


def in_small_letters(title: str, plan: Plan) -> str:
    """`title`, if it is all capitals, in the letters in which the text of `plan` has its words."""
    if not title.isupper():
        return title
    text = _text(plan)
    whole = regex.search(regex.escape(title), text, regex.IGNORECASE)
    said = whole[0] if whole else _word_by_word(title.lower().split(), text)
    return said[:1].upper() + said[1:]


def _word_by_word(words: list[str], text: str) -> str:
    """`words` as they mostly stand in `text` beside their neighbours, small if they do nowhere."""
    forms = [Counter[str]() for _ in words]
    for number, pair in enumerate(pairwise(words)):
        both = r"\s+".join(map(regex.escape, pair))
        for found in regex.finditer(rf"(?<!\w){both}(?!\w)", text, regex.IGNORECASE):
            for place, word in enumerate(found[0].split()):
                forms[number + place][word] += 1
    said = (form.most_common(1) or [(word, 1)] for word, form in zip(words, forms, strict=True))
    return " ".join(best[0][0] for best in said)


def _text(plan: Plan) -> str:
    texts = [*plan.preamble, *plan.closing, plan.area.name or "", plan.area.province or ""]
    for _, section in walk(plan.sections):
        texts += [block.text for block in blocks(section.content or [])]
    return " ".join(texts)
