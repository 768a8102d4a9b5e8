"""The samples that come along: invented plans and profiles to try the program on."""

from pathlib import Path


def folder() -> Path:
    """Where the samples are: inside an installed package, beside it in a checkout."""
    home = Path(__file__).parent
    packaged = home / "samples"
    return packaged if packaged.is_dir() else home.parent / "samples"
