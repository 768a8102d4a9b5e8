"""A plan as YAML that a person reads: block style, the values before what they rest on."""

import re
from typing import Any

import yaml

from plan.model import Plan

WIDTH = 100
NO_TEXT = re.compile(r"[-+]?(?:\.?\d[\d_.]*(?:[eE][-+]?\d+)?|0[oxb][\da-fA-F_]+)|[yYnN]")
"""What some readers of YAML take for a number or a yes, and this writer would not quote."""
ODD_BREAK = re.compile(r"[\r\x85\u2028\u2029]")
"""Breaks of lines that only quotes with escapes keep as they are."""
LAST = ("span", "evidence")


class Dumper(yaml.SafeDumper):
    """Quotes a text that a reader of YAML 1.1 or 1.2 would take for something else."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the library's signature
        """Set the entries of a list in from the key above them."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        """Write equal values each time: a person reads no `&id001`."""
        return True


def as_yaml(plan: Plan) -> bytes:
    """`plan` as one YAML document with the same data as its JSON; it begins with `---`."""
    data = _values_first(plan.model_dump(mode="json"))
    text: str = yaml.dump(
        data,
        Dumper=Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        explicit_start=True,
    )
    return text.encode()


def _values_first(data: Any) -> Any:  # noqa: ANN401 - any JSON value
    """`data` with places and evidence behind the values of each object."""
    if isinstance(data, list):
        return [_values_first(one) for one in data]
    if not isinstance(data, dict):
        return data
    return {key: _values_first(data[key]) for key in sorted(data, key=LAST.__contains__)}


def _text(dumper: Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if ODD_BREAK.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


Dumper.add_representer(str, _text)
Dumper.add_implicit_resolver("tag:yaml.org,2002:float", NO_TEXT, list("-+.0123456789yYnN"))
