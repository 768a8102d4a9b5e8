"""Print how well plans are understood, against the last accepted result.

    python -m evaluation [--show N] [--accept] [--calibrate]

Annotated plans are those of `samples/` and, where it lies beside the project, of `../shared`. One
half of the corpus is only measured: nobody tunes a rule on it, so its misses are not listed.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import click

import extract
from evaluation.calibration import Judged, bands, judged, shares
from evaluation.measure import Tally, compare

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
LAST = Path(__file__).parent / "last.json"
CONFIDENCE = ROOT / "extract" / "data" / "confidence.json"
MEASURED = "measured"
LISTED = ("seeds", "samples", "tuned")
"""The kinds of which misses may be looked at."""

Results = dict[str, dict[str, Tally]]


def documents() -> Iterator[tuple[str, Path, Path]]:
    """Kind, document and annotation of everything that is annotated."""
    for gold in sorted(SHARED.glob("gold/*.json")):
        yield "seeds", SHARED / "seeds" / f"{gold.stem}.txt", gold
    for gold in sorted(ROOT.glob("samples/*.gold.json")):
        yield "samples", gold.with_name(gold.name.replace(".gold.json", ".md")), gold
    for gold in sorted(ROOT.glob("samples/corpus/*/*.gold.json")):
        yield gold.parent.name, gold.with_name(gold.name.replace(".gold.json", ".txt")), gold


def evaluate() -> tuple[Results, dict[str, list[Judged]]]:
    """Kind → group → tally, and document → judged values for those that are only measured.

    Besides the kinds of document, each level of government is one.
    """
    results: Results = {}
    values: dict[str, list[Judged]] = {}
    for kind, document, annotation in documents():
        gold = json.loads(annotation.read_text("utf-8"))
        record = extract.read(document).model_dump()
        level = f"level {(gold.get('area') or {}).get('level') or 'none'}"
        if kind == MEASURED:
            values[document.name] = list(judged(record, gold))
        for group, tally in compare(record, gold).items():
            tally.misses = [f"{document.name}: {miss}" for miss in tally.misses]
            for name in (kind, level):
                results.setdefault(name, {}).setdefault(group, Tally()).add(tally)
    return results, values


def scores(results: Results) -> dict[str, dict[str, list[float | None]]]:
    """Kind → group → lenient and strict F1, to keep and compare."""
    return {
        kind: {name: [t.f1(t.lenient), t.f1(t.strict)] for name, t in groups.items()}
        for kind, groups in results.items()
    }


def changed(now: float | None, before: float | None) -> str:
    """A score with how it moved."""
    if now is None:
        return "        -"
    moved = "" if before is None or abs(now - before) < 5e-4 else f" {now - before:+.3f}"  # noqa: PLR2004
    return f"{now:9.3f}{moved}"


def print_scores(
    results: Results, last: dict[str, dict[str, list[float | None]]], show: int
) -> None:
    """The table of scores, how they moved, and the first misses."""
    for kind, groups in results.items():
        click.echo(f"\n{kind}\n{'':14}  lenient   strict")
        for name, tally in groups.items():
            before = last.get(kind, {}).get(name, [None, None])
            both = zip((tally.lenient, tally.strict), before, strict=True)
            columns = "".join(changed(tally.f1(hits), old) for hits, old in both)
            click.echo(f"{name:14}{columns}   {tally.annotated} annotated, {tally.found} found")
            for miss in tally.misses[:show] if kind in LISTED else ():
                click.echo(f"    {miss}")


def print_bands(values: dict[str, list[Judged]]) -> None:
    """The table of calibration: confidence, and how much of it was right."""
    click.echo("\nconfidence    right  values")
    for band, right, seen in bands(values):
        share = f"{right / seen:9.3f}" if seen else "        -"
        click.echo(f"from {band:.2f} {share}  {seen:6}")


@click.command()
@click.option("--show", default=0, help="How many misses to list for each kind and group.")
@click.option("--accept", is_flag=True, help="Keep this result as the one to compare with.")
@click.option("--calibrate", is_flag=True, help="Keep the shares that confidence is made of.")
def main(show: int, *, accept: bool, calibrate: bool) -> None:
    """Print the table of scores, and what confidence is worth."""
    results, values = evaluate()
    print_scores(results, json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}, show)
    print_bands(values)
    if accept:
        LAST.write_text(json.dumps(scores(results), indent=1) + "\n", "utf-8")
    if calibrate:
        CONFIDENCE.write_text(json.dumps(shares(values), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
