"""Write from the model what editors use: data/*.schema.json, snippets, and schemas with all ids."""

from core import ROOT
from faults import faults_told
from theorybook.authoring.editor_schemas import FOLDER, write_editor_schemas
from theorybook.authoring.snippets import snippets_text
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import read_folder
from theorybook.data.schemas import schema_text
from theorybook.data.whole_file import write_whole

SNIPPETS = ".vscode/records.code-snippets"


def main() -> None:
    """Write one schema for each data file, the snippets, and the schemas that know the ids."""
    for file in DATA_FILES:
        write_whole(ROOT / "data" / file.schema_filename, schema_text(file))
    print(f"schema: {len(DATA_FILES)} schemas written into data/")
    write_whole(ROOT / SNIPPETS, snippets_text())
    write_editor_schemas(ROOT, read_folder(ROOT / "data"))
    print(f"schema: snippets written into {SNIPPETS}, schemas with ids into {FOLDER.as_posix()}/")


if __name__ == "__main__":
    with faults_told("schema"):
        main()
