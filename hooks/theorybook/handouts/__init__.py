"""Handouts: what a record says on one sheet of paper, as PDF and for Word."""
