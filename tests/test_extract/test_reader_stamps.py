"""E-signed PDF: stamped figures in their blanks, conflicts with the print, what signatures say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from test_extract.pdffiles import Page, pdf

import extract
from extract.fields.stamped import compare_signatures, compare_stamps
from extract.layout import Layout, Line, Stamp
from extract.readers import read_layout
from plan.model import DigitalSignature, Evidence, Header, Span

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
BODY = (
    "Ra soat toan bo he thong chieu sang cong cong tren dia ban xa Dong Van,",
    "lap danh muc cac doan can thay the va bao cao ket qua theo tung quy mot.",
)


def read(tmp_path: Path, page: Page) -> Layout:
    file = tmp_path / "kế hoạch.pdf"
    file.write_bytes(pdf(page.lines(85, 300, *BODY)))
    return read_layout(file)


def first_line(layout: Layout) -> str:
    return layout.text.split("\n")[0]


def stamped(layout: Layout) -> list[str]:
    return [layout.text[s.line.start :][: len(s.line.text)] for s in layout.stamps]


FILLED = [
    ("a number between colon and slash", [(85, "So:"), (150, "/KH-UBND")], [(112, "565")],
     "So: 565 /KH-UBND"),
    ("up to the slash", [(85, "So:"), (140, "/KH-UBND")], [(112, "565")], "So: 565/KH-UBND"),
    ("spaced digits", [(85, "So:"), (170, "/KH-UBND")], [(112, "3 6 8 6")], "So: 3686 /KH-UBND"),
    ("a day that nearly touches the words", [(85, "ngay"), (128, "thang 11 nam 2024")],
     [(113, "15")], "ngay 15 thang 11 nam 2024"),
    ("day and month", [(85, "ngay"), (140, "thang"), (200, "nam 2024")],
     [(116, "1 1"), (175, "02")], "ngay 11 thang 02 nam 2024"),
    ("on dots", [(85, "So: ............ /KH-UBND")], [(115, "18")], "So: 18 /KH-UBND"),
]  # fmt: skip


@pytest.mark.parametrize("off", [0, 3, -3])
@pytest.mark.parametrize(
    ("typed", "stamps", "expected"), [case[1:] for case in FILLED], ids=[c[0] for c in FILLED]
)
def test_figures_fill_the_blanks(
    typed: list[tuple[float, str]],
    stamps: list[tuple[float, str]],
    expected: str,
    off: float,
    tmp_path: Path,
) -> None:
    page = Page()
    for x, words in typed:
        page.text(x, 100, words, 13)
    for x, words in stamps:
        page.stamp(x, 100 + off, words)
    layout = read(tmp_path, page)
    assert first_line(layout) == expected
    assert stamped(layout) == [words.replace(" ", "") for _, words in stamps]
    assert all(stamp.over is None for stamp in layout.stamps)
    assert [p.edges for p in layout.prints if sorted(p.edges) != list(p.edges)] == []


def test_the_words_of_a_seal_are_left_out(tmp_path: Path) -> None:
    page = Page().text(85, 100, "So: 12/KH-UBND", 13)
    page.stamp(300, 100, "Ky boi: UBND xa").stamp(300, 150, "So den: 4512")
    layout = read(tmp_path, page)
    assert layout.text == "\n".join(("So: 12/KH-UBND", *BODY))
    assert layout.stamps == ()


CONFLICTS = [
    ("on a printed number", "So: 12/KH-UBND", 107, "565", "12"),
    ("beside a printed number", "So: 12", 125, "565", "12"),
    ("on the month", "ngay    thang 11 nam 2024", 158, "15", "11"),
]


@pytest.mark.parametrize(
    ("typed", "x", "stamp", "over"), [c[1:] for c in CONFLICTS], ids=[c[0] for c in CONFLICTS]
)
def test_a_stamp_on_printed_figures_is_kept_apart(
    typed: str, x: float, stamp: str, over: str, tmp_path: Path
) -> None:
    layout = read(tmp_path, Page().text(85, 100, typed, 13).stamp(x, 101, stamp))
    assert first_line(layout) == " ".join(typed.split())
    (found,) = layout.stamps
    assert found.over is not None
    assert layout.text[slice(*found.over)] == over
    assert stamped(layout) == [stamp]
    assert layout.text.endswith(f"\n{stamp}")
    assert all(stamp not in str(block) for block in layout.blocks)


TEXT = "Số: 12/KH-UBND\nĐồng Vân, ngày {} tháng 11 năm 2024\n15"


def headed(text: str, **values: int | str | None) -> Header:
    number, date = Span(start=0, end=14), Span(start=15, end=text.rindex("\n"))
    head = Header.model_validate({"number": 12, **values})
    head.evidence = {"number": Evidence(span=number), "date": Evidence(span=date)}
    return head


@pytest.mark.parametrize(
    ("day", "covers", "field", "values"),
    [
        ("  ", "12", "number", [12, 15]),
        ("  ", "11", "date", ["2024-11", "2024-11-15"]),
        ("09", "11", "date", ["2024-11-09"]),
        ("09", "09", "date", ["2024-11-09", "2024-11-15"]),
    ],
)
def test_stamps_on_print_give_candidates(
    day: str, covers: str, field: str, values: list[int | str]
) -> None:
    text = TEXT.format(day)
    at = text.index(covers)
    stamp = Stamp(Line("15", len(text) - 2), (at, at + 2))
    head = headed(text, date="-".join(["2024-11", *day.split()]))
    layout = Layout((), text, "pdf", wrapped=True, stamps=(stamp,))
    (finding,) = compare_stamps(head, layout)
    assert finding.args == {"stamp": "15", "printed": covers}
    candidates = head.evidence[field].candidates
    assert [one.value for one in candidates] == values
    assert [one.origin for one in candidates] == ["print", "stamp"][: len(values)]
    assert getattr(head, field) == values[0]


def test_a_stamp_that_says_the_same_is_no_conflict() -> None:
    text = TEXT.format("15")
    stamp = Stamp(Line("15", len(text) - 2), (text.index("15"), text.index("15") + 2))
    head = headed(text, date="2024-11-15")
    assert compare_stamps(head, Layout((), text, "pdf", wrapped=True, stamps=(stamp,))) == []
    assert head.evidence["date"].candidates == []


SIGNED = [
    ("the printed day", "2024-11-15", ["2024-11-14", "2024-11-15"], []),
    ("a blank day", "2024-11", ["2024-11-15", "2024-11-18"], [("2024-11-15", "signature")]),
    ("no date at all", None, ["2024-11-15"], [("2024-11-15", "signature")]),
    ("another day", "2024-11-12", ["2024-11-15", "2024-11-14"],
     [("2024-11-12", "print"), ("2024-11-14", "signature")]),
    ("no signature", "2024-11-12", [], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "days", "expected"), [case[1:] for case in SIGNED], ids=[c[0] for c in SIGNED]
)
def test_the_day_of_signing(
    printed: str | None, days: list[str], expected: list[tuple[str, str]]
) -> None:
    signatures = tuple(DigitalSignature(time=f"{day}T08:00:00+07:00") for day in days)
    head = Header(date=printed)
    layout = Layout((), "", "pdf", wrapped=True, signatures=signatures)
    findings = compare_signatures(head, layout)
    known = head.evidence.get("date", Evidence()).candidates
    assert [(one.value, one.origin) for one in known] == expected
    assert [one.code for one in findings] == ["signed-on-another-day"] * bool(expected)
    assert head.date == printed


def certificate(signer: str, agency: str, issuer: x509.Certificate | None) -> x509.Certificate:
    named = [(NameOID.COMMON_NAME, signer), (NameOID.ORGANIZATION_NAME, agency)]
    subject = x509.Name([x509.NameAttribute(*one) for one in named])
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(
        issuer.subject if issuer else subject, subject, key.public_key(), 77, now,
        now + timedelta(days=1),
    )  # fmt: skip
    return builder.sign(key, hashes.SHA256())


def test_what_signatures_say(tmp_path: Path) -> None:
    root = certificate("CA mẫu", "Ban Cơ yếu mẫu", None)
    person = certificate("Lê Quang Vinh", "Ủy ban nhân dân xã Đồng Vân", root)
    office = certificate("UBND xã Đồng Vân", "Huyện Sơn Hạ", root)
    signed = [
        ("D:20241115173007+07'00'", [root, person]),
        ("D:20241116080000Z", [office]),
        ("D:20241116080000Z", [office]),
    ]
    signatures = [
        (time, pkcs7.serialize_certificates(chain, serialization.Encoding.DER))
        for time, chain in signed
    ]
    file = tmp_path / "kế hoạch.pdf"
    file.write_bytes(pdf(Page().lines(85, 100, *BODY), signatures=[*signatures, ("", b"\x30\x05")]))
    assert extract.read(file).source.signatures == [
        DigitalSignature(
            signer="Lê Quang Vinh",
            agency="Ủy ban nhân dân xã Đồng Vân",
            time="2024-11-15T17:30:07+07:00",
        ),
        DigitalSignature(
            signer="UBND xã Đồng Vân", agency="Huyện Sơn Hạ", time="2024-11-16T08:00:00+00:00"
        ),
    ]


REAL = {
    "11-signed-tb-565.pdf": ("565", "ngày 15 tháng 11 năm 2024", "2024-11-15"),
    "12-signed-cv-507.pdf": ("507", "ngày 24 tháng 01 năm 2025", "2025-01-24"),
}


@pytest.mark.parametrize("file", [f for f in sorted(SHARED.glob("*.pdf")) if f.name in REAL])
def test_real_documents(file: Path) -> None:
    number, day, signed = REAL[file.name]
    layout = read_layout(file)
    assert f"Số: {number}" in layout.text
    assert day in layout.text
    assert number in stamped(layout)
    assert layout.signatures[0].time is not None
    assert layout.signatures[0].time.startswith(signed)
