"""Word documents: the package and its parts, markup, styles, list numbering, runs, and the order of reading."""
