"""Modules become one plain script that does the same, or the joining says what it does not know."""

from __future__ import annotations

import pytest

from theorybook.offline_copy.joined_scripts import LOADER, joined

JS = "assets/js/"
FILES = {
    f"{JS}a.js": 'import { b as c, TWO } from "./deep/b.js";\nimport("./later.js").then(c);\n',
    f"{JS}deep/b.js": (
        "export function b() {}\nexport const TWO = 2;\nclass D {}\nexport { D as E };\n"
    ),
    f"{JS}later.js": "export async function later() { await fetch(import.meta.url); }\n",
    f"{JS}plain.js": "document.title = 'no module';\n",
}


def test_each_module_is_a_function_that_takes_and_gives() -> None:
    text = joined(FILES).text
    assert text.startswith(LOADER.read_text(encoding="utf-8"))
    assert f'const {{ b: c, TWO }} = need("{JS}deep/b.js");' in text
    assert f'Promise.resolve().then(() => need("{JS}later.js")).then(c);' in text
    assert "return { b: b, TWO: TWO, E: D };" in text
    assert "\nasync function later() { await fetch(here); }" in text
    assert "export" not in text
    assert "import(" not in text


def test_what_nothing_imports_is_started_and_what_is_no_module_stays() -> None:
    found = joined(FILES)
    assert found.starters == {f"{JS}a.js": f'siteCopy.start("{JS}a.js");\n'}
    assert found.modules == FILES.keys() - {f"{JS}plain.js"}


def test_the_order_of_files_changes_nothing() -> None:
    assert joined(dict(reversed(FILES.items()))) == joined(FILES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("export default 1;\n", "`export default 1;` is not understood"),
        ("export let a = 1;\n", "`export let a = 1;` is not understood"),
        ('import all from "./later.js";\n', "is not understood"),
        ("export const A = import.meta.env;\n", "is not understood"),
        ('import { a } from "./none.js";\n', "assets/js/none.js is not there"),
        ('import { a } from "./later.js";\n', "assets/js/later.js exports no a"),
    ],
)
def test_what_is_not_understood_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^assets/js/x\.js: ") as caught:
        joined(FILES | {f"{JS}x.js": text})
    assert said in str(caught.value)
