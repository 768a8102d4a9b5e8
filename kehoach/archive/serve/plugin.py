"""What Datasette asks: links to review pages, pages of our own, and who may come in."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from gettext import gettext as _
from typing import Any

from datasette import Response, hookimpl
from markupsafe import Markup, escape
from sqlite_utils import Database

from kehoach.archive.causes import failure_of
from kehoach.archive.search import parted, search
from kehoach.archive.serve import plots
from kehoach.archive.serve.reviewing import review_page
from kehoach.archive.serve.views import VIEWS
from kehoach.archive.serve.words import words
from kehoach.archive.store import Store, failure
from kehoach.language import say
from plan.errors import KehoachError
from plan.text import fold

HITS = 50
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
"""Pages ask nothing of any other place. Their scripts are Datasette's, in the page."""
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""How this machine is called in an address; any other name is another's that points here."""
READING = asyncio.Lock()
"""One document is read at a time: the library that reads PDF files bears no more."""

Scope = dict[str, Any]
App = Callable[[Scope, Any, Any], Awaitable[None]]


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give queries text without marks, texts joined, and failures in words."""
    conn.create_function("joined", 2, lambda *parts: " ".join(filter(None, parts)))
    conn.create_function("without_marks", 1, lambda text: fold(text or ""), deterministic=True)
    conn.create_function("said", 1, _said)


def _said(message: str | None) -> str | None:
    return say(failure("", message).message) if message else None


@hookimpl
def render_cell(
    row: Mapping[str, Any], value: object, column: str, table: str | None
) -> Markup | None:
    """Lead from a row to the review page, at the place of the row in the document."""
    keys = set(row.keys())
    if value is None or "document" not in keys:
        return None
    document = bare(row["document"])
    if table == "plans":
        return link(document, None, value) if column == "source_name" else None
    if column == "document":
        return link(document, row["place"] if "place" in keys else None, words()["review"])
    return link(bare(value), None, words()["review"]) if column == "cited" else None


def bare(value: Any) -> str:  # noqa: ANN401 - any value of a row
    """The value itself where Datasette has put the name of the row that it leads to beside it."""
    return str(value["value"] if isinstance(value, dict) else value)


def link(document: str, place: str | None, told: object) -> Markup:
    """A link to the review page of a document, at a place."""
    where = f"#{place}" if place else ""
    return Markup('<a href="/-/review/{}{}">{}</a>').format(document, where, told)


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """The pages that Datasette does not have."""
    return [
        (r"^/-/review/(?P<document>[0-9a-f]{64})$", review),
        (r"^/-/find$", find),
        (r"^/-/plots$", plot),
    ]


async def review(request: Any, datasette: Any) -> Response:  # noqa: ANN401 - Datasette has no types
    """The review page of a document."""
    document = request.url_vars["document"]
    async with READING:
        try:
            found = await _of_archive(datasette, lambda store: review_page(store, document))
        except (KehoachError, OSError) as error:
            said = say(failure_of(error, document[:12]).message)
            return await _page(datasette, request, "gone.html", 404, said=said)
    return Response.html(found)


async def find(request: Any, datasette: Any) -> Response:  # noqa: ANN401 - Datasette has no types
    """The passages with some words."""
    asked = request.args.get("q") or ""
    hits = await _of_archive(datasette, lambda store: [*search(store, parted(asked), HITS)])
    shown = [(hit, lit(hit.text, hit.marked)) for hit in hits]
    return await _page(datasette, request, "find.html", asked=asked, hits=shown)


def lit(text: str, marked: list[tuple[int, int]]) -> Markup:
    """A passage with the words that were looked for marked."""
    parts, at = [], 0
    for start, end in marked:
        parts += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        at = end
    return Markup("").join([*parts, escape(text[at:])])


async def plot(request: Any, datasette: Any) -> Response:  # noqa: ANN401 - Datasette has no types
    """Plots of the archive."""
    asked = request.args.get("indicator")

    def drawn(store: Store) -> dict[str, Any]:
        shared = plots.indicators(store)
        chosen = asked or (shared[0][0] if shared else "")
        return {
            "years": plots.years(store),
            "months": plots.months(store),
            "indicators": shared,
            "chosen": chosen,
            "units": plots.units(store, chosen),
        }

    found = await _of_archive(datasette, drawn)
    sizes = {"width": plots.WIDTH, "height": plots.HEIGHT, "margin": plots.MARGIN}
    return await _page(datasette, request, "plots.html", **found, **sizes)


async def _of_archive(datasette: Any, work: Callable[[Store], Any]) -> Any:  # noqa: ANN401 - whatever the work gives
    return await datasette.get_database().execute_fn(lambda conn: work(Store(Database(conn))))


async def _page(
    datasette: Any,  # noqa: ANN401 - Datasette has no types
    request: Any,  # noqa: ANN401 - same
    template: str,
    status: int = 200,
    **values: object,
) -> Response:
    text = await datasette.render_template(template, values, request=request)
    return Response.html(text, status=status)


@hookimpl
def extra_template_vars(datasette: Any) -> dict[str, Any]:  # noqa: ANN401 - Datasette has no types
    """What every page may say."""
    views = [(name, _(view.title), _(view.description)) for name, view in VIEWS.items()]
    return {"words": words(), "views": views, "archive": datasette.get_database().name}


@hookimpl
def extra_css_urls() -> list[str]:
    """Our own style, after Datasette's."""
    return ["/kehoach/archive.css"]


@hookimpl
def menu_links() -> list[dict[str, str]]:
    """The menu of every page."""
    told = words()
    return [
        {"href": "/", "label": told["home"]},
        {"href": "/-/find", "label": told["find"]},
        {"href": "/-/plots", "label": told["plots"]},
    ]


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    """Answer only who names this machine, so that no page elsewhere can reach through a browser."""

    def wrap(app: App) -> App:
        async def guarded(scope: Scope, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's own
            if scope["type"] == "http" and not _is_own(scope):
                await Response.text("", status=403).asgi_send(send)
                return

            async def sent(event: dict[str, Any]) -> None:
                if event["type"] == "http.response.start":
                    event = {**event, "headers": [*event.get("headers", ()), *HEADERS]}
                await send(event)

            await app(scope, receive, sent)

        return guarded

    return wrap


def _is_own(scope: Scope) -> bool:
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    return host.rpartition(":")[0] in NAMES or host in NAMES
