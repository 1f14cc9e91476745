"""What `compare` says of two texts, in both orders: which side is suspect, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare import compare_texts
from compare.errors import ScopeError
from compare.values import Comparison, Finding, Passage, Side

from .model_examples import Example, spread

FAMILIES = ("slip", "grammar")  # of the findings on real corrections that are asked for their suspect
_WORD = re.compile(r"\S+")
_QUICK = 20  # pairs of each group in a quick run


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: one example in one order. `is_right` is `None` where no side was named."""

    id: str
    group: str
    kind: str
    is_swapped: bool
    texts: tuple[str, str]
    is_right: bool | None
    confidence: float
    rule: str

    @property
    def is_given(self) -> bool:
        """Whether a side was named."""
        return self.is_right is not None

    @property
    def line(self) -> tuple[str, ...]:
        """The answer as a row of a list of single cases."""
        order = "swapped" if self.is_swapped else "as it is"
        return (self.id, self.kind, order, f"{self.confidence:.2f}", self.rule, *self.texts)


LINE = ("id", "kind", "order", "confidence", "rule", "wrong or one", "right or other")


def ask_examples(
    examples: Sequence[Example], group: str, *, use_model: bool = True, is_quick: bool = False
) -> list[Answer]:
    """An answer for each example in each order. Cost: two comparisons of one sentence each."""
    chosen = spread(examples, _QUICK) if is_quick else examples
    return [
        _ask(example, group, is_swapped=is_swapped, use_model=use_model)
        for example in chosen
        for is_swapped in (False, True)
    ]


def _ask(example: Example, group: str, *, is_swapped: bool, use_model: bool) -> Answer:
    draft, final = (example.other, example.one) if is_swapped else (example.one, example.other)
    try:
        comparison = compare_texts(f"{draft}\n", f"{final}\n", scope="whole", use_model=use_model)
    except ScopeError:  # "nothing in common" is no verdict on a side
        comparison = None
    found = _accusation(comparison, draft, final) if comparison else None
    words = tuple(
        text[start:end]
        for text, (start, end) in zip((example.one, example.other), difference(example.one, example.other), strict=True)
    )
    texts = (words[0], f"{words[1]}   [{example.other}]")
    if found is None or found.suspect is None:
        return Answer(example.id, group, example.kind, is_swapped, texts, None, 0.0, "")
    names_one = (found.suspect is Side.FINAL) == is_swapped
    is_right = example.is_slip and names_one
    return Answer(example.id, group, example.kind, is_swapped, texts, is_right, found.confidence, found.rule)


def _accusation(comparison: Comparison, draft: str, final: str) -> Finding | None:
    """The surest finding that touches the difference and names a side."""
    here, there = difference(draft, final)
    named = [
        finding
        for finding in comparison.findings
        if finding.suspect and (_touches(finding.draft, here) or _touches(finding.final, there))
    ]
    return max(named, key=lambda finding: finding.confidence, default=None)


def _touches(passage: Passage | None, place: tuple[int, int]) -> bool:
    # The blank beside a place belongs to it: in "that [that]" either word may be marked.
    return passage is not None and passage.start <= place[1] + 1 and place[0] <= passage.end + 1


def difference(one: str, other: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where two sentences differ, from the first word that differs to the last, as offsets of each."""
    words, others = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    ahead = _common(words, others)
    behind = _common(words[ahead:][::-1], others[ahead:][::-1])
    return _extent(words, ahead, behind), _extent(others, ahead, behind)


def _common(words: Sequence[re.Match[str]], others: Sequence[re.Match[str]]) -> int:
    pairs = zip(words, others, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one[0] != other[0]), min(len(words), len(others)))


def _extent(words: Sequence[re.Match[str]], ahead: int, behind: int) -> tuple[int, int]:
    inside = words[ahead : len(words) - behind]
    if inside:
        return inside[0].start(), inside[-1].end()
    place = words[ahead - 1].end() if ahead else 0
    return place, place


def ask_corrections(folders: Iterable[Path], group: str, *, use_model: bool = True) -> list[Answer]:
    """An answer for each finding of a slip or of grammar on real corrections; the text before is the wrong one."""
    answers = []
    for folder in folders:
        texts = [(folder / name).read_text("utf-8") for name in ("before.md", "after.md")]
        for is_swapped in (False, True):
            try:
                comparison = compare_texts(*(reversed(texts) if is_swapped else texts), use_model=use_model)
            except ScopeError:
                continue
            name = f"{folder.parent.name}/{folder.name}"
            answers += [_answer_of(finding, name, group, is_swapped=is_swapped) for finding in _asked(comparison)]
    return answers


def _asked(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.rule.partition(".")[0] in FAMILIES]


def _answer_of(finding: Finding, name: str, group: str, *, is_swapped: bool) -> Answer:
    before, after = (finding.final, finding.draft) if is_swapped else (finding.draft, finding.final)
    texts = (before.text if before else "", after.text if after else "")
    start = f"b{before.start}" if before else f"a{after.start}" if after else ""
    wrong = Side.FINAL if is_swapped else Side.DRAFT
    is_right = None if finding.suspect is None else finding.suspect is wrong
    kind = finding.rule.partition(".")[0]
    return Answer(f"{name}:{start}", group, kind, is_swapped, texts, is_right, finding.confidence, finding.rule)
