"""The command line as tests call it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
DISTRICT = SAMPLES / "ke-hoach-huyen-ha-tang-so.md"
PROFILE = SAMPLES / "xa-truoc-2025.toml"


def process(
    *arguments: str | Path, cwd: Path, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Call `kehoach` in a process of its own, in English unless `variables` say otherwise."""
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", **variables},
        capture_output=True,
        check=False,
    )
