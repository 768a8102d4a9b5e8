"""The command line: the only room that knows both reading and writing."""

__version__ = "0.1.0"
