"""Finding templates (mẫu văn bản): those that come with the program, and a person's own files."""

import tomllib
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from plan.errors import ConfigurationError
from plan.messages import N_
from plan.model import Finding, Plan, Record

_SUFFIX = ".docx"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundled template is for.

    `needs` are the fields of a plan without which its pages have holes, `uses` those that it prints
    where they are there.
    `title` is the name of the document in Vietnamese; `purpose` maps `en` and `vi` to a sentence.
    """

    name: str
    title: str
    purpose: dict[str, str]
    needs: tuple[str, ...]
    uses: tuple[str, ...]


def _folder() -> Path:
    """Where the bundled templates are: inside an installed package, else beside it."""
    here = Path(__file__).resolve()
    installed, checkout = here.with_suffix(""), here.parent.parent / "templates"
    return installed if (installed / "manifest.toml").is_file() else checkout


def names() -> list[str]:
    """The names of the bundled templates."""
    return sorted(_manifests())


def manifest(name: str) -> Manifest:
    """What the bundled template `name` is for.

    Raises:
        ConfigurationError: there is no such template.
    """
    if name not in _manifests():
        raise _unknown(name)
    return _manifests()[name]


def wanting(template: str | Path, plan: Plan) -> list[Finding]:
    """What a bundled template needs and `plan` does not have: its pages will have holes there."""
    known = _manifests()
    needs = known[str(template)].needs if str(template) in known else ()
    message = N_("{field} is not in the data; the template {name} leaves a gap there to fill in")
    return [
        Finding(
            code="template-needs",
            severity="info",
            template=message,
            args={"field": field, "name": str(template)},
        )
        for field in needs
        if not _filled(reduce(getattr, field.split("."), plan))
    ]


def _filled(value: object) -> bool:
    """Whether a part of a plan says anything."""
    return any(value.model_dump().values()) if isinstance(value, Record) else bool(value)


def path(template: str | Path) -> Path:
    """The file of a bundled template, by its name, or of one's own, by its path.

    Raises:
        ConfigurationError: there is neither.
    """
    if isinstance(template, str) and template in _manifests():
        return _folder() / f"{template}{_SUFFIX}"
    own = Path(template)
    if own.suffix.lower() == _SUFFIX and own.is_file():
        return own
    raise _unknown(str(template))


def _manifests() -> dict[str, Manifest]:
    """Every bundled template's manifest, by name."""
    entries = tomllib.loads((_folder() / "manifest.toml").read_text(encoding="utf-8"))
    return {
        name: Manifest(
            name, entry["title"], entry["purpose"], tuple(entry["needs"]), tuple(entry["uses"])
        )
        for name, entry in entries.items()
    }


def _unknown(name: str) -> ConfigurationError:
    template = N_(
        "{file}: no such template; give the path of a .docx file or one of these names: {names}"
    )
    return ConfigurationError(template, file=name, names=", ".join(names()))
