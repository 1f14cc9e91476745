"""OpenDocument texts: the package, styles, lists counted as Writer counts, words, tracked changes, boxes."""
