"""The one family of errors; the exit codes are those of the command line's contract."""

from typing import ClassVar

from plan.messages import Argument, Message, fill


class KehoachError(Exception):
    """Something that ends the work on a file, told in words that say what to do next.

    `template` is the English text with `{named}` places and `args` fills them, so that the
    command line can show the same error in Vietnamese.
    """

    exit_code: ClassVar[int] = 70
    mistakes: tuple[Message, ...] = ()

    def __init__(self, template: str, **args: Argument) -> None:
        super().__init__(fill(template, args))
        self.template = template
        self.args_by_name = args


class UnreadableError(KehoachError):
    """An input that is missing, damaged, locked, or not a document."""

    exit_code = 3


class LimitError(KehoachError):
    """An input refused because it is over a limit of size, pages or time."""

    exit_code = 4


class MissingToolError(KehoachError):
    """An outside program that the work needs is not installed."""

    exit_code = 5


class ConfigurationError(KehoachError):
    """A template or profile is wrong; `mistakes` are all its faults, one line each."""

    exit_code = 6

    def __init__(self, template: str, *mistakes: Message, **args: Argument) -> None:
        super().__init__(template, **args)
        self.mistakes = mistakes

    def __str__(self) -> str:
        """The message in English, and below it a line for each mistake."""
        lines = (fill(mistake.template, mistake.args) for mistake in self.mistakes)
        return "\n".join((super().__str__(), *lines))
