"""Put the pages and files that come from the data among the files of the site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from sitebuild.build import Build
from sitebuild.pages import RecordPage
from sitebuild.refusal import refuse
from sitebuild.written import written
from theorybook.file_addresses import FileAddresses
from theorybook.files import files as generated_files
from theorybook.pages.site_pages import pages
from theorybook.pictures.palette import read_palette
from theorybook.placeholders import filled
from theorybook.problems import Place, Problem
from theorybook.redirects import moved_records
from theorybook.typed_addresses import TYPED_ADDRESSES, typed_addresses


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and file; none of them is ever in `docs/`."""
    build = Build.of(config)
    _add_pages(files, config)
    addresses, problems = FileAddresses(file.dest_uri for file in files), list[Problem]()
    for address, content in generated_files(build.renderer, read_palette(Path(config.docs_dir))):
        if faults := [*addresses.take(address, Place("data"))]:
            problems += faults
        else:
            files.append(written(config, address, content))
    refuse(problems)
    typed = typed_addresses(file.url for file in files)  # of hand-written pages, too
    files.append(File.generated(config, TYPED_ADDRESSES, content=typed))
    return files


def _add_pages(files: Files, config: MkDocsConfig) -> None:
    site = Build.of(config).edition.site
    made = [*pages(site)]
    nowhere = Place("data")
    places = (site.places.get(page.record, nowhere) if page.record else nowhere for page in made)
    addresses = FileAddresses(file.dest_uri for file in files)
    placed = zip(made, places, strict=True)
    refuse([p for page, at in placed for p in addresses.take(f"{page.address}index.html", at)])
    for page in made:
        # Those that belong in the menu stand in mkdocs.yml; of the others nobody needs to be told.
        address, hidden = f"{page.address}index.md", InclusionLevel.NOT_IN_NAV
        file = File.generated(config, address, content="", inclusion=hidden)
        files.append(file)
        file.page = RecordPage(page, file, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what comes from the data, and let links to an old address of a record lead on."""
    if isinstance(page, RecordPage):
        return markdown
    site = Build.of(config).edition.site
    for was, now in moved_records(site).items():
        markdown = markdown.replace(f"{was}index.md", f"{now}index.md")
    return filled(markdown, site.placeholders)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Explain the words of the trade on hand-written pages, and fold those that ask for it.

    A generated page has done so itself.
    """
    if isinstance(page, RecordPage):
        return html
    renderer = Build.of(config).renderer
    whole = renderer.in_parts(html) if page.meta.get("in_parts") else html
    return renderer.explained(whole, page.url).html
