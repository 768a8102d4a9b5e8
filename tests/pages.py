"""The printed page as tests measure it, in pt from its upper left corner."""

from typing import Any

Page = Any
"""A page of pdfplumber, which publishes no types."""
MM = 72 / 25.4
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def lines(page: Page) -> list[dict[str, Any]]:
    """The lines of print: `text`, `x0`, `x1`, `top`, `bottom` in pt."""
    return list(page.extract_text_lines())


def places(page: Page, text: str) -> list[dict[str, Any]]:
    return list(page.search(text, regex=False))


def rules(page: Page) -> list[tuple[float, float, float]]:
    """Left, right and height of each drawn line that is nearly horizontal."""
    drawn = [*page.lines, *page.rects, *page.curves]
    flat = {
        (round(one["x0"], 1), round(one["x1"], 1), round(one["top"]))
        for one in drawn
        if one["bottom"] - one["top"] < 2 < one["x1"] - one["x0"]
    }
    return sorted(flat, key=lambda rule: (rule[2], rule[0]))


def rule_below(page: Page, text: dict[str, Any]) -> tuple[float, float]:
    """Length and middle of the line just below a text."""
    left, right, _ = next(
        rule for rule in rules(page)
        if text["bottom"] - 4 < rule[2] < text["bottom"] + 8 and rule[0] < text["x1"]
        and rule[1] > text["x0"]
    )  # fmt: skip
    return right - left, (left + right) / 2


def middle(text: dict[str, Any]) -> float:
    return float(text["x0"] + text["x1"]) / 2
