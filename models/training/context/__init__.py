"""Training of the model of English that `compare.tag.context` asks: text → numbers → counts, network, decision."""
