"""`python -m kehoach`: the command line from a bare checkout."""

from kehoach.cli import main

main()
