"""Plans as tables: for programs (CSV) and for people (a workbook)."""
