"""references.bib, read: entries of BibTeX or BibLaTeX in, publications or faults out."""
