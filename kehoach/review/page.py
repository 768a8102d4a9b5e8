"""The review page: one HTML file with everything in it, which asks nothing of any other place."""

from base64 import b64encode
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extract import Reading
from kehoach.language import current, say
from kehoach.review.document import chunks, sheets
from kehoach.review.fields import FINDING, KINDS, STRING, Field, fields_of
from kehoach.review.items import GROUPS, Item, items
from kehoach.review.marks import Cutter, Mark, marks_of
from kehoach.review.saved import FORMAT, VERSION, fingerprint
from kehoach.review.words import KEYS, words
from plan.messages import Message
from plan.model import Plan

HERE = Path(__file__).parent / "page"
SCRIPTS = ("state.js", "document.js", "editor.js", "panel.js", "main.js")
"""In the order in which one needs the other."""
PDF = "pdf"


def page(reading: Reading, path: Path) -> str:
    """The page for the document at `path`, which `reading` was read from.

    Raises:
        UnreadableError: the file has gone, or its pages cannot be drawn.
    """
    found = items(reading.plan)
    marks = marks_of(found)
    cutter = Cutter(marks)
    paged = reading.layout.format == PDF
    script = "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    template = environment().get_template("page.html")
    return template.render(
        lang=current(),
        words=words(),
        keys=[(keys, say(Message(text, {}))) for keys, text in KEYS],
        groups={key: say(Message(text, {})) for key, text in GROUPS.items()},
        name=path.name,
        style=(HERE / "review.css").read_text(encoding="utf-8"),
        script=script,
        script_hash=b64encode(sha256(script.encode()).digest()).decode("ascii"),
        data=data(reading.plan, found, marks, path),
        sheets=sheets(path, reading.layout, cutter) if paged else None,
        chunks=None if paged else chunks(reading.layout, cutter),
    )


@cache
def environment() -> Environment:
    """Templates with everything escaped, and JSON that keeps Vietnamese letters as they are."""
    found = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(HERE),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return found


def data(plan: Plan, found: list[Item], marks: list[Mark], path: Path) -> dict[str, Any]:
    """What the page's script works on: the plan, and where its parts stand."""
    record = plan.model_dump(mode="json")
    return {
        "format": FORMAT,
        "version": VERSION,
        "document": {"name": path.name, "sha256": fingerprint(path)},
        "key": sha256(plan.model_dump_json().encode()).hexdigest(),
        "file": f"{path.stem}.review.json",
        "plan": record,
        "items": [
            {
                "place": item.place,
                "kind": item.kind,
                "group": item.group,
                "doubtful": item.doubtful,
                "findings": item.findings,
            }
            for item in found
        ],
        "marks": [[mark.item, mark.field] for mark in marks],
        "findings": [say(Message(one.template, one.args)) for one in plan.findings],
        "fields": fields(),
        "words": words(),
    }


def fields() -> dict[str, list[dict[str, Any]]]:
    """Kind of record → its fields, for editing; an entry of a list of strings is one text."""
    text = Field((), "text", needed=True)
    kinds = {kind.__name__: list(fields_of(kind)) for kind in KINDS}
    everything = {**kinds, STRING: [text], FINDING: []}
    return {kind: [asdict(field) for field in found] for kind, found in everything.items()}
