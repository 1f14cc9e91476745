r"""What stands at the end of a line and at the beginning of the next, as one text.

    the deci\ufffe | sion          the decision           the document has "decision" elsewhere
    decision\ufffe | making        decision-making        … or "decision-making"
    re\ufffe | cover               re\u00adcover              it has neither: either reading is right
    2023- | 24                     2023-24                figures keep their hyphen
    and/ | or                      and/or
    the report | be                the report be
    https://a.example/ | b         https://a.example/b

\ufffe is what PDFium makes of a hyphen at a line's end before a letter, whether the writer or the printer put it there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from compare.read.pdf.page_content import Line

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
# Ends after which a line is broken without a blank: a real hyphen or dash between figures or words, a slash.
_TIGHT = re.compile(r"[^\W_][-‑–/]$|\S—$")
_FIGURE = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_INNER_SIGNS = frozenset("/?&=#%_-")
# In sizes of the type: less room than this is none for another letter.
_LETTER = 1.0
_PRINTERS = "\u00ad\u2010"


def ends_tight(text: str) -> bool:
    """Whether a line ends in a hyphen, dash or slash within a word, so that no blank follows."""
    return _TIGHT.search(text[-2:]) is not None


class Words:
    """The words of a document, as it has them within lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines

    @cached_property
    def _seen(self) -> Counter[str]:
        """How often each word stands within a line. Most documents have no divided word, and need not be counted."""
        seen: Counter[str] = Counter()
        is_rest = False
        for line in self._lines:
            words = _WORD.findall(line.text.lower().replace("‐", "-").replace("‑", "-"))
            is_cut = line.is_divided or line.text[-1:] in _PRINTERS
            seen.update(words[is_rest : len(words) - is_cut])
            is_rest = is_cut
        return seen

    def link(self, before: Line, line: Line) -> tuple[int, str]:
        """How many characters of the first line fall away at its end, and what stands between the two."""
        if before.is_divided:
            return 0, self._division(before.text, line.text)
        end = before.text[-1:]
        if end and end in _PRINTERS and line.text[:1].isalpha():
            return 1, self._division(before.text[:-1], line.text, is_printers=True)
        return (0, "") if ends_tight(before.text) or self._breaks_address(before, line) else (0, " ")

    @cached_property
    def _edge(self) -> float:
        """How far to the right the lines of the document reach."""
        return max(line.right for line in self._lines)

    def _breaks_address(self, before: Line, line: Line) -> bool:
        """Whether a web address goes on below: it breaks after a sign of its own, or where no letter more had room."""
        if _ADDRESS.search(before.text) is None:
            return False
        if before.text[-1] in _INNER_SIGNS:
            return True
        first = _FIRST.match(line.text.lower())
        is_full = self._edge - before.right < _LETTER * before.size
        return is_full and first is not None and self._seen[first.group()] <= 1  # this once, as the rest of an address

    def _division(self, before: str, after: str, *, is_printers: bool = False) -> str:
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None:
            return "-"
        left, right = last.group().lower(), first.group().lower()
        whole, hyphened = self._seen[left + right], self._seen[f"{left}-{right}"]
        if whole != hyphened:
            return "" if whole > hyphened else "-"
        if is_printers:
            return ""
        # "Smith-Jones", "A-Road", "e-mail", "COVID-19": no printer divides so.
        is_name = first.group()[0].isupper() and not last.group().isupper()
        return "-" if is_name or len(left) == 1 or _FIGURE.search(left + right) else "\u00ad"
