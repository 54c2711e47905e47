"""Tests of our own content: what data/ and docs/ have to say, by its ids and its words.

A fork with other data deletes this folder, or puts tests of its own content here. All other tests
hold for any data folder that `make check` takes.
"""
