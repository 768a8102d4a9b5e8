"""Inside OpenDocument text (OASIS OpenDocument 1.3): its styles, lists and tables."""
