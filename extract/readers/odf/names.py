"""The namespaces of OpenDocument."""

URN = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
OFFICE, STYLE, TEXT, TABLE = (URN.format(one) for one in ("office", "style", "text", "table"))
FO, SVG = URN.format("xsl-fo-compatible"), URN.format("svg-compatible")
DRAW = URN.format("drawing")
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
