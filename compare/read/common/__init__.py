"""What the readers of several formats share: the text in the making, list numbers, what is left out, zipped parts."""
