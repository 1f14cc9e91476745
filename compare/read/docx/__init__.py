"""Word documents: the package and its parts, styles, numbers, runs, blocks, notes, tracked changes."""
