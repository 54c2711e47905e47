"""Build the site, strictly, and put it in the place of `site/` only when it is whole.

MkDocs empties its target before it looks at anything. So it writes to a temporary folder beside
`site/`, and a build that fails leaves the last good site as it was.
"""

import gc
import logging
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from faults import fault

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"

log = logging.getLogger("mkdocs")
gc.set_threshold(10_000)  # of the millions of things that a build makes, most are no rubbish


class NotBuiltError(Exception):
    """The site could not be built; why has been printed."""


def main() -> None:
    """Build the site into `site/`."""
    show_warnings()
    start = time.monotonic()
    # A sibling, since a folder can only be renamed within one file system.
    with tempfile.TemporaryDirectory(prefix=".site-", dir=ROOT) as work:
        built = Path(work, "built")
        try:
            config = load(built)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except NotBuiltError:
            sys.exit("site: not built, for the reasons above; site/ is as it was")
        swap(built, Path(work, "previous"))
    print(f"site: built into site/ in {time.monotonic() - start:.1f} s")


def show_warnings() -> None:
    """Print what MkDocs warns of, without its commentary on a build that goes well."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(handler)
    # Not higher: warnings that are not logged are not counted, and pass a strict build.
    log.setLevel(logging.WARNING)


def load(folder: Path, **settings: Any) -> MkDocsConfig:
    """Read `mkdocs.yml` for a strict build into a folder."""
    with reasons_printed():
        return load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder), **settings)


def build(config: MkDocsConfig, serve_url: str | None = None) -> None:
    """Build the site that a configuration describes."""
    with reasons_printed():
        mkdocs_build.build(config, serve_url=serve_url)
    if begun := config.extra.get("build"):
        for note in begun.edition.site.notes:
            print(f"note: {note}", flush=True)


@contextmanager
def reasons_printed() -> Iterator[None]:
    """Print why a build failed as plain lines, and raise `NotBuiltError`."""
    try:
        yield
    except Abort as error:  # MkDocs has said why
        raise NotBuiltError from error
    except MkDocsException as error:
        log.error(error.format_message())
        raise NotBuiltError from error
    except TemplateSyntaxError as error:
        log.error("%s:%d: %s", error.filename or error.name, error.lineno, error.message)
        raise NotBuiltError from error
    except TemplateError as error:
        log.error("a template cannot be used: %s", error.message)
        raise NotBuiltError from error
    except Exception as error:  # who edits data or pages can do nothing with a traceback
        log.error("%s", fault(error))
        raise NotBuiltError from error


def swap(built: Path, previous: Path) -> None:
    """Put a built site in the place of `site/`, which moves aside."""
    if SITE.exists():
        SITE.rename(previous)
    try:
        built.rename(SITE)
    except BaseException:  # Ctrl-C too: the last good site goes back before anything else
        if previous.exists():
            previous.rename(SITE)
        raise


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("site: stopped; site/ is as it was")
