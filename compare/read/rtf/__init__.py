"""Rich Text: tokens, groups, letters, lists, tables, tracked changes."""
