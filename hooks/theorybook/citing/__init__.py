"""How to cite a record or a publication, in words and as files."""
