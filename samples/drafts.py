# ruff: noqa: INP001 - a script beside its documents
"""Make the drafts in `drafts/` from the samples, as `kehoach draft` makes them.

    python samples/drafts.py [FOLDER]

Each is read line by line before it is kept: a change in one is a change that officers will see.
"""

import sys
from pathlib import Path

from docgen.draft import draft
from docgen.profile import load
from kehoach.drafts import word
from kehoach.planfile import parent

HERE = Path(__file__).parent
DRAFTS = {
    "huyen-truoc-2025": ("ke-hoach-huyen-ha-tang-so.docx", "xa-truoc-2025.toml"),
    "tinh-2026": ("ke-hoach-tinh-2026-hanh-chinh-cong.docx", "xa-2026.toml"),
    "quyet-dinh-2025": ("quyet-dinh-tinh-nuoc-sach.md", "xa-2025.toml"),
}
"""The draft's name → the superior's document and the commune's profile."""

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "drafts"
    folder.mkdir(exist_ok=True)
    for name, (above, own) in DRAFTS.items():
        made = draft(parent(HERE / above), load(HERE / own))
        (folder / f"{name}.docx").write_bytes(word(made, clean=False))
