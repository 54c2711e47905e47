"""Tests of our own content: what data/ and docs/ have to say, by its ids and its words.

A fork with other data deletes this folder, or puts tests of its own content here. All other tests
hold for any data folder that `make check` takes.
"""

from __future__ import annotations

from tests.browser.conftest import address as address
from tests.browser.conftest import browser as browser
from tests.browser.conftest import open_page as open_page
from tests.site.conftest import pages as pages
from tests.site.conftest import site as site
from tests.support.built import real_site as real_site
