"""What `from_odt` is made of: the package, styles, lists counted as Writer counts, words, tracked changes, boxes."""
