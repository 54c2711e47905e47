"""Write into CITATION.cff what data/site.yaml says of the site; all else in it stays."""

import sys
from pathlib import Path

import yaml

from core import ROOT
from faults import faults_told
from theorybook.data.whole_file import write_whole
from theorybook.model.settings import Settings
from theorybook.problems import DataError
from theorybook.site import Site


def main() -> None:
    """Name the site, its makers and its license in CITATION.cff."""
    try:
        settings = Site.load(ROOT).settings
    except DataError as error:
        print(error, file=sys.stderr)
        sys.exit("citation: mend these mistakes first; CITATION.cff is as it was")
    write_whole(ROOT / "CITATION.cff", cited(ROOT / "CITATION.cff", settings))
    print("citation: CITATION.cff says what data/site.yaml says")


def cited(file: Path, settings: Settings) -> str:
    """Return what a CITATION.cff has to hold.

    Args:
        file: the file as it is.
        settings: what the site says about itself.
    """
    said = yaml.safe_load(file.read_text(encoding="utf-8")) | {
        "title": settings.name,
        "authors": [{"name": settings.all_makers}],
        "license": settings.content_licence.replace(" ", "-"),
        "abstract": settings.description,
    }
    return yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=100)


if __name__ == "__main__":
    with faults_told("citation"):
        main()
