"""What is overdue is told, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from reviews import overdue
from theorybook.due import all_due
from theorybook.site import Site


def test_a_day_is_over_only_after_it(garden_site: Site) -> None:
    first = all_due(garden_site)[0]
    assert overdue(garden_site, first.by) == []
    assert overdue(garden_site, first.by + timedelta(days=1))[0] == first


def test_long_after_all_is_overdue_the_longest_first(garden_site: Site) -> None:
    last = all_due(garden_site)[-1].by
    assert overdue(garden_site, last + timedelta(days=1)) == [*all_due(garden_site)]
