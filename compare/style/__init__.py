"""House style: the words one body uses in its minutes, as data, and how they are found in a text."""
