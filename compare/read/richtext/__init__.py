"""What `from_rtf` is made of: tokens, groups, letters, lists, tables, tracked changes."""
