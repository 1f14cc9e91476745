"""Decides which side of a change is wrong, where language alone shows it: by the model of English, or by counts."""
