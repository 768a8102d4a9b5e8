"""A Python program that stands in the place of an outside one."""

import os
import stat
import sys
from pathlib import Path


def stand_in(folder: Path, name: str, code: str) -> Path:
    """A program called `name` in `folder` that runs `code`."""
    script = folder / "stand_in.py"
    script.write_text(code, "utf-8")
    if os.name == "nt":
        program = folder / f"{name}.bat"
        program.write_text(f'@"{sys.executable}" "{script}" %*\n', "utf-8")
    else:
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program
