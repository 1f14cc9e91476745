"""Which side of a change is wrong, where the language can tell: by the model of English, or by counts alone."""
