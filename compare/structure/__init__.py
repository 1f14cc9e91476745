"""Facts about whole segments: items, moves, status marks, formatting, table cells."""
