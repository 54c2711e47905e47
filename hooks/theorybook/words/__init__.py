"""How the words are: plain enough, and exact where they are quoted."""
