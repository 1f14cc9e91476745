"""Words and their keys: tokens of a text, words of a segment, the matcher of equal sequences; markup around words."""
