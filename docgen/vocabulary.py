"""The names that templates may use, with the types of their values."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from docgen import tags
from docgen.context import Context
from docgen.faults import Fault
from docgen.sandbox import OF_LOOPS, TemplateEnvironment
from plan.messages import N_

_SURROUNDINGS = {
    "for": ("", "{% endfor %}"),
    "if": ("", "{% endif %}"),
    "elif": ("{% if true %}", "{% endif %}"),
    "else": ("{% if true %}", "{% endif %}"),
    "endif": ("{% if true %}", ""),
    "endfor": ("{% for line in body %}", ""),
}
"""What makes a tag a whole template, so that it can be parsed alone."""


class Vocabulary:
    """Reads tags one after another: a loop's variable is known from its tag on."""

    def __init__(self) -> None:
        self._environment = TemplateEnvironment()
        self._types: dict[str, Any] = get_type_hints(Context)
        self.used: set[str] = set()
        """The names met so far, and of those with dots the last part too."""

    def faults(self, tag: str, place: str) -> Iterator[Fault]:
        """What is wrong with one tag: it cannot be read, or names what there is not."""
        word = tags.keyword(tag)
        before, after = _SURROUNDINGS.get(word, ("", ""))
        try:
            tree = self._environment.parse(f"{before}{tags.plain(tag)}{after}")
        except TemplateSyntaxError as error:
            message = N_("{place}: {tag} cannot be read ({cause})")
            yield Fault.of(message, place, tag=tag, cause=str(error.message))
            return
        if word != "endfor":
            for loop in tree.find_all(nodes.For):
                self._learn(loop)
        for name in self._unknown(tree):
            message = N_("{place}: there is no {name} ({tag})")
            yield Fault.of(message, place, name=name, tag=tag)
        for name in self._no_texts(tree):
            message = N_("{place}: {name} is no text but a list or a record ({tag})")
            yield Fault.of(message, place, name=name, tag=tag)
        if self._compares_words(tree):
            message = N_("{place}: {tag} compares words of the plan; only ask whether it is there")
            yield Fault.of(message, place, tag=tag)

    def _no_texts(self, tree: nodes.Template) -> Iterator[str]:
        """What is printed as a whole although only its parts can be."""
        for output in tree.find_all(nodes.Output):
            for node in output.nodes:
                if self._type(node) not in {None, str}:
                    yield str(getattr(node, "attr", None) or getattr(node, "name", ""))

    def _compares_words(self, tree: nodes.Template) -> bool:
        """Whether texts of the plan are compared; a style is the program's own word."""
        return any(
            self._type(side) is str and getattr(side, "attr", "") != "style"
            for compare in tree.find_all(nodes.Compare)
            for side in (compare.expr, *(operand.expr for operand in compare.ops))
        )

    def _learn(self, loop: nodes.For) -> None:
        listed = loop.iter.node if isinstance(loop.iter, nodes.Filter) else None
        if isinstance(loop.target, nodes.Name) and listed is not None:
            self._types[loop.target.name] = _element(self._type(listed))

    def _unknown(self, tree: nodes.Template) -> Iterator[str]:
        for name in tree.find_all(nodes.Name):
            self.used.add(name.name)
            if name.ctx == "load" and name.name not in self._types and name.name != "loop":
                yield name.name
        for attribute in tree.find_all(nodes.Getattr):
            self.used.add(attribute.attr)
            if not self._has(attribute):
                yield attribute.attr

    def _has(self, attribute: nodes.Getattr) -> bool:
        """Whether a value has the attribute, as far as its type is known."""
        if isinstance(attribute.node, nodes.Name) and attribute.node.name == "loop":
            return attribute.attr in OF_LOOPS
        declared = self._type(attribute.node)
        known = declared is not None
        return attribute.attr in _fields(declared) if known else not attribute.attr.startswith("_")

    def _type(self, node: nodes.Node | None) -> Any:  # noqa: ANN401 - a type, or None
        """The declared type of an expression's value; `None` where it is not known."""
        if isinstance(node, nodes.Name):
            return self._types.get(node.name)
        if isinstance(node, nodes.Getattr):
            return _fields(self._type(node.node)).get(node.attr)
        return None


def _element(declared: Any) -> Any:  # noqa: ANN401 - a type, or None
    """The type of a sequence's elements."""
    return next(iter(get_args(declared)), None)


def _fields(declared: Any) -> dict[str, Any]:  # noqa: ANN401 - a type, or None
    """The fields of one of the vocabulary's records."""
    return get_type_hints(declared) if hasattr(declared, "__dataclass_fields__") else {}
