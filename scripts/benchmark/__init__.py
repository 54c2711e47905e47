"""`make bench`: data of any size, and what it costs to build, serve, check and search them."""

import core  # noqa: F401  # so that all of it finds the core
