"""Inside Word files: their XML, styles, and the numbers that Word prints but does not store."""
