"""`make bench`: data of any size, and what it costs to build, serve, check and search them."""
