"""Tests of our own content: what data/ and docs/ have to hold, whatever they say today.

They name no record: each chooses those it looks at by what they are. So an edit that `make check`
takes fails none of them, unless a page has grown too long, too hard to read, or untrue.
"""
