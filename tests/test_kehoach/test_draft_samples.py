"""Drafts of whole documents: nothing leaks from above, and what is written is read back equal."""

import importlib.util
import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
import regex

import docgen
import extract
from docgen.draft import Draft, draft
from docgen.drafting.scope import Scope, scope_of
from docgen.drafting.shelter import Shelter
from docgen.merging.record import recorded
from docgen.profile import load
from kehoach.drafts import word
from kehoach.planfile import parent
from plan.model import Block, Plan
from plan.paths import blocks, walk

SAMPLES = Path(__file__).parents[2] / "samples"
_SPEC = importlib.util.spec_from_file_location("drafts", SAMPLES / "drafts.py")
assert _SPEC is not None
assert _SPEC.loader is not None
made_by = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(made_by)

ABOVE = {
    path.stem: (path, "xa-2026.toml" if "-tinh-" in path.stem else "xa-truoc-2025.toml")
    for path in sorted((SAMPLES / "corpus" / "tuned").glob("*.txt"))
    if regex.search(r"-(?:tinh|huyen)-(?!uy)", path.stem)
}
EVERY = {
    **ABOVE,
    **{name: (SAMPLES / above, own) for name, (above, own) in made_by.DRAFTS.items()},
}
KNOWN = {
    "a01-huyen-dat-dai": ("thị trấn Yên Khê",),
    "b02-tinh-cai-cach-hanh-chinh": ("30% xã",),
    "b04-huyen-chat-thai-ran": ("14 xã",),
    "huyen-truoc-2025": ("thị trấn Mộc Khê",),
}
"""Places and numbers of communes that a person must decide on: each has a comment."""
_TO_THE_SUPERIOR = regex.compile(
    r"(?:báo cáo|gửi|theo (?:hướng dẫn|chỉ đạo|quy định)|hỗ trợ|kiểm tra|đôn đốc)[^;.]*?"
    r"(?:UBND|Ủy ban nhân dân|Văn phòng)[^;.]*|do UBND tỉnh ban hành",
    regex.IGNORECASE,
)
_PARTNERS = regex.compile(r"Văn phòng (?:HĐND và )?UBND (?:huyện|tỉnh)")
_LOW = r"(?:xã(?! hội| viên)|phường|thị trấn|đặc khu)"
_LEVELS = (
    rf"(?:các {_LOW}|UBND các|(?<!trợ )(?<!\w)cấp xã(?! hội)|thị trấn [^,;.]*|từng {_LOW}|\d+%? xã)"
)
_POSTS_BEFORE = r"[Cc]ông chức (?:Văn|Tài|Tư|Địa)"
_POSTS_AFTER = r"Phòng Văn hóa - Xã hội|Phòng Kinh tế(?! và)|Trung tâm Phục vụ hành chính công"
_ACTORS = r"(?:UBND|Ủy ban nhân dân|Công an|Ban Chỉ đạo|HĐND|Hội Nông dân|Đoàn Thanh niên)"


def drafted(name: str) -> tuple[Draft, Scope]:
    above, own = EVERY[name]
    plan, profile = parent(above), load(SAMPLES / own)
    return draft(plan, profile), scope_of(plan, profile)


def texts(plan: Plan) -> Iterator[str]:
    content: list[Block] = []
    for _, section in walk(plan.sections):
        yield section.title
        content += section.content or []
    for appendix in plan.appendices:
        content += appendix.content
    for block in blocks(content):
        yield block.text
        yield from (cell for row in block.rows for cell in row)
    yield from plan.closing


def leaks(text: str, scope: Scope) -> Iterator[str]:
    """Words of the superior that do not belong in the commune's text, citations left aside."""
    shelter = Shelter()
    text = shelter.hide_quotations(shelter.hide_citations(text, scope.citations))
    text = _PARTNERS.sub("", _TO_THE_SUPERIOR.sub("", text))
    patterns = (
        rf"{scope.kind_pattern}\s+{scope.name_pattern}",
        rf"(?<!\w){_ACTORS}\s+{scope.kind_pattern}(?!\w)",
        rf"(?<!\w){_LEVELS}(?!\w)",
        r"(?<!\w)(xã|phường|thôn|bản) \1(?!\w)",
        _POSTS_BEFORE if scope.has_departments else _POSTS_AFTER,
    )
    for pattern in patterns:
        found = regex.search(pattern, text)
        if found:
            yield str(found[0]).strip()


@pytest.mark.parametrize("name", EVERY)
def test_nothing_leaks_from_above(name: str) -> None:
    done, scope = drafted(name)
    found = {leak for text in texts(done.plan) for leak in leaks(text, scope)}
    assert found <= set(KNOWN.get(name, ())), found
    said = " ".join(note.text for note in done.notes)
    assert all(leak in said for leak in found)


def test_the_list_of_leaks_finds_them() -> None:
    _, scope = drafted("huyen-truoc-2025")
    for text in (
        "Nhân dân huyện Mộc Khê phấn khởi.",
        "UBND huyện chỉ đạo thực hiện.",
        "UBND các xã, thị trấn thực hiện.",
        "Trên địa bàn xã xã Thượng Sa.",
        "Phòng Văn hóa - Xã hội chủ trì.",
    ):
        assert list(leaks(text, scope)), text
    assert not list(leaks("Báo cáo UBND huyện Mộc Khê trước ngày 05/12.", scope))


@pytest.mark.parametrize("name", EVERY)
def test_every_item_is_accounted_for(name: str) -> None:
    done, _ = drafted(name)
    for item in done.report.parent:
        assert bool(item.child) == (item.fate != "left_out"), item
        assert item.reason or item.fate in ("kept", "adapted"), item
        assert (item.applies is None) == (item.item != "target")
    for item in done.report.child:
        assert (item.origin == "parent") == bool(item.parent), item


WITHOUT = ("span", "evidence", "source", "findings", "schema_version")


def bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in WITHOUT}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", made_by.DRAFTS)
def test_a_draft_is_read_back_as_the_plan_that_it_was_written_from(
    name: str, tmp_path: Path
) -> None:
    done, _ = drafted(name)
    path = tmp_path / "draft.docx"
    path.write_bytes(docgen.render(done.plan))
    assert bare(extract.read(path).model_dump()) == bare(done.plan.model_dump())


@pytest.mark.parametrize("name", made_by.DRAFTS)
def test_the_drafts_beside_the_samples_say_what_is_drafted_today(name: str) -> None:
    done, _ = drafted(name)
    kept = docx.Document(str(SAMPLES / "drafts" / f"{name}.docx"))
    now = docx.Document(io.BytesIO(word(done, clean=False)))
    assert recorded(kept) == recorded(now)
