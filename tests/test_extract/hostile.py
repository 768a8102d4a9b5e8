"""Files made to do harm: small ones that become large, endless ones, ones that point elsewhere."""

import io
import random
import zipfile
import zlib
from hashlib import md5

from PIL import Image
from test_extract.pdffiles import all_fonts, stream
from test_extract.wordfiles import RELATION, p, package, relationships, run, tbl, tc, tr, zipped
from word import contents

MB = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = package(p("Kế hoạch năm 2026"))
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "drawing")
)
PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
"""What fills up passwords (ISO 32000-1, 7.6.3.3)."""


def with_parts(document: bytes, parts: dict[str, bytes]) -> bytes:
    """A package with more parts, or others."""
    return zipped(contents(document) | parts)


def nested(opening: str, times: int, inside: str) -> str:
    """Elements that stand in each other so many times."""
    names = [name.split()[0] for name in opening.strip("<>").split("><")]
    return opening * times + inside + "".join(f"</{name}>" for name in reversed(names)) * times


def declared(doctype: str, entity: str) -> bytes:
    """A Word file whose text is an entity."""
    parts = contents(WORD)
    text = parts["word/document.xml"].replace(b"<w:document", f"{doctype}<w:document".encode(), 1)
    parts["word/document.xml"] = text.replace("Kế hoạch".encode(), f"&{entity};".encode())
    return zipped(parts)


def laughing() -> bytes:
    """A Word file with an entity that grows to three thousand million letters."""
    entities = '<!ENTITY a0 "ha ha ">'
    entities += "".join(f'<!ENTITY a{one} "{f"&a{one - 1};" * 10}">' for one in range(1, 10))
    return declared(f"<!DOCTYPE w:document [{entities}]>", "a9")


def far_xml() -> bytes:
    """A Word file with 200 MB of XML."""
    return with_parts(WORD, {"word/document.xml": b"<w:p></w:p>" * (200 * MB // 11)})


def dense_xml() -> bytes:
    """A Word file with two million elements, packed no harder than Word packs."""
    rng = random.Random(1)  # noqa: S311 - to pack badly, no secret
    made = rng.choices(["<w:p/>", "<w:r/>", "<w:b/>", "<w:i/>"], k=2_000_000)
    return package("".join(made))


def lying() -> bytes:
    """A Word file whose directory says that a part of 40 MB has 500 bytes."""
    content = with_parts(WORD, {"word/document.xml": bytes(40 * MB)})
    size = (40 * MB).to_bytes(4, "little")
    return content.replace(size, (500).to_bytes(4, "little"))


def crowded() -> bytes:
    """A package of six thousand empty parts."""
    buffer = io.BytesIO(WORD)
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(6_000):
            archive.writestr(f"word/media/{number}.png", b"")
    return buffer.getvalue()


def zip_in_zip() -> bytes:
    """A Word file with a package in it that would unpack to 100 MB; nobody asks for it."""
    return with_parts(WORD, {"word/embeddings/b.zip": zipped({"b": bytes(100 * MB)})})


def wide_table() -> bytes:
    """A Word file with a cell over a thousand million columns."""
    return package(tbl(tr(tc("Kế hoạch", properties='<w:gridSpan w:val="999999999"/>'))))


def many_cells() -> bytes:
    """A web page of cells that reach over all rows and columns."""
    return b"<html><table>" + (b"<tr>" + b"<td rowspan=9999 colspan=100>x" * 100) * 2_000


def looping_styles() -> bytes:
    """A Word file with two styles that are each based on the other."""
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    return package(p("Kế hoạch", style="A"), styles=style.format("A", "B") + style.format("B", "A"))


def odt(body: str, doctype: str = "") -> bytes:
    """An OpenDocument text."""
    content = f"{doctype}<office:document-content {SPACES}><office:body><office:text>{body}"
    content += "</office:text></office:body></office:document-content>"
    return zipped({"mimetype": OPEN_TEXT, "content.xml": content})


def locked_odt() -> bytes:
    """An OpenDocument text with a password."""
    manifest = "<m><manifest:encryption-data/></m>"
    return zipped({"mimetype": OPEN_TEXT, "content.xml": "?", "META-INF/manifest.xml": manifest})


def raw_pdf(*objects: bytes, trailer: str = "") -> bytes:
    """A PDF of these objects, whatever bytes are in them."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    ending = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R "
    return out + f"{ending}{trailer} >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
PRINT = "BT /F 14 Tf 85 700 Td (Ke hoach nam 2026 cua xa) Tj ET"


def sheet(resources: str = "") -> bytes:
    """A page; its content is object 4."""
    held = f"/Resources << /Font << {all_fonts()} >> {resources} >>"
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {held} /Contents 4 0 R >>".encode()
    )


def page_loop() -> bytes:
    """A PDF whose pages hold themselves."""
    first = b"<< /Type /Pages /Count 900000000 /Kids [3 0 R 5 0 R] >>"
    again = b"<< /Type /Pages /Count 100 /Kids [2 0 R] /Parent 2 0 R >>"
    return raw_pdf(CATALOG, first, sheet(), stream(PRINT).encode(), again)


def form_loop() -> bytes:
    """A PDF with two forms that draw each other."""

    def form(other: int) -> bytes:
        drawn = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources {held(other)}"
        return stream(f"/X Do {PRINT}", drawn).encode()

    def held(other: int) -> str:
        return f"<< /XObject << /X {other} 0 R >> /Font << {all_fonts()} >> >>"

    page = sheet("/XObject << /X 5 0 R >>")
    return raw_pdf(CATALOG, ONE_PAGE, page, stream(f"/X Do {PRINT}").encode(), form(6), form(5))


def packed_page(packed: bytes, filters: str) -> bytes:
    """A PDF whose page's content is packed."""
    head = f"<< /Length {len(packed)} /Filter [{filters}] >>\nstream\n".encode()
    return raw_pdf(CATALOG, ONE_PAGE, sheet(), head + packed + b"\nendstream")


def blank_page() -> bytes:
    """A PDF with 900 MB of blanks on its page."""
    return packed_page(blanks(), "/FlateDecode")


def blank_page_twice() -> bytes:
    """The same packed twice, which takes a few kilobytes."""
    return packed_page(zlib.compress(blanks()), "/FlateDecode /FlateDecode")


def blanks() -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(b" " * MB) for _ in range(900)) + packing.flush()


def encrypted_pdf(password: bytes) -> bytes:
    """A PDF encrypted with RC4 of 40 bits (ISO 32000-1, 7.6.2 and 7.6.3), owned by nobody else."""
    owner = rc4(digest(padded(b"owner"))[:5], padded(password))
    rights = (-44).to_bytes(4, "little", signed=True)
    key = digest(padded(password) + owner + rights + b"\0")[:5]
    content = rc4(digest(key + (4).to_bytes(3, "little") + b"\0\0")[:10], PRINT.encode())
    body = f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
    lock = f"/Filter /Standard /V 1 /R 2 /P -44 /O <{owner.hex()}> /U <{rc4(key, PAD).hex()}>"
    trailer = f"/Encrypt << {lock} >> /ID [<00> <00>]"
    return raw_pdf(CATALOG, ONE_PAGE, sheet(), body, trailer=trailer)


def padded(password: bytes) -> bytes:
    return (password + PAD)[:32]


def digest(content: bytes) -> bytes:
    return md5(content, usedforsecurity=False).digest()


def rc4(key: bytes, content: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for one in range(256):
        other = (other + state[one] + key[one % len(key)]) % 256
        state[one], state[other] = state[other], state[one]
    made, other = bytearray(), 0
    for number, letter in enumerate(content, 1):
        one = number % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        made.append(letter ^ state[(state[one] + state[other]) % 256])
    return bytes(made)


def picture(size: tuple[int, int], form: str, frames: int = 1) -> bytes:
    """A white picture of so many dots and pages."""
    made, page = io.BytesIO(), Image.new("1", size, 1)
    more = {"save_all": True, "append_images": [page] * (frames - 1)} if frames > 1 else {}
    page.save(made, form, **more)
    return made.getvalue()


def pointing_docx(url: str) -> bytes:
    """A Word file with a linked picture, template, frame, part of text and entity."""
    linked = "".join(
        f'<Relationship Id="x{number}" Type="{RELATION}{kind}" Target="{url}/{kind}" '
        'TargetMode="External"/>'
        for number, kind in enumerate(("image", "attachedTemplate", "frame", "aFChunk", "styles"))
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE '
        f'"{url}/field" \\d</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = package(p("Kế hoạch", field) + '<w:altChunk r:id="x3" xmlns:r="r"/>')
    rels = "word/_rels/document.xml.rels"
    return with_parts(document, {rels: relationships(linked).encode()})


def pointing_entity(url: str) -> bytes:
    return declared(f'<!DOCTYPE x SYSTEM "{url}/d" [<!ENTITY e SYSTEM "{url}/e">]>', "e")


def pointing_odt(url: str) -> bytes:
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{url}/x"'
    section = f"<text:section><text:section-source {link}/><text:p>Kế hoạch</text:p></text:section>"
    frame = f"<text:p><drawing:frame><drawing:image {link}/></drawing:frame></text:p>"
    return odt(section + frame, f'<!DOCTYPE x SYSTEM "{url}/d" [<!ENTITY e SYSTEM "{url}/e">]>')


def pointing_html(url: str) -> bytes:
    head = f'<base href="{url}/"><link rel=stylesheet href="a.css"><script src="b.js"></script>'
    head += f'<meta http-equiv=refresh content="0; url={url}/c">'
    body = f'<p>Kế hoạch<img src="{url}/d.png"><iframe src="e"></iframe><object data="f"></object>'
    doctype = f'<!DOCTYPE html SYSTEM "{url}/g">'
    return f'{doctype}<html><head><meta charset="utf-8">{head}</head><body>{body}'.encode()


def pointing_mht(url: str) -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    return f"{head}Content-Location: {url}/a\r\n\r\n".encode() + pointing_html(url)


def pointing_rtf(url: str, lists: str = "") -> bytes:
    """RTF with a linked picture and template; with `lists` it is one that LibreOffice reads."""
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{url}/a.png" \\d}}{{\fldrslt x}}}}'
    text = rf'{{\field{{\*\fldinst INCLUDETEXT "{url}/b.rtf"}}{{\fldrslt x}}}}'
    return rf"{{\rtf1 {{\*\template {url}/t.dot}}{lists}Ke hoach {field}{text}\par}}".encode()


def pointing_pdf(url: str) -> bytes:
    action = f"<< /S /URI /URI ({url}/a) >>"
    catalog = f"<< /Type /Catalog /Pages 2 0 R /OpenAction {action} >>".encode()
    outside = f"<< /Length 0 /F << /FS /URL /F ({url}/b) >> >>\nstream\n\nendstream".encode()
    page = sheet().replace(b"4 0 R", b"[4 0 R 5 0 R]")
    return raw_pdf(catalog, ONE_PAGE, page, stream(PRINT).encode(), outside)


def deep_word(opening: str, times: int) -> bytes:
    """A Word file with elements that stand in each other, a paragraph in the innermost."""
    return package(nested(opening, times, p(run("Kế hoạch"))))
