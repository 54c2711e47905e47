"""The pure core: YAML about program theories in, pages and data out.

Enter through `theorybook.site.Site.load`. Nothing in here knows MkDocs.
"""
