"""What the hooks share. It knows MkDocs and the core; a hook knows no other hook."""
