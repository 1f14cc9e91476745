"""What `from_html` and `from_mhtml` are made of: encodings, the tree, the content among menus, lists, tables, notes."""
