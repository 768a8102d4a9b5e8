"""Walking a plan's outline."""

from collections.abc import Iterator

from plan.model import Block, Section


def walk(sections: list[Section], above: str = "") -> Iterator[tuple[str, Section]]:
    """Every section, depth first, with its path: labels from the top joined by `.`.

    A section without a label adds nothing to the path.
    """
    for section in sections:
        path = ".".join(part for part in (above, section.label) if part)
        yield path, section
        yield from walk(section.children, path)


def blocks(content: list[Block]) -> Iterator[Block]:
    """Every block of a content list, depth first."""
    for block in content:
        yield block
        yield from blocks(block.children)
