"""How deep a list item stands: by its indent, and by the style of its number where nothing is indented.

    1. That …            level 1
    (a) the grant        level 2, though it stands as far left
    (i) in May           level 3; but after (h) the letter i is a letter
    2. That …            level 1 again

Indents come first; styles count only among items that stand equally far in.
"""

from __future__ import annotations

from compare.segment.marks import Mark, MarkStyle

# No list of any minutes goes deeper; a text that seems to is not made of lists.
_DEEPEST = 12
# Columns by which items of one list may differ: " 9." and "10." end at the same place.
_SLACK = 1

_Key = tuple[MarkStyle, str]


class ListLevels:
    """Remembers the lists that are open while the lines go by."""

    def __init__(self) -> None:
        self._open: list[tuple[int, _Key, str]] = []  # indent, style, last value

    def close(self) -> None:
        """A heading or a paragraph at the margin ends every list."""
        self._open.clear()

    def level(self, mark: Mark | None, indent: int) -> int:
        """The level of the next item, 1 for the outermost."""
        key = self._key(mark)
        value = mark.value if mark else ""
        while self._open and indent < self._open[-1][0] - _SLACK:
            self._open.pop()
        depth = len(self._open)
        while depth and self._open[depth - 1][0] >= indent - _SLACK:
            if self._open[depth - 1][1] == key:
                del self._open[depth:]
                self._open[-1] = (indent, key, value)
                return depth
            depth -= 1
        if self._open and self._open[-1][0] >= indent - _SLACK and self._open[-1][1][0] is MarkStyle.BULLET:
            self._open.pop()  # numbers may have bullets below them where nothing is indented, never the reverse
        if len(self._open) < _DEEPEST:
            self._open.append((indent, key, value))
        return len(self._open)

    def _key(self, mark: Mark | None) -> _Key:
        if mark is None:
            return (MarkStyle.BULLET, "")
        if mark.style is MarkStyle.BULLET:
            return (MarkStyle.BULLET, mark.value)
        style: MarkStyle = mark.style
        form = mark.brackets + ("A" if mark.value.isupper() else "")
        if style is MarkStyle.DECIMAL:
            return (style, "." * mark.value.count("."))
        if style is MarkStyle.ROMAN and len(mark.value) == 1:
            before = chr(ord(mark.value) - 1)
            letters = MarkStyle.CAPITAL if mark.value.isupper() else MarkStyle.LETTER
            if any(key == (letters, form) and last == before for _, key, last in self._open):
                style = letters
        return (style, form)
