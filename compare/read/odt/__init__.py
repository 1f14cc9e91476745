"""OpenDocument texts: the package, styles, list numbering, runs, tracked changes, and the order of reading."""
