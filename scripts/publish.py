"""Add the addresses of new records to data/published.json. It only ever grows."""

import json
import sys

from core import ROOT
from theorybook.problems import DataError
from theorybook.site import Site

PUBLISHED = ROOT / "data" / "published.json"


def main() -> None:
    """Append what is new. Data with mistakes, a lost address among them, is not published."""
    try:
        addresses = Site.load(ROOT).addresses
    except DataError as error:
        print(error, file=sys.stderr)
        sys.exit("publish: mend these mistakes first; nothing was written")
    known = json.loads(PUBLISHED.read_text(encoding="utf-8"))["addresses"]
    new = {name: address for name, address in addresses.items() if name not in known}
    text = json.dumps({"addresses": known | new}, indent=1, ensure_ascii=False)
    PUBLISHED.write_text(text + "\n", encoding="utf-8")
    print(f"publish: {len(new)} new addresses, {len(known) + len(new)} in all")


if __name__ == "__main__":
    main()
