"""What an archive keeps, and how it is found again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import SAMPLES
from examples import TARGET  # noqa: F401
