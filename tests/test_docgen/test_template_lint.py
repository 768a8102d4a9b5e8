"""The check of a person's own template: every fault at once, each with its place."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from examples import PLAN
from templatefiles import rewritten, template
from word import part, text

import docgen
from docgen import templates
from docgen.lint import lint
from plan.errors import ConfigurationError
from plan.messages import fill


def told(file: Path) -> list[str]:
    return [fill(fault.message.template, fault.message.args) for fault in lint(file)]


def harm(file: Path) -> list[str]:
    return [fill(f.message.template, f.message.args) for f in lint(file) if f.harmful]


@pytest.mark.parametrize("name", templates.names())
def test_the_bundled_templates_have_no_faults(name: str) -> None:
    assert lint(templates.path(name)) == []


CASES = [
    (["{{ subjct }}"], "p1 “{{ subjct }}”: there is no subjct"),
    (["Số {{ number.digits }}"], "p1 “Số {{ number.digits }}”: there is no digits"),
    (["{{ agency.__class__ }}"], "there is no __class__"),
    (["{{ plan.budget }}"], "there is no budget ({{ plan.budget }})"),
    (["{%p for line in body %}", "{{ line.txt }}", "{%p endfor %}"], "p2 “{{ line.txt }}”: there"),
    (["{{ loop.first }}", "{{ loop.cycle }}"], "there is no cycle"),
    (["{{ line.text + }}"], "{{ line.text + }} cannot be read"),
    (["{% if body %}x{% endfi %}"], "{% endfi %} cannot be read"),
    (["{%p if body %}", "x"], "p1 “{%p if body %}”: {%p if body %} has no {% endif %}"),
    (["{% for a in body %}{% if a.bold %}{% endfor %}"], "{% endfor %} ends or continues nothing"),
    (["{% else %}"], "{% else %} ends or continues nothing"),
    (["{% endfor %}"], "{% endfor %} ends or continues nothing"),
    (["{{ sub", "ject }}"], "p1 “{{ sub”: a tag begins or ends here without its other half"),
    (["Mở đầu {%p if body %}", "{%p endif %}"], "{%p if body %} takes its whole paragraph"),
    (["{{ „x“ }}"], "cannot be read"),
    (["{{ agency }}"], "agency is no text but a list or a record"),
    (["{{ decision }}"], "decision is no text"),
    (["{% if title == 'KẾ HOẠCH' %}{% endif %}"], "compares words of the plan"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "fault"), CASES, ids=lambda case: str(case)[:40])
def test_a_fault_is_named_with_its_place(tmp_path: Path, paragraphs: list[str], fault: str) -> None:
    file = template(tmp_path, *paragraphs)
    assert any(fault in line for line in harm(file)), harm(file)
    with pytest.raises(ConfigurationError) as raised:
        docgen.render(PLAN, template=file)
    assert raised.value.exit_code == 6
    assert fault in str(raised.value)


def test_all_faults_are_told_at_once_before_anything_is_rendered(tmp_path: Path) -> None:
    wrong = [line for paragraphs, _ in CASES for line in paragraphs]
    file = template(tmp_path, *wrong, cells=("{%tc for x in annexes %}và", "{{ x.titel }}", "x"))
    with pytest.raises(ConfigurationError) as raised:
        docgen.render(PLAN, template=file)
    message = str(raised.value)
    faults = ("subjct", "digits", "__class__", "budget", "txt", "endfi", "cycle", "titel")
    for fault in (file.name, *faults, "t1/r1/c1/p1 “{%tc for x in annexes %}và”"):
        assert fault in message
    assert "{{ loop.first }}" not in message


def test_curly_quotes_are_told_and_do_no_harm(tmp_path: Path) -> None:
    choice = "{% if line.style == “text” %}x{% endif %}"
    file = template(tmp_path, f"{{% for line in body %}}{choice}{{% endfor %}}")
    assert any("curly quotes" in line for line in told(file))
    assert harm(file) == []
    assert b"PK" in docgen.render(PLAN, template=file)[:4]


def test_a_line_break_inside_a_tag(tmp_path: Path) -> None:
    file = template(tmp_path, "x")
    document = Document(str(file))
    paragraph = document.add_paragraph("{{ sub")
    paragraph.add_run().add_break()
    paragraph.add_run("ject }}")
    document.save(str(file))
    assert any("stands inside a tag" in line for line in harm(file))


def test_a_tag_that_word_split_over_runs_is_no_fault(tmp_path: Path) -> None:
    file = template(tmp_path, "x")
    document = Document(str(file))
    paragraph = document.add_paragraph("{")
    for piece in ("{ sub", "ject ", "}", "}"):
        paragraph.add_run(piece).bold = True
    document.save(str(file))
    assert harm(file) == []
    assert str(PLAN.header.subject) in str(
        [p.text for p in Document(_saved(docgen.render(PLAN, template=file), tmp_path)).paragraphs]
    )


def _saved(document: bytes, folder: Path) -> str:
    file = folder / "rendered.docx"
    file.write_bytes(document)
    return str(file)


@pytest.mark.parametrize("where", ["header", "title of the properties", "text box"])
def test_faults_outside_the_text_are_found(tmp_path: Path, where: str) -> None:
    file = template(tmp_path, "{{ title }}")
    document = Document(str(file))
    if where == "header":
        document.sections[0].header.paragraphs[0].text = "{{ sybject }}"
    elif where == "text box":
        box = document.paragraphs[0].runs[0].element.makeelement(qn("w:txbxContent"))
        box.append(document.add_paragraph("{{ sybject }}").paragraph_format.element)
        document.paragraphs[0].runs[0].element.append(box)
    else:
        document.core_properties.title = "{{ sybject }}"
    document.save(str(file))
    (fault,) = harm(file)
    assert "there is no sybject" in fault


def test_other_fonts_are_told_by_run_and_by_style(tmp_path: Path) -> None:
    file = tmp_path / "mẫu.docx"
    document = Document(str(templates.path("ke-hoach")))
    document.paragraphs[-1].add_run("Căn cứ").font.name = "Arial"
    document.styles["Body Text"].font.name = "VNI-Times"
    document.styles["Body Text"].font.size = Pt(14)
    document.save(str(file))
    faults = told(file)
    assert any("“Căn cứ”: the font is Arial" in fault for fault in faults)
    assert any("style “Body Text”: the font is VNI-Times" in fault for fault in faults)
    assert len(faults) == 2
    assert harm(file) == []


def test_missing_parts_are_told(tmp_path: Path) -> None:
    faults = " ".join(told(template(tmp_path, "{{ agency|first }}", "{{ subject }}")))
    for lacking in ("Quốc hiệu", "Tiêu ngữ", "Số, ký hiệu", "Chức vụ", "Họ tên", "Nơi nhận"):
        assert lacking in faults
    assert "Tên cơ quan" not in faults


def test_an_exported_template_is_changed_in_word_checked_and_used(tmp_path: Path) -> None:
    file = tmp_path / "của xã.docx"
    document = Document(str(templates.path("quyet-dinh-ban-hanh-ke-hoach")))
    article = next(p for p in document.paragraphs if p.text.startswith("Điều 2."))
    article.runs[-1].text = "Quyết định này có hiệu lực từ ngày {{ plan.name }} được ký."
    document.sections[0].left_margin = Pt(90)
    document.save(str(file))
    assert lint(file) == []
    rendered = Document(_saved(docgen.render(PLAN, template=file), tmp_path))
    assert any("có hiệu lực từ ngày Kế hoạch cấp nước" in p.text for p in rendered.paragraphs)


def test_macros_and_links_to_elsewhere_are_refused(tmp_path: Path) -> None:
    linked = (
        b'<Relationship Id="rId99" TargetMode="External" Target="http://example.invalid/x.dotm" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/>'
        b"</Relationships>"
    )
    rels = "word/_rels/document.xml.rels"
    for kind in (b"attachedTemplate", b"image", b"oleObject", b"frame", b"subDocument"):
        change = {rels: lambda xml, kind=kind: xml.replace(b"</Relationships>", linked % kind)}
        file = rewritten(templates.path("ke-hoach"), tmp_path / "mẫu.docx", change)
        (fault,) = harm(file)
        assert fault.startswith(rels)
        assert "http://example.invalid/x.dotm" in fault
        with pytest.raises(ConfigurationError, match=r"example\.invalid"):
            docgen.render(PLAN, template=file)
    change = {rels: lambda xml: xml.replace(b"</Relationships>", linked % b"hyperlink")}
    assert harm(rewritten(templates.path("ke-hoach"), tmp_path / "mẫu.docx", change)) == []
    file = rewritten(
        templates.path("ke-hoach"), tmp_path / "m.docx", {}, {"word/vbaProject.bin": b""}
    )
    assert "a macro" in harm(file)[0]


@pytest.mark.parametrize("simple", [True, False])
@pytest.mark.parametrize("code", ["INCLUDEPICTURE", "INCLUDETEXT", "DDEAUTO", "LINK"])
def test_fields_that_fetch_are_refused(tmp_path: Path, code: str, simple: bool) -> None:
    def with_fields(xml: bytes) -> bytes:
        halves = "</w:instrText></w:r><w:r><w:instrText>".join((code[:4], code[4:]))
        cut = f"<w:p><w:r><w:instrText> {halves} x</w:instrText></w:r></w:p>"
        whole = f'<w:p><w:fldSimple w:instr=" {code} x "/></w:p>'
        return xml.replace(b"<w:body>", f"<w:body>{whole if simple else cut}".encode())

    change = {"word/document.xml": with_fields}
    (fault,) = harm(rewritten(templates.path("ke-hoach"), tmp_path / "mẫu.docx", change))
    assert fault.startswith(f"word/document.xml: the field {code}")


def test_templates_that_another_program_saved_have_no_faults_and_say_the_same(
    save_all: Callable[[Sequence[bytes], str], list[Path]],
) -> None:
    names = templates.names()
    saved = save_all([templates.path(name).read_bytes() for name in names], "docx")
    for name, file in zip(names, saved, strict=True):
        assert lint(file) == []
        written = (docgen.render(PLAN, template=one) for one in (name, file))
        first, second = (text(part(document)) for document in written)
        assert second == first
