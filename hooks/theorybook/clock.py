"""The day that checks count from. One place knows it, and a setting can choose it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

# It is tomorrow somewhere: a day that is still to come here may be today's for whoever wrote it.
_ELSEWHERE = timedelta(days=1)


def today() -> date:
    """Return the day of the run, or that of SOURCE_DATE_EPOCH, as builds that repeat others set.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    chosen = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(chosen), UTC).date() if chosen else date.today()


def latest(today: date) -> date:
    """Return the last day that is not still to come everywhere on earth."""
    return today + _ELSEWHERE
