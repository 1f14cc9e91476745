"""Names, dates, sums and references: found by patterns, and by a spaCy pipeline that holds the same patterns."""
