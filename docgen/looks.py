"""What a head clerk would send back although a template can be filled in: fonts, missing parts."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from docgen import tags
from docgen.faults import Fault
from plan.messages import N_
from plan.text import fold

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from lxml.etree import _Element

_FONT = "Times New Roman"
_PRINTED = {
    "Quốc hiệu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Tiêu ngữ": "Độc lập - Tự do - Hạnh phúc",
}
_NAMED = {
    "Tên cơ quan": "agency",
    "Số, ký hiệu": "number",
    "Địa danh và thời gian": "place_and_date",
    "Chức vụ người ký": "signature",
    "Họ tên người ký": "signer",
    "Nơi nhận": "recipients",
}
"""Parts of every administrative document (Điều 8) → what stands for them in a template."""


def fonts(template: "DocxTemplate") -> Iterator[Fault]:
    """Runs and used styles in another font than Times New Roman (Phụ lục I.I.4)."""
    message = N_("{place}: the font is {font}, not Times New Roman")
    used = {"Normal"}
    for name, root in tags.roots(template):
        used |= {style.get(qn("w:val"), "") for style in root.iter(qn("w:pStyle"), qn("w:rStyle"))}
        for passage in tags.below(root, name):
            for font in sorted(_wrong(passage.element.iter(qn("w:rFonts")))):
                yield Fault.of(message, passage.place, harmful=False, font=font)
    for name, font in _of_styles(template, used):
        yield Fault.of(message, f"style “{name}”", harmful=False, font=font)


def _wrong(elements: "Iterator[_Element]") -> set[str]:
    found = {font for element in elements if (font := _font(element))}
    return found - {_FONT}


def _font(fonts: "_Element | None") -> str:
    """The font of Latin letters; a theme's is told by its name there."""
    if fonts is None:
        return ""
    slots = ("asciiTheme", "ascii", "hAnsiTheme", "hAnsi")
    return next(filter(None, (fonts.get(qn(f"w:{slot}")) for slot in slots)), "")


def _of_styles(template: "DocxTemplate", used: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Name and font of each used paragraph style that has, in the end, the wrong one."""
    root = template.get_docx().styles.element
    styles = {one.get(qn("w:styleId")): one for one in root.iter(qn("w:style"))}
    default = _font(root.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}"))
    for name in sorted(used & styles.keys()):
        font, style = "", styles[name]
        while style is not None and not font:
            font = _font(style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}"))
            above = style.find(qn("w:basedOn"))
            style = styles.get(above.get(qn("w:val"))) if above is not None else None
        if (font or default or _FONT) != _FONT:
            title = styles[name].find(qn("w:name"))
            yield name if title is None else title.get(qn("w:val"), name), font or default


def missing(template: "DocxTemplate", used: AbstractSet[str], name: str) -> Iterator[Fault]:
    """Parts that every administrative document has and this template has not.

    A template of appendices alone, which have no head of their own, is left in peace.
    """
    if "agency" not in used and used & {"annexes", "appendices"}:
        return
    texts = (tags.own_text(one) for _, root in tags.roots(template) for one in root.iter(qn("w:p")))
    said = fold(" ".join(texts))
    lacking = [part for part, words in _PRINTED.items() if fold(words) not in said]
    lacking += [part for part, name in _NAMED.items() if name not in used]
    for part in lacking:
        message = N_("{place}: nothing in the template stands for: {part}")
        yield Fault.of(message, name, harmful=False, part=part)
