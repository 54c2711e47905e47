"""Packs that trainers put together themselves: all of one stands in an address.

`docs/assets/js/train/items.js` reads and writes the same.
"""

from __future__ import annotations

from urllib.parse import quote

from theorybook.addresses import BUILD
from theorybook.model.activity import Activity
from theorybook.model.pack import Item, Pack
from theorybook.records import Records


def build_address(records: Records, pack: Pack) -> str:
    """Return the address at which a pack can be changed, with the versions of its activities.

    Args:
        records: where its activities are found, retired ones too.
        pack: the pack.

    Raises:
        KeyError: an activity is not there.
    """
    items = own_items(records, pack)
    return f"{BUILD}?i={items}&at={pack.begins}&t={quote(pack.title, safe='')}"


def own_items(records: Records, pack: Pack) -> str:
    """Return the items of a pack as an address has them, such as `w10,J05.1,p10,J07.2,c10`.

    Args:
        records: where its activities are found, retired ones too.
        pack: the pack.

    Raises:
        KeyError: an activity is not there.
    """
    return ",".join(_item(records, item) for item in pack.items)


def _item(records: Records, item: Item) -> str:
    if item.activity:
        return f"{item.activity}.{records.one(Activity, item.activity).version}"
    return f"p{item.pause}" if item.pause else f"{'w' if item.welcome else 'c'}{item.minutes}"
