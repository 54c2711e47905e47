"""Measures the theme's search and MkDocs' own against Pagefind: `make bench`. Never on the site."""
