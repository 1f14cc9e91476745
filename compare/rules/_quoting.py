"""Words of a document in quotation marks, as a reason quotes them.

**the deep**  pond   →   “the deep pond”
"""

from __future__ import annotations

from compare.text.markup import without_markup

# Longer quotations are shortened. Unit: characters; a line of a report holds two of them.
_LONGEST = 60


def quoted(text: str) -> str:
    """Returns the words in quotation marks, without markup, shortened where they are long."""
    line = without_markup(text)
    if line.endswith(".") and " " in line:
        line = line[:-1]  # the reason's own full stop follows
    line = shortened(line)
    if any(map(str.isalnum, line)):
        return f"“{line}”"
    return f"‘{line}’" if line.isprintable() and line else "a mark that does not show"


def shortened(line: str) -> str:
    """Returns the beginning of a long line, cut between two words."""
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
