"""Words underlined or struck out: a PDF draws these lines by themselves, apart from the words.

    Carr          a rule from the first letter to the last, a little under the line: underlined
    ────
    D─a─l─e       the same through the middle of the small letters: struck out
    │ Elm │       a rule that begins before the words and ends after them: the side of a cell
    └─────┘

Cost: the characters of those lines alone that a rule touches are asked for their places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from compare.read.pdf.characters import PageCharacters
from compare.read.pdf.page_content import STRUCK, UNDERLINED, Line, Rule
from compare.read.pdf.page_lines import Found
from compare.read.pdf.print_changes import Cut, cut_pieces

# How far over the base of the line a rule is, in sizes of the type: below it, or through its small letters. Measured
# in LibreOffice, Chromium and WeasyPrint: -0.07 to -0.2 and 0.22 to 0.32; Word: -0.1 and 0.26.
_UNDER = (-0.3, 0.03)
_THROUGH = (0.14, 0.45)
# Points by which a rule may miss the edge of a letter: half its own thickness, and roundings.
_MISS = 1.7
# In sizes of the type: how far a rule goes on under blanks after the last word.
_AFTER = 1.0

_Stretch = tuple[int, int, int]


def dress_by_rules(
    characters: PageCharacters, found: Sequence[Found], rules: Sequence[Rule]
) -> tuple[list[Line], list[Rule]]:
    """The lines with what rules say of their dress, and the rules that are something else."""
    if not rules or not found:
        return [item.line for item in found], list(rules)
    order = sorted(range(len(found)), key=lambda number: found[number].line.base)
    bases = [found[number].line.base for number in order]
    largest = max(item.line.size for item in found)
    covered: dict[int, list[_Stretch]] = defaultdict(list)
    others = []
    for rule in rules:
        low = bisect_left(bases, rule.place - _THROUGH[1] * largest)
        high = bisect_left(bases, rule.place - _UNDER[0] * largest)
        for number in order[low:high]:
            stretch = _covered(characters, found[number], rule)
            if stretch is not None:
                covered[number].append(stretch)
                break
        else:
            others.append(rule)
    return [
        _dressed(characters, item, covered[number]) if number in covered else item.line
        for number, item in enumerate(found)
    ], others


def _covered(characters: PageCharacters, item: Found, rule: Rule) -> _Stretch | None:
    """The range of characters that a rule runs under or through, from edge to edge."""
    line = item.line
    if line.is_turned or line.size <= 0:
        return None
    place = (rule.place - line.base) / line.size
    if _UNDER[0] <= place <= _UNDER[1]:
        dress = UNDERLINED
    elif _THROUGH[0] <= place <= _THROUGH[1]:
        dress = STRUCK
    else:
        return None
    if rule.start < line.left - _MISS or rule.start > line.right or rule.end > line.right + _AFTER * line.size:
        return None
    boxes = [(index, characters.box(index)) for index in range(item.start, item.end)]
    inside = [(index, box) for index, box in boxes if rule.start <= (box[0] + box[2]) / 2 <= rule.end]
    if not inside or min(abs(box[0] - rule.start) for _, box in boxes) > _MISS:
        return None
    if rule.end < line.right and min(abs(box[2] - rule.end) for _, box in boxes) > _MISS:
        return None
    return inside[0][0], inside[-1][0] + 1, dress


def _dressed(characters: PageCharacters, item: Found, stretches: Sequence[_Stretch]) -> Line:
    """The line, cut anew at the edges of the rules."""
    edges = {edge for start, end, _ in stretches for edge in (start, end) if item.start <= edge < item.end}
    cut_before = item.cuts or (Cut(item.start, item.line.pieces[0].dress),)
    starts = sorted(edges | {cut.start for cut in cut_before})
    cuts = []
    for start in starts:
        below = max((cut for cut in cut_before if cut.start <= start), key=attrgetter("start"))
        dress = below.dress
        for first, last, more in stretches:
            if first <= start < last:
                dress |= more
        cuts.append(Cut(start, dress, below.is_raised))
    return item.line._replace(pieces=cut_pieces(characters.text, cuts, item.end, item.glued))
