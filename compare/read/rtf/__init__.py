"""Rich Text: tokens, characters, the tables at the top of a file, the states of groups and reader, control words."""
