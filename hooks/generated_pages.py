"""Put the pages and files that come from the data among the files of the site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from sitebuild.build import Build
from sitebuild.pages import RecordPage
from theorybook.files import files as generated_files
from theorybook.pages.site_pages import pages
from theorybook.pictures.palette import read_palette


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and file; they live in memory, never in `docs/`."""
    build = Build.of(config)
    for page in pages(build.edition.site):
        # Those that belong in the menu stand in mkdocs.yml; of the others nobody needs to be told.
        address, hidden = f"{page.address}index.md", InclusionLevel.NOT_IN_NAV
        file = File.generated(config, address, content="", inclusion=hidden)
        files.append(file)
        file.page = RecordPage(page, file, config)
    palette = read_palette(Path(config.docs_dir))
    for address, content in generated_files(build.renderer, palette):
        files.append(File.generated(config, address, content=content))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Explain the words of the trade on hand-written pages; a generated one has done so itself."""
    if isinstance(page, RecordPage):
        return html
    return Build.of(config).renderer.explained(html, page.url).html
