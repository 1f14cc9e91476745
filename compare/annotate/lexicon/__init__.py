"""Which words English knows: how usual they are, their dictionary forms, how they sound."""
