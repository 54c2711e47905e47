"""What course platforms take in: a quiz, cards to learn with, a text, and a card for a page."""
