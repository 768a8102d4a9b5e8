"""Checking a template before anything is rendered, so that all its faults are told at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from docx.oxml.ns import qn
from jinja2 import Environment, TemplateSyntaxError, nodes

from docgen.context import Context
from plan.errors import ConfigurationError
from plan.messages import N_

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from lxml.etree import _Element

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_LIFTING = re.compile(r"\{[{%](p|tr|tc)\s")
"""Tags that take the whole paragraph, row or cell around them away, and all that is in it."""
_SURROUNDINGS = {
    "for": ("", "{% endfor %}"),
    "if": ("", "{% endif %}"),
    "elif": ("{% if 1 %}", "{% endif %}"),
    "else": ("{% if 1 %}", "{% endif %}"),
    "endif": ("{% if 1 %}", ""),
    "endfor": ("{% for _ in () %}", ""),
}
"""What makes a tag a whole template, so that it can be parsed alone."""


@dataclass(slots=True)
class _Faults:
    """What is wrong, by kind; `types` are the names known so far, and the types of their values."""

    unknown: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    crowded: list[str] = field(default_factory=list)
    types: dict[str, Any] = field(default_factory=dict)


def check(template: "DocxTemplate", environment: Environment, name: str) -> None:
    """Look for names that templates do not have, tags with errors, and tags that delete text.

    Raises:
        ConfigurationError: the template `name` has faults; all are in the one message.
    """
    faults = _Faults(types={**dict.fromkeys(environment.globals), **get_type_hints(Context)})
    for root in _roots(template):
        source = template.patch_xml(template.xml_to_string(root))
        for tag in _TAG.findall(source):
            _check_tag(tag, environment, faults)
        if not faults.unreadable:
            _check_structure(source, environment, faults)
        faults.crowded.extend(_crowded(root))
    if faults.unknown or faults.unreadable or faults.crowded:
        raise ConfigurationError(
            N_(
                "{file}: the template has faults. Names that do not exist: {unknown}. "
                "Tags that cannot be read: {unreadable}. "
                "Tags that must stand alone in their paragraph, row or cell: {crowded}."
            ),
            file=name,
            unknown=_listed(faults.unknown),
            unreadable=_listed(faults.unreadable),
            crowded=_listed(faults.crowded),
        )


def _roots(template: "DocxTemplate") -> Iterator["_Element"]:
    """The body, and every page header and footer."""
    from docx.opc.oxml import parse_xml

    document = template.get_docx()
    yield document.element.body
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield parse_xml(part.blob)


def _check_tag(tag: str, environment: Environment, faults: _Faults) -> None:
    """Parse one tag and look up the names in it; a loop's variable is known from there on."""
    keyword = tag.strip("{%-} ").partition(" ")[0] if tag.startswith("{%") else ""
    before, after = _SURROUNDINGS.get(keyword, ("", ""))
    try:
        tree = environment.parse(f"{before}{tag}{after}")
    except TemplateSyntaxError as error:
        faults.unreadable.append(f"{tag} ({error.message})")
        return
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name):
            faults.types[loop.target.name] = _element(_type(loop.iter, faults.types))
    for name in tree.find_all(nodes.Name):
        if name.ctx == "store":
            faults.types.setdefault(name.name, None)
        elif name.name not in faults.types and name.name != "loop":
            faults.unknown.append(f"{name.name} ({tag})")
    for attribute in tree.find_all(nodes.Getattr):
        if not _has(_type(attribute.node, faults.types), attribute.attr):
            faults.unknown.append(f"{attribute.attr} ({tag})")


def _check_structure(source: str, environment: Environment, faults: _Faults) -> None:
    """Parse the whole: each tag alone is right, but an end may be missing."""
    try:
        environment.parse(source)
    except TemplateSyntaxError as error:
        faults.unreadable.append(str(error.message))


def _type(node: nodes.Node, types: dict[str, Any]) -> Any:  # noqa: ANN401 - a type, or None
    """The declared type of an expression's value; `None` where it is not known."""
    if isinstance(node, nodes.Name):
        return types.get(node.name)
    if isinstance(node, nodes.Getattr):
        return _fields(_type(node.node, types)).get(node.attr)
    return None


def _element(declared: Any) -> Any:  # noqa: ANN401 - a type, or None
    """The type of a sequence's elements."""
    return next(iter(get_args(declared)), None)


def _fields(declared: Any) -> dict[str, Any]:  # noqa: ANN401 - a type, or None
    """The fields of one of the vocabulary's records."""
    return get_type_hints(declared) if hasattr(declared, "__dataclass_fields__") else {}


def _has(declared: Any, attribute: str) -> bool:  # noqa: ANN401 - a type, or None
    """Whether a value of that type has the attribute; of other types only what is not private."""
    fields = _fields(declared)
    return attribute in fields if fields else not attribute.startswith("_")


def _crowded(root: "_Element") -> Iterator[str]:
    """Texts of paragraphs, rows and cells that hold more than the tag that takes them away."""
    for kind in ("p", "tr", "tc"):
        for holder in root.iter(qn(f"w:{kind}")):
            text = "".join(piece.text or "" for piece in holder.iter(qn("w:t")))
            lifts = kind in _LIFTING.findall(text)
            if lifts and (len(_TAG.findall(text)) > 1 or _TAG.sub("", text).strip()):
                yield text


def _listed(faults: list[str]) -> str:
    """Faults in one line, each once."""
    return "; ".join(dict.fromkeys(faults)) or "–"
