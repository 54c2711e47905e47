"""Write data/*.schema.json from the model, for editors."""

from core import ROOT
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.schemas import schema_text


def main() -> None:
    """Write one schema for each data file."""
    for file in DATA_FILES:
        (ROOT / "data" / file.schema_filename).write_text(schema_text(file), encoding="utf-8")
    print(f"schema: {len(DATA_FILES)} schemas written into data/")


if __name__ == "__main__":
    main()
