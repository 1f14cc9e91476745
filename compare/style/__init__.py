"""House style: what one body calls things, as data; its phrases found in a text; where that data lies."""
