"""What the readers of several formats share: the text in the making, numbers, encodings, zipped parts."""
