"""A comparison of two plans for people: as text, as a workbook, as a page."""
