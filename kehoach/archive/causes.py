"""Why a file could not be read, as one of a few classes that a person acts on."""

import errno
from zipfile import BadZipFile

from extract.readers import DATA
from extract.recognise import REFUSALS
from kehoach.archive.store import Failure
from plan.errors import KehoachError, LimitError, MissingToolError, UnreadableError
from plan.messages import N_

CAUSES = {
    "missing": N_("not there any more, or the share is out of reach"),
    "access": N_("no permission to read it"),
    "disk": N_("a disk is full or broken"),
    "locked": N_("locked by a password"),
    "damaged": N_("damaged or cut off"),
    "empty": N_("empty"),
    "other": N_("no document: a picture, a spreadsheet, a program"),
    "unreadable": N_("cannot be read"),
    "limit": N_("over a limit of size or pages"),
    "time": N_("took too long"),
    "memory": N_("took too much memory"),
    "died": N_("ended the process that read it"),
    "tool": N_("needs a program that is not installed"),
    "fault": N_("a fault of this program"),
}
"""Class of cause → what it means."""

OF_NUMBER = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ESTALE: "missing",
    errno.ENODEV: "missing",
    errno.ENOTCONN: "missing",
    errno.EHOSTDOWN: "missing",
    errno.EHOSTUNREACH: "missing",
    errno.ETIMEDOUT: "missing",
    errno.EACCES: "access",
    errno.EPERM: "access",
    errno.ENOSPC: "disk",
    errno.EDQUOT: "disk",
    errno.EIO: "disk",
    errno.EROFS: "disk",
}
"""Number of a system error → class of cause."""

EMPTY = REFUSALS["empty"]
OF_WORD = (("password", "locked"), ("damaged", "damaged"))
"""What a reader's message says (in English, as it stands in the code) → class of cause."""
NO_PLAN = N_("{file}: a text without the head of an administrative document; leave it out")
OF_KIND: tuple[tuple[type[KehoachError], str], ...] = (
    (LimitError, "limit"),
    (MissingToolError, "tool"),
    (KehoachError, "unreadable"),
)
OTHERS = {NO_PLAN, DATA, *REFUSALS.values()}
DAMAGED = N_("{file}: the zip file is damaged or of an unknown form; ask for a new copy")
SYSTEM = N_(
    "{file}: the file cannot be read ({reason}); mend that, then run `kehoach archive retry`"
)
MEMORY = N_("{file}: reading it takes more memory than is allowed; split the file")
FAULT = N_("{file}: a fault of the program ({fault}); send the file to those who look after it")


def failure_of(error: Exception, name: str) -> Failure:
    """What an error says of the file `name`."""
    if isinstance(error, KehoachError):
        return Failure(_of_ours(error), error.template, error.args_by_name)
    if isinstance(error, OSError):
        cause = OF_NUMBER.get(error.errno or 0, "unreadable")
        return Failure(cause, SYSTEM, {"file": name, "reason": error.strerror or str(error)})
    if isinstance(error, MemoryError):
        return Failure("memory", MEMORY, {"file": name})
    if isinstance(error, BadZipFile | NotImplementedError):
        return Failure("damaged", DAMAGED, {"file": name})
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Failure("fault", FAULT, {"file": name, "fault": said})


def _of_ours(error: KehoachError) -> str:
    # a file that the system would not open is told by a reader, with the system's error behind it
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in OF_NUMBER:
        return OF_NUMBER[cause.errno]
    if error.template == EMPTY:
        return "empty"
    if isinstance(error, UnreadableError):
        of_word = (cause for word, cause in OF_WORD if word in error.template)
        return next(of_word, "other" if error.template in OTHERS else "unreadable")
    return next(cause for kind, cause in OF_KIND if isinstance(error, kind))
