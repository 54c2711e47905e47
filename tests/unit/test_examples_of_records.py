"""An example of each kind of record is a record that is there, and reads back as it."""

from __future__ import annotations

import pytest
from tests.support.made import rendered

from theorybook.addresses import SCHEMA
from theorybook.authoring.examples import example, examples
from theorybook.data.marked_yaml import parse
from theorybook.kinds import KINDS, RecordKind
from theorybook.site import Site


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_record_reads_back_from_its_example(garden_site: Site, kind: RecordKind) -> None:
    for record in garden_site.everything.of(kind.model):
        data = parse(example(record), "x").data
        assert isinstance(data, list)
        assert kind.model.model_validate(data[0]) == record


def test_each_field_is_explained_once(garden_site: Site) -> None:
    told = example(garden_site.theory("T001"))
    assert told.count("# What to check, as a question.") == 1
    assert told.startswith("# `T` and three digits, never reused.\n- id: T001\n")
    assert "  # Words people search by." in told


def test_the_page_of_fields_shows_one_of_each(garden_site: Site) -> None:
    html = rendered(garden_site, SCHEMA)
    found = examples(garden_site)
    assert set(found) == {kind.many for kind in KINDS if garden_site.of(kind.model)}
    assert html.count('<pre class="code"') == len(found)
    assert "alert(1)</script>" not in html
