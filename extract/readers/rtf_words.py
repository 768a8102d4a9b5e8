"""The words of RTF (Rich Text Format Specification 1.9.1) that bear on what a document says."""

import regex

TOKEN = regex.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<text>[^\\{}\r\n]+)"
    r"|[\r\n]+|\\",
    regex.DOTALL,
)

SIGNS = {
    "~": "\u00a0",
    "_": "-",
    "-": "\u00ad",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "\n": "\\par",
    "\r": "\\par",
}
LETTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": " ",
    "column": " ",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
ALIGNMENTS = {"ql": "left", "qr": "right", "qc": "center", "qj": "both"}

KEPT = frozenset({"shpinst", "shptxt", "nesttableprops", "ud", "do", "dptxbxtext", "footnote"})
r"""Destinations marked as optional (`\*`) that hold text; all others are skipped."""
BOXES = frozenset({"shptxt", "dptxbxtext"})
LABELS = frozenset({"listtext", "pntext"})
SKIPPED = frozenset(
    {
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "nonshppict",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "fldinst",
        "annotation",
        "sp",
        "xe",
        "tc",
        "rxe",
        "upr",
        "nonesttables",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "filetbl",
        "private",
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "bkmkstart",
        "bkmkend",
        "xmlnstbl",
        "themedata",
        "datastore",
        "objclass",
        "objdata",
        "objname",
        "atnid",
        "atnauthor",
        "txe",
        "template",
        "buptim",
        "creatim",
        "printim",
        "revtim",
        "comment",
        "doccomm",
    }
)
"""Destinations whose text is no part of the document's."""

CODE_PAGES = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Character set of a font → code page of its bytes."""
SYMBOLS = 2
"""The character set of fonts of signs, whose letters stand at U+F000."""
