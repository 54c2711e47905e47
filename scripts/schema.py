"""Write data/*.schema.json from the model, for editors."""

from core import ROOT
from faults import faults_told
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.schemas import schema_text
from theorybook.data.whole_file import write_whole


def main() -> None:
    """Write one schema for each data file."""
    for file in DATA_FILES:
        write_whole(ROOT / "data" / file.schema_filename, schema_text(file))
    print(f"schema: {len(DATA_FILES)} schemas written into data/")


if __name__ == "__main__":
    with faults_told("schema"):
        main()
