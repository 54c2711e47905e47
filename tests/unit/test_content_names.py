"""Scripts and style sheets are named by their content, and by that of all that they import."""

from __future__ import annotations

import re

import pytest

from theorybook.content_names import named_by_content
from theorybook.problems import DataError

JS = "assets/js/"
FILES = {
    f"{JS}a.js": 'import { b } from "./b.js";\nimport("./c.js").then(b);\n',
    f"{JS}b.js": 'export const b = new Worker(new URL("./deep/d.js", import.meta.url));\n',
    f"{JS}c.js": "export const c = 1; // as ./b.js does\n",
    f"{JS}deep/d.js": 'import "../c.js";\n',
    "assets/css/site.css": "p { color: red; }\n",
}


def test_each_name_has_its_hash_before_the_ending() -> None:
    named = named_by_content(FILES)
    assert named.keys() == FILES.keys()
    for old, (new, _) in named.items():
        stem, _, ending = old.rpartition(".")
        assert re.fullmatch(rf"{re.escape(stem)}\.[0-9a-f]{{10}}\.{ending}", new)


def test_imports_of_every_form_have_the_new_names() -> None:
    named = named_by_content(FILES)
    new = {old: address.rpartition("/")[2] for old, (address, _) in named.items()}
    texts = {old: text for old, (_, text) in named.items()}
    assert f'"./{new[f"{JS}b.js"]}"' in texts[f"{JS}a.js"]
    assert f'import("./{new[f"{JS}c.js"]}")' in texts[f"{JS}a.js"]
    assert f'new URL("./deep/{new[f"{JS}deep/d.js"]}", import' in texts[f"{JS}b.js"]
    assert f'import "../{new[f"{JS}c.js"]}"' in texts[f"{JS}deep/d.js"]
    assert texts[f"{JS}c.js"] == FILES[f"{JS}c.js"]  # a comment imports nothing


def test_a_change_renames_all_that_imports_it_and_nothing_else() -> None:
    before = named_by_content(FILES)
    after = named_by_content(FILES | {f"{JS}c.js": "export const c = 2;\n"})
    changed = {old for old in FILES if before[old][0] != after[old][0]}
    assert changed == {f"{JS}{name}.js" for name in ("a", "b", "c", "deep/d")}
    assert named_by_content(dict(reversed(FILES.items()))) == before


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("a.js", '//\nimport "./no.js";\n', "a.js:2:9: L04 `./no.js` is not there; fix: "),
        ("c.js", 'import "./c.js";\n', "c.js:1:9: L04 `./c.js` imports this file, too; fix: "),
        (
            "c.js",
            'import "./deep/d.js";\n',
            "c.js:1:9: L04 `./deep/d.js` imports this file, too; fix: ",
        ),
    ],
)
def test_what_cannot_be_imported_is_told_with_its_place(file: str, text: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        named_by_content(FILES | {JS + file: text})
    assert f"docs/{JS}{said}" in str(caught.value)
    assert len(caught.value.problems) == 1


def test_scripts_lose_their_comments_and_nothing_else() -> None:
    text = """// what it is for
import "./c.js"; // stays: it ends a line of code
/**
 * @param {string} a
 */
  // why
export const url = "//example.org/**/"; const reg = /\\/\\*/;
/*! a license */
const text = `${a}
  b`;
"""
    named = named_by_content({f"{JS}a.js": text, f"{JS}c.js": "", "assets/css/a.css": "/** a */"})
    kept = named[f"{JS}a.js"][1].splitlines()
    assert kept == [
        f'import "./{named[f"{JS}c.js"][0].rpartition("/")[2]}"; // stays: it ends a line of code',
        *text.splitlines()[6:],
    ]
    assert named["assets/css/a.css"][1] == "/** a */"


def test_a_change_of_a_comment_changes_no_name() -> None:
    before = named_by_content({f"{JS}a.js": "// one\nlet a;\n"})
    assert named_by_content({f"{JS}a.js": "// two\nlet a;\n"}) == before
