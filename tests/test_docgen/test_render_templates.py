"""Templates: finding them, the bundled one, and the faults of one's own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from examples import PLAN
from templatefiles import template
from word import W, contents, part, text, texts

import docgen
from docgen import templates
from docgen.context import Context
from plan.errors import ConfigurationError

ROOT = Path(__file__).parents[2]
NAMES = (
    "ke-hoach",
    "quyet-dinh-ban-hanh-ke-hoach",
    "phu-luc",
    "cong-van",
    "to-trinh",
    "bao-cao",
)


def test_the_bundled_templates_are_what_their_script_builds(tmp_path: Path) -> None:
    script = ROOT / "templates" / "build.py"
    subprocess.run([sys.executable, "-B", str(script), str(tmp_path)], check=True)
    built = {file.stem: contents(file.read_bytes()) for file in tmp_path.iterdir()}
    assert built == {
        name: contents(templates.path(name).read_bytes()) for name in templates.names()
    }


def test_every_template_is_in_the_manifest_and_the_reverse() -> None:
    files = sorted(file.stem for file in (ROOT / "templates").glob("*.docx"))
    assert templates.names() == files == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_manifest_names_fields_that_a_plan_has(name: str) -> None:
    manifest = templates.manifest(name)
    assert manifest.name == name
    assert set(manifest.purpose) == {"en", "vi"}
    assert not set(manifest.needs) & set(manifest.uses)
    data = PLAN.model_dump()
    for field in (*manifest.needs, *manifest.uses):
        part, _, inner = field.partition(".")
        assert part in data
        assert not inner or inner in data[part]


def test_templates_are_found_in_a_package_and_beside_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("wheel/docgen/templates", "checkout/templates"):
        shutil.copytree(ROOT / "templates", tmp_path / folder)
        home = tmp_path / folder.partition("/")[0]
        monkeypatch.setattr(templates, "__file__", str(home / "docgen" / "templates.py"))
        assert templates.path("ke-hoach") == tmp_path / folder / "ke-hoach.docx"


@pytest.mark.parametrize("name", ["quyet-dinh", "không có.docx", "", "../ke-hoach"])
def test_a_template_that_does_not_exist(name: str) -> None:
    with pytest.raises(ConfigurationError, match="ke-hoach"):
        templates.path(name)
    with pytest.raises(ConfigurationError, match="ke-hoach"):
        templates.manifest(name)


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    file = template(
        tmp_path,
        "{{ subject|upper }}",
        "{%p for line in body %}",
        "{{ line.text }}",
        "{%p endfor %}",
        "{{ signer }}",
    )
    for path in (file, str(file)):
        document = docgen.render(PLAN, template=path)
        printed = texts(document, "") or texts(document, "Normal")
        assert printed[0] == str(PLAN.header.subject).upper()
        assert printed[-1] == "Nguyễn Hoàng Minh Châu"


def test_styles_are_known_by_their_names_when_their_ids_change(tmp_path: Path) -> None:
    file = tmp_path / "đã lưu lại.docx"
    document = Document(str(templates.path("ke-hoach")))
    for root in (document.styles.element, document.element):
        for element in root.iter():
            for key, value in element.attrib.items():
                if value in {"Rule", "ShortRule", "PlanTable", "Subtitle"}:
                    element.set(key, f"{value}0")
    document.save(str(file))
    renamed, usual = docgen.render(PLAN, template=file), docgen.render(PLAN)
    for tag in ("ind", "gridCol"):
        measures = [dict(one.attrib) for one in part(renamed).iter(W + tag)]
        assert measures == [dict(one.attrib) for one in part(usual).iter(W + tag)] != []


def test_a_file_that_is_no_word_document(tmp_path: Path) -> None:
    file = tmp_path / "mẫu.docx"
    file.write_text("không phải Word", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not a Word document"):
        docgen.render(PLAN, template=file)


def test_an_end_that_is_missing(tmp_path: Path) -> None:
    file = template(tmp_path, "{% for line in body %}", "{{ line.text }}")
    with pytest.raises(ConfigurationError, match="endfor"):
        docgen.render(PLAN, template=file)


def test_a_name_in_a_page_header_is_checked_and_filled_in(tmp_path: Path) -> None:
    file = template(tmp_path, "{{ title }}")
    document = Document(str(file))
    document.sections[0].header.paragraphs[0].text = "{{ sybject }}"
    document.save(str(file))
    with pytest.raises(ConfigurationError, match="sybject"):
        docgen.render(PLAN, template=file)
    document.sections[0].header.paragraphs[0].text = "{{ subject }}"
    document.save(str(file))
    rendered = docgen.render(PLAN, template=file)
    name = next(name for name in contents(rendered) if "header" in name and name.endswith(".xml"))
    assert text(part(rendered, name)) == PLAN.header.subject


@pytest.mark.parametrize("wrong", ["{{ subject - 2 }}", "{{ subject|join(2) }}"])
def test_what_only_running_a_template_shows(tmp_path: Path, wrong: str) -> None:
    file = template(tmp_path, wrong)
    with pytest.raises(ConfigurationError, match="cannot be filled in"):
        docgen.render(PLAN, template=file)


def test_the_vocabulary_has_no_name_that_dictionaries_have() -> None:
    assert not set(Context.__annotations__) & set(dir(dict))
