"""Drafts for a whole set of communes at once: one parent, a table of profiles, many drafts."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from gettext import gettext as _
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import click

from docgen.draft import draft
from docgen.profile import Profile
from docgen.profiles import Row
from kehoach.drafts import summary, word
from kehoach.endings import report_error
from kehoach.files import write
from plan.errors import ConfigurationError
from plan.model import Plan
from plan.text import fold

_parents: list[Plan] = []
"""The plans to draft from, in a process that drafts."""


class Made(NamedTuple):
    """One commune's draft: the Word document, and how it is summed up."""

    document: bytes
    said: str


def write_set(
    parents: Sequence[Plan],
    profiles: Sequence[Profile],
    folder: Path,
    *,
    clean: bool,
    jobs: int | None,
) -> int:
    """Draft for each of `profiles` into `folder`, telling of each; how many failed."""
    names = file_names(profiles)
    failed = 0
    for done, (number, outcome) in enumerate(_outcomes(parents, profiles, clean, jobs), 1):
        try:
            made = outcome.result()
            write(folder / names[number], made.document)
        except Exception as error:  # noqa: BLE001 - one bad row must not stop the others
            failed += 1
            click.echo(f"[{done}/{len(profiles)}] {names[number]}:", err=True)
            report_error(error)
            continue
        click.echo(f"[{done}/{len(profiles)}] {names[number]}: {made.said}", err=True)
    return failed


def good_rows(table: Sequence[Row], file: str, base: dict[str, object]) -> Iterator[Profile]:
    """The profiles of a table; the rows that are wrong are told and left out."""
    for row in table:
        try:
            yield row.profile(file, base)
        except ConfigurationError as error:
            report_error(error)


def file_names(profiles: Sequence[Profile]) -> list[str]:
    """A file name for each commune's draft, no two alike: `xa-minh-tan.docx`."""
    found: Counter[str] = Counter()
    names = []
    for profile in profiles:
        stem = fold(f"{profile.commune.type} {profile.commune.name}").replace(" ", "-")
        found[stem] += 1
        names.append(f"{stem}-{found[stem]}.docx" if found[stem] > 1 else f"{stem}.docx")
    return names


def _outcomes(
    parents: Sequence[Plan], profiles: Sequence[Profile], clean: bool, jobs: int | None
) -> Iterator[tuple[int, "Future[Made]"]]:
    """The number and the outcome of each draft, as they are done."""
    texts = [parent.model_dump_json() for parent in parents]
    workers = min(jobs or os.cpu_count() or 1, max(len(profiles), 1))
    alike = get_context("spawn")  # the one way that every system has
    with ProcessPoolExecutor(workers, alike, initializer=_start, initargs=(texts,)) as pool:
        running = {
            pool.submit(_made, profile, clean=clean): number
            for number, profile in enumerate(profiles)
        }
        for outcome in as_completed(running):
            yield running[outcome], outcome


def _start(texts: Sequence[str]) -> None:
    """Make a process ready: it reads the parents once."""
    _parents[:] = [Plan.model_validate_json(text) for text in texts]


def _made(profile: Profile, *, clean: bool) -> Made:
    first, *others = _parents
    done = draft(first, profile, *others)
    return Made(word(done, clean=clean), summary(done))


def tell_failures(failed: int, every: int) -> None:
    """Say how many communes have no draft."""
    message = _("communes without a draft: {failed} of {all}")
    click.echo(message.format(failed=failed, all=every), err=True)
