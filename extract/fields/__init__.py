"""One module for each field of a plan."""
