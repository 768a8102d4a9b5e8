"""The language of messages: English in the source, Vietnamese from the catalogue.

Everything goes through the standard library's current text domain, so that the words of the
command-line library (usage, missing option, no such command) are translated as well.
"""

import gettext
import locale
import os
import sys
from functools import cache
from pathlib import Path

from plan.errors import KehoachError
from plan.messages import Message, fill

LANGUAGES = ("vi", "en")
CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "kehoach"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def speak(language: str | None = None) -> None:
    """Choose `language` (`vi`, `en`), or that of the system where it is `None`."""
    chosen = language or _language_of_windows()
    if chosen:
        os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def current() -> str:
    """The language that messages come out in: `vi` or `en`."""
    return "vi" if gettext.find(DOMAIN, str(CATALOGUES)) else "en"


def say(message: Message) -> str:
    """`message` in the chosen language."""
    return fill(gettext.gettext(message.template), message.args)


def tell(error: KehoachError) -> str:
    """`error` in the chosen language: one sentence, and a line for each mistake it lists."""
    sentence = Message(error.template, error.args_by_name)
    return "\n  ".join(say(message) for message in (sentence, *error.mistakes))


def _language_of_windows() -> str | None:
    """The display language of Windows, which sets no variable for it."""
    if sys.platform != "win32" or any(os.environ.get(name) for name in _VARIABLES):
        return None
    import ctypes

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())


def vietnamese(template: str) -> str:
    """A marked text in Vietnamese, whatever the language of messages: for documents."""
    return _vietnamese().gettext(template)


@cache
def _vietnamese() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, str(CATALOGUES), ["vi"])
