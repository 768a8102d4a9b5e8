"""Electronic signatures of a PDF: who signed, for which agency, when.

What a signature says of itself is read, not whether it is valid: as evidence for the day of
signing it stands beside the printed one.
"""

import ctypes
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import regex
from pypdfium2 import raw

from plan.model import DigitalSignature

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name, ObjectIdentifier

TIME = regex.compile(
    r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(?P<zone>[+-]\d\d)'?(?P<minutes>\d\d)?|(?P<utc>Z))?"
)
"""A date of PDF (ISO 32000-1, 7.9.4)."""
MOST_SIGNATURES = 100


def signatures_of(document: "pdfium.PdfDocument") -> list[DigitalSignature]:
    """The signatures of a document in the file's order, each signer and time once."""
    found: list[DigitalSignature] = []
    for index in range(min(raw.FPDF_GetSignatureCount(document), MOST_SIGNATURES)):
        signature = raw.FPDF_GetSignatureObject(document, index)
        time = content(raw.FPDFSignatureObj_GetTime, signature).decode("latin-1")
        said = DigitalSignature(
            **names_in(content(raw.FPDFSignatureObj_GetContents, signature)), time=iso(time)
        )
        if said not in found and said != DigitalSignature():
            found.append(said)
    return found


def content(ask: Callable[..., int], signature: object) -> bytes:
    """What pdfium says of a signature when asked for a string."""
    size = ask(signature, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(signature, buffer, size)
    return buffer.raw


def iso(time: str) -> str | None:
    """A time of PDF as ISO, with its zone where it says so."""
    found = TIME.match(time)
    if found is None:
        return None
    zone = "+00:00" if found["utc"] else ""
    if found["zone"]:
        zone = f"{found['zone']}:{found['minutes'] or '00'}"
    year, month, day, hour, minute, second = found.groups()[:6]
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"


def names_in(container: bytes) -> dict[str, str | None]:
    """The signer and the agency that the certificate in a signature (PKCS #7) names."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs7
    from cryptography.x509.oid import NameOID

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # old certificates break rules that do not matter here
            chain = pkcs7.load_der_pkcs7_certificates(container[: der_length(container)])
            subject = next(own_of(chain)).subject
    except (ValueError, UnsupportedAlgorithm, StopIteration):
        return {}
    return {
        "signer": name_of(subject, NameOID.COMMON_NAME),
        "agency": name_of(subject, NameOID.ORGANIZATION_NAME),
    }


def der_length(container: bytes) -> int:
    """The length of what DER holds at the beginning; behind it the field is filled with zeros."""
    first = container[1] if len(container) > 1 else 0
    if first < 0x80:  # noqa: PLR2004 - the short form of a length
        return 2 + first
    size = first - 0x80
    return 2 + size + int.from_bytes(container[2 : 2 + size])


def own_of(chain: "list[Certificate]") -> "Iterator[Certificate]":
    """The certificates that have not issued another of the chain: the signer's is the first."""
    issuers = {one.issuer for one in chain if one.issuer != one.subject}
    return (one for one in chain if one.subject not in issuers)


def name_of(subject: "Name", kind: "ObjectIdentifier") -> str | None:
    """One part of a name in a certificate."""
    return next((str(one.value) for one in subject.get_attributes_for_oid(kind)), None)
