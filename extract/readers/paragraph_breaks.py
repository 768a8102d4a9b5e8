"""Line breaks within a paragraph, which part it or are only typed to fill the line."""

from extract.labels import LABEL


def parted(text: str, *, always: bool) -> list[str]:
    """A paragraph's text at its line breaks: everywhere, or only where a label follows."""
    pieces: list[str] = []
    for piece in (p.strip() for p in text.split("\n")):
        if pieces and piece and not (always or LABEL.match(piece)):
            pieces[-1] += f" {piece}"
        elif piece:
            pieces.append(piece)
    return pieces
