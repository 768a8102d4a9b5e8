"""The site: Datasette with our views, read only, for this machine alone."""

from gettext import gettext as _
from pathlib import Path
from typing import Any

from kehoach.archive.opening import opened
from kehoach.archive.serve.views import VIEWS, query
from kehoach.archive.serve.words import words
from plan.errors import MissingToolError
from plan.messages import N_

HOST = "127.0.0.1"
HERE = Path(__file__).parent
HIDDEN = ("made", "records", "reviews", "_sqlite_migrations")
FACETS = {
    "targets": ["unit", "year"],
    "duties": ["unit"],
    "plans": ["year", "area_level", "doc_type"],
    "citations": ["role", "doc_type"],
    "findings": ["code", "severity"],
}
SETTINGS = {
    "allow_download": False,
    "default_page_size": 50,
    "max_returned_rows": 5000,
    "sql_time_limit_ms": 10_000,
    "suggest_facets": False,
}


def site(db: Path) -> Any:  # noqa: ANN401 - Datasette has no types
    """The site of the archive at `db`, as Datasette has it.

    Raises:
        MissingToolError: Datasette is not installed.
        UnreadableError: there is no archive at `db`.
    """
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError as error:
        raise MissingToolError(
            N_("the pages need Datasette; install it with: pip install kehoach[serve]")
        ) from error
    from kehoach.archive.serve import plugin

    with opened(db):
        pass  # brought up to date before it is only read
    if not pm.is_registered(plugin):
        pm.register(plugin)
    return Datasette(
        [str(db)],
        metadata=metadata(db.stem),
        settings=SETTINGS,
        template_dir=str(HERE / "templates"),
        static_mounts=[("kehoach", str(HERE / "static"))],
    )


def metadata(name: str) -> dict[str, Any]:
    """What Datasette is told of the database `name`: titles, views, hidden tables."""
    tables: dict[str, dict[str, Any]] = {table: {"hidden": True} for table in HIDDEN}
    tables |= {table: {"facets": facets} for table, facets in FACETS.items()}
    queries = {
        key: {
            "title": _(view.title),
            "description": _(view.description),
            "sql": query(key).strip(),
            "hide_sql": True,
        }
        for key, view in VIEWS.items()
    }
    return {
        "title": words()["title"],
        "databases": {name: {"tables": tables, "queries": queries}},
    }


def serve(db: Path, port: int) -> None:
    """Serve the archive at `db` until Ctrl-C; raises as `site` does."""
    found = site(db)
    import uvicorn

    uvicorn.run(found.app(), host=HOST, port=port, log_level="warning")
