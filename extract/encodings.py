"""Which form of Unicode the bytes of a text are in."""

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""Marks that begin a text, each with the form that it stands for."""
LOOKED_AT = 4096
ZEROS = 0.3
"""Every second byte of UTF-16 is zero that often, at least: blanks, digits, plain letters."""
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1f")


def unicode_form(content: bytes) -> str | None:
    """The codec of a text that is marked as Unicode, or is UTF-16 without a mark; else `None`."""
    marked = next((name for mark, name in BOMS if content.startswith(mark)), None)
    if marked is not None:
        return marked
    head = content[: min(LOOKED_AT, len(content) // 2 * 2)]
    zeros = head[::2].count(0), head[1::2].count(0)
    if max(zeros) * 2 < ZEROS * len(head) or min(zeros) > 0:
        return None
    form = "utf-16-le" if zeros[1] else "utf-16-be"
    letters = head.decode(form, "replace")
    return None if CONTROLS & set(letters) or "\ufffd" in letters[:-1] else form
