"""Words and their keys: tokens of a text, the words of a segment, and the exact matcher of sequences."""
