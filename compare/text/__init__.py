"""Words and their keys: the tokens of a text, the words of a segment, and the matcher of equal sequences."""
