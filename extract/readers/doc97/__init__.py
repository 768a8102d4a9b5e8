"""Inside Word 97-2003 files ([MS-DOC]): the pieces of their text, its looks, styles and lists."""
