"""Templates and data from anywhere do no harm: nothing is reached, fetched, run without end."""

import re
from pathlib import Path

import pytest
from docx import Document
from examples import PLAN, said, section
from templatefiles import rewritten, template
from word import part, text

import docgen
from docgen import sandbox, templates
from plan.errors import ConfigurationError, LimitError
from plan.model import Appendix, Plan, Recipient, Signature

ATTACKS = [
    "{{ agency.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ agency['__class__'] }}",
    "{{ agency|attr('__class__') }}",
    "{{ body[0] }}",
    "{{ title.upper() }}",
    "{{ title.format(title) }}",
    "{{ body.count(1) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum(n=10**9) }}",
    "{{ namespace(a=1) }}",
    "{{ self }}",
    "{{ range(10**9) }}",
    "{{ 'a' * 10**9 }}",
    "{{ 10**10**10 }}",
    "{{ title|safe }}",
    "{{ title|center(10**9) }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '%999999999d' % 1 }}",
    "{% set x = 1 %}",
    "{% set x %}a{% endset %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends 'a.docx' %}",
    "{% block a %}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}",
    "{% autoescape false %}{{ title }}{% endautoescape %}",
    "{% with a = 1 %}{% endwith %}",
    "{% filter upper %}a{% endfilter %}",
    "{% raw %}{{ x }}{% endraw %}{% for a in 'x' %}{% endfor %}",
    "{% for a in [1, 2] %}{% endfor %}",
    "{% for a in title|upper %}{% endfor %}",
    "{% for a in body recursive %}{{ loop(body) }}{% endfor %}",
    "{% debug %}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_plan_needs_no_template_for_is_refused(tmp_path: Path, attack: str) -> None:
    with pytest.raises(ConfigurationError):
        docgen.render(PLAN, template=template(tmp_path, attack))


@pytest.mark.parametrize("attack", ["{{ sub.__class__ }}", "{{ title|attr('x') }}"])
def test_properties_and_headers_are_no_way_around(tmp_path: Path, attack: str) -> None:
    file = template(tmp_path, "{{ title }}")
    document = Document(str(file))
    document.core_properties.comments = attack
    document.save(str(file))
    with pytest.raises(ConfigurationError):
        docgen.render(PLAN, template=file)


def nested(depth: int, source: str = "body") -> list[str]:
    begin = [f"{{%p for a{n} in {source} %}}" for n in range(depth)]
    return [*begin, "{{ title }}", *["{%p endfor %}"] * depth]


MANY = PLAN.model_copy(
    update={"sections": [section("I", "MỤC", [said(f"Việc số {n}") for n in range(120)])]}
)


def test_loops_in_loops_come_to_an_end(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="without end") as raised:
        docgen.render(MANY, template=template(tmp_path, *nested(6)))
    assert raised.value.exit_code == 4


def test_empty_loops_come_to_an_end_too(tmp_path: Path) -> None:
    loops = "".join(f"{{% for a{n} in body %}}" for n in range(8)) + "{% endfor %}" * 8
    with pytest.raises(LimitError, match="without end"):
        docgen.render(MANY, template=template(tmp_path, loops))


def test_a_loop_over_text_is_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="a list of the plan"):
        docgen.render(PLAN, template=template(tmp_path, "{% for a in title %}x{% endfor %}"))


def test_output_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_CHARACTERS", 50_000)
    with pytest.raises(LimitError):
        docgen.render(MANY, template=template(tmp_path, *nested(2)))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = rewritten(
        templates.path("ke-hoach"), tmp_path / "bom.docx", {}, {"word/x.bin": b"\0" * 70_000_000}
    )
    assert file.stat().st_size < 200_000
    with pytest.raises(LimitError, match="too large"):
        docgen.render(PLAN, template=file)


def test_too_many_parts_and_too_long_ones_are_refused(tmp_path: Path) -> None:
    parts = {f"word/p{n}.bin": b"" for n in range(2_100)}
    long = {"word/x.xml": b"<a>" + b" " * 11_000_000 + b"</a>"}
    for more in (parts, long):
        file = rewritten(templates.path("ke-hoach"), tmp_path / "bom.docx", {}, more)
        with pytest.raises(LimitError):
            docgen.render(PLAN, template=file)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu", encoding="utf-8")
    bomb = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()

    def spoil(xml: bytes) -> bytes:
        return xml.replace(b"<w:document", bomb + b"<w:document", 1).replace(
            b"{{ title }}", b"{{ title }}&x;", 1
        )

    file = rewritten(templates.path("ke-hoach"), tmp_path / "m.docx", {"word/document.xml": spoil})
    try:
        document = docgen.render(PLAN, template=file)
    except ConfigurationError:
        return
    assert "mật khẩu" not in text(part(document))


ODD = "a < b & c > d \"e\" 'g' {{ 7*7 }} {% if x %} {# y #} {_{ z }_} <w:p/> &amp; \x00\x07\ufffe"
SHOWN = "a < b & c > d \"e\" 'g' {{ 7*7 }} {% if x %} {# y #} {_{ z }_} <w:p/> &amp; "


@pytest.mark.parametrize("name", templates.names())
def test_odd_text_arrives_as_text_in_every_template(name: str) -> None:
    header = PLAN.header.model_copy(update={"subject": ODD, "agency": ODD})
    plan = Plan(
        header=header,
        preamble=[ODD],
        sections=[section("I", ODD, [said(ODD)])],
        closing=[ODD],
        recipients=[Recipient(name=ODD, note=ODD)],
        filing=[ODD],
        signature=Signature(authority=ODD, position=ODD, other_title=ODD, name=ODD),
        co_signatures=[Signature(position=ODD, name=ODD)],
        appendices=[Appendix(label=ODD, title=ODD, reference=ODD, content=[said(ODD)])],
    )
    document = docgen.render(plan, template=name)
    assert docgen.render(plan, template=name) == document
    printed = text(part(document))
    assert SHOWN in printed
    assert "49" not in re.sub(re.escape(SHOWN), "", printed)


@pytest.mark.parametrize("damage", [b"", b"<a><b", b"\xff\xfe\x00", b"<?xml version='1.0'?>"])
def test_damaged_parts_are_told_or_left_alone(tmp_path: Path, damage: bytes) -> None:
    more = {"word/comments.xml": damage}
    file = rewritten(templates.path("ke-hoach"), tmp_path / "m.docx", {}, more)
    assert docgen.render(PLAN, template=file).startswith(b"PK")
    for name in ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"):
        change = {name: lambda _: damage}
        file = rewritten(templates.path("ke-hoach"), tmp_path / "m.docx", change)
        with pytest.raises(ConfigurationError):
            docgen.render(PLAN, template=file)
