"""Saved web pages and web archives: encodings, the tree, the content among menus, lists, tables, notes."""
