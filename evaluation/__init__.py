"""How well `extract` understands annotated plans; `make evaluate` prints it."""
