"""The language of templates: so much of Jinja as laying out a plan needs, nothing that can harm.

A template may come from anywhere. It can print the names of the vocabulary, choose (`if`), repeat
(`for` over a list of the vocabulary) and use a few filters. It cannot call, assign, include, index
by name or reach an attribute that is not declared; what it does is bounded in steps and length.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_STEPS = 3_000_000
"""Rounds of all loops of one document together; a plan of 1,000 pages takes a tenth of it."""
MOST_CHARACTERS = 100_000_000
"""Of the XML that is written for one part of a document."""

_FILTERS_OF_TEXT = ("upper", "lower")
_TESTS = ("even", "odd")
OF_LOOPS = frozenset({"index", "index0", "first", "last", "length"})
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
)
_BOUNDED = "bounded"


def _listed(items: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever a template names
    """A list of the vocabulary; a text, which carries the marks of `ink`, is none."""
    if not isinstance(items, tuple):
        raise TypeError("a list of the plan is needed here")
    return items


_FILTERS_OF_LISTS: dict[str, Callable[..., Any]] = {
    "length": lambda items: len(_listed(items)),
    "first": lambda items: next(iter(_listed(items)), ""),
    "last": lambda items: next(reversed(_listed(items)), ""),
    "join": lambda items, between="": str(between).join(_listed(items)),
}


class TooMuchError(Exception):
    """A template that does not come to an end."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for one document: its steps are counted over all parts of that document."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self._steps = 0
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS_OF_TEXT}
        self.filters |= _FILTERS_OF_LISTS | {_BOUNDED: self._bounded}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002 - jinja's signature
        """Only declared fields, and what a loop tells of itself."""
        if isinstance(obj, LoopContext):
            return attr in OF_LOOPS
        return attr in getattr(type(obj), "__dataclass_fields__", ())

    def concat(self, pieces: Iterable[str]) -> str:
        """The pieces of a rendered part joined, as long as they are not too long."""
        return "".join(self._counted(pieces))

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - jinja's signature
        template_class: type[Template] | None = None,
    ) -> Template:
        """A template whose source, where it was seen before, is not compiled again."""
        kind = template_class or self.template_class
        return kind.from_code(self, _compiled(source), self.make_globals(globals))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template, refuse what it may not do, and have its loops counted."""
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED):
                word = type(node).__name__.lower()
                raise TemplateSyntaxError(f"templates cannot use {word}", node.lineno)
        for loop in list(tree.find_all(nodes.For)):
            if not isinstance(loop.iter, nodes.Name | nodes.Getattr) or loop.recursive:
                raise TemplateSyntaxError("a loop goes over a list of the plan", loop.lineno)
            loop.iter = nodes.Filter(loop.iter, _BOUNDED, [], [], None, None, lineno=loop.lineno)
        return tree

    def _bounded(self, items: Any) -> Iterator[object]:  # noqa: ANN401 - whatever a template names
        """The entries of a list, each counted."""
        for item in _listed(items):
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise TooMuchError
            yield item

    @staticmethod
    def _counted(pieces: Iterable[str]) -> Iterator[str]:
        written = 0
        for piece in pieces:
            written += len(piece)
            if written > MOST_CHARACTERS:
                raise TooMuchError
            yield piece


@lru_cache(maxsize=64)
def _compiled(source: str | nodes.Template) -> CodeType:
    return TemplateEnvironment().compile(source)
