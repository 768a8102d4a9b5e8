"""What is said about pages that were recognised: findings."""

from collections.abc import Mapping, Sequence

from extract.readers.pdf_repairs import ranges
from extract.readers.scan.pages import Scan
from plan.messages import N_
from plan.model import Finding

SHOWN = 5
"""Repairs that a finding names; the others are only counted."""


def not_read(numbers: Sequence[int]) -> Finding:
    """Pages (from 0) whose text could not be recognised."""
    return Finding(
        code="pages-not-read",
        template=N_(
            "pages {pages}: the text is missing or is not what the page shows, and was not "
            "recognised: install Tesseract with Vietnamese (see kehoach doctor), then read the "
            "file again"
        ),
        args={"pages": ranges([number + 1 for number in numbers])},
    )


def recognised_pages(scans: Mapping[int, Scan]) -> list[Finding]:
    """Pages (from 0) that were recognised, and the words that were put right on them."""
    findings = [
        Finding(
            code="pages-recognised",
            severity="info",
            template=N_("pages {pages} have no text to rely on; it was recognised by Tesseract"),
            args={"pages": ranges([number + 1 for number in scans])},
        )
    ]
    repairs = [repair for scan in scans.values() for repair in scan.repairs]
    if repairs:
        shown = ", ".join(f"“{found}” → “{right}”" for found, right in repairs[:SHOWN])
        findings.append(
            Finding(
                code="words-repaired",
                severity="info",
                template=N_("{count} words of fixed phrases were put right, such as {examples}"),
                args={"count": len(repairs), "examples": shown},
            )
        )
    return findings
