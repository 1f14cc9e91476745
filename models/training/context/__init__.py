"""Training of the model of English (`compare.annotate.suspect.english`): text → numbers → counts, network, decision."""
