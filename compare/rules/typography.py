"""Typography in edits, and the rule of each kind of fold: most typography is folded before, and only counted.

“Clean ponds”   →   Clean ponds          typography.quotes
4. Sheds        →   4. SHEDS             typography.case
"""

from __future__ import annotations

import re

from compare.rules._change import Change
from compare.rules._rule import STRUCK, Claim, difference, one_sided, quoted, rule, sentence
from compare.style.word_lists import WordLists
from compare.text.markup import is_in_tag, is_markup
from compare.text.tokens import QUOTE
from compare.values import FactKind, Reading, Severity, Side, StructuralFact

# Most examples are folds: differences that no edit is made of, counted under the names of these rules.
_SOURCE = "samples/rotherham-2022-09-06: what a saved page and a converted PDF do to one text."
_BULLETS = frozenset("•◦▪‣·*o-")
_MARKUP = frozenset("*_#`|^\\<>~")
_HEADER_MARKS = frozenset((":", "-", "."))


@rule(
    "typography.quotes",
    Severity.COSMETIC,
    source=_SOURCE,
    hits=(
        (
            "The clerk read the letter called “Clean ponds” aloud.",
            "The clerk read the letter called Clean ponds aloud.",
        ),
        ("The crew spoke of 'wild' ponds at length.", "The crew spoke of wild ponds at length."),
    ),
    misses=(
        ("The clerk read the letter.", "The clerk read a letter."),
        ("The pond, it was said, froze.", "The pond it was said froze."),
    ),
)
def quotes(change: Change) -> Claim | None:
    """Quotation marks put round the same words, or left out."""
    return _marks_claim(change, frozenset((QUOTE,)), "quotation marks")


@rule(
    "typography.dashes",
    Severity.COSMETIC,
    source=_SOURCE,
    hits=(
        ("4. Sheds\n\nResolved: - That the shed be sold.", "4. Sheds\n\nResolved: That the shed be sold."),
        ("4. Sheds\n\nResolved - That the shed be sold.", "4. Sheds\n\nResolved: That the shed be sold."),
    ),
    misses=(
        ("The pond, it was said, froze.", "The pond it was said froze."),
        ("The pond - it was said - froze.", "The pond, it was said, froze."),
    ),
)
def dashes(change: Change) -> Claim | None:
    """The dash or colon of a resolution's header, or one dash for two."""
    if not change.is_marks_only or change.draft_words:
        return None
    marks = {word.key for word in (*change.draft.words, *change.final.words)}
    if not marks or not (
        (marks == {"-"} and change.draft.words and change.final.words)
        or (change.place.in_header and marks <= _HEADER_MARKS)
    ):
        return None
    return Claim(
        sentence(
            f"The marks of the header differ: {difference(change)}"
            if change.place.in_header
            else f"The dashes differ: {difference(change)}"
        )
    )


@rule(
    "typography.bullets",
    Severity.COSMETIC,
    source=_SOURCE,
    hits=(
        ("The list was:\n\n• Ponds\n• Sheds", "The list was:\n\n- Ponds\n- Sheds"),
        ("The list was:\n\n* Ponds\n* Sheds", "The list was:\n\n• Ponds\n• Sheds"),
    ),
    misses=(
        ("The pond, it was said, froze.", "The pond it was said froze."),
        ("The list was short.", "The list was long."),
    ),
)
def bullets(change: Change) -> Claim | None:
    """A bullet before the same words in another shape."""
    return _marks_claim(change, _BULLETS - {"-", "o"}, "bullets")


def _whole(fact: StructuralFact, _: WordLists) -> Claim | None:
    if fact.kind is FactKind.FORMATTING and fact.marking:
        told = f"{quoted(fact.draft.text)} has {fact.marking} in the {fact.struck} only"
        return Claim(sentence(told, "the minutes give that a meaning"), severity=Severity.MAJOR)
    if fact.kind is FactKind.FORMATTING:
        struck = fact.struck or Side.FINAL
        return Claim(
            sentence(
                f"{quoted(fact.draft.text)} is struck through in the {struck} and plain in the {struck.other}",
                "look at the originals: it may be an amendment",
            ),
            severity=Severity.MAJOR,
        )
    if fact.kind is FactKind.PARAGRAPH and is_markup(fact.draft.text or fact.final.text):
        return Claim(sentence(f"Marks of the text format alone: {one_sided(fact.draft, fact.final)}"))
    return None


@rule(
    "typography.markup",
    Severity.COSMETIC,
    source=_SOURCE,
    hits=(
        ("The list was **short** that day.", "The list was short that day."),
        ("The list was _short_ that day.", "The list was short that day."),
        ("The list was short.\n\n<br>\n\nThe crew spoke.", "The list was short.\n\nThe crew spoke."),
    ),
    misses=(
        ("The pond, it was said, froze.", "The pond it was said froze."),
        ("The list was short.", "The list was long."),
    ),
    structure=_whole,
    deciders=STRUCK,
)
def markup(change: Change) -> Claim | None:
    """Marks of a text format around the same words; major where the words are struck through on one side only."""
    is_markup_only = is_markup(change.draft.text) and is_markup(change.final.text)
    if is_markup_only or _is_link_bracket(change) or (is_in_tag(change.draft) and is_in_tag(change.final)):
        return Claim(sentence(f"The marks of the text format differ: {difference(change)}"))
    return _marks_claim(change, _MARKUP, "marks of the text format")


def _is_link_bracket(change: Change) -> bool:
    """Whether only the bracket that opens a link's words differs; where the link leads is another finding."""
    return change.draft.keys + change.final.keys == ("[",) and any(
        "](" in reading.sentence_text for reading in (change.draft, change.final)
    )


@rule(
    "typography.spaces",
    Severity.COSMETIC,
    source=_SOURCE,
    hits=(
        ("The pond was  deep and cold.", "The pond was deep and cold."),
        ("The pond was\u00a0deep.", "The pond was deep."),
    ),
    misses=(
        ("The pond was deep.", "The pond was cold."),
        ("The key was left inthe shed.", "The key was left in the shed."),
    ),
)
def spaces(change: Change) -> Claim | None:
    """A blank beside a figure, put in or left out; a word divided at the end of a line."""
    if change.is_same_letters and _is_divided(change):
        return Claim(sentence(f"Only the end of a line differs: {difference(change)}"))
    draft, final = (tuple(word.key for word in reading.words) for reading in (change.draft, change.final))
    if draft == final or "".join(draft) != "".join(final) or not any(key[:1].isdigit() for key in (*draft, *final)):
        return None
    return Claim(sentence(f"Only a blank differs: {difference(change)}"))


_DIVIDED = re.compile(r"[-\u2010\u00ad]\s*[\r\n]")


def _is_divided(change: Change) -> bool:
    return any(_DIVIDED.search(reading.text) for reading in (change.draft, change.final))


@rule(
    "typography.case",
    Severity.COSMETIC,
    source=_SOURCE,
    hits=(
        ("The Pond was deep.", "The pond was deep."),
        ("5. Ponds and paths\n\nThe pond was deep.", "5. PONDS AND PATHS\n\nThe pond was deep."),
    ),
    misses=(("The pond was deep.", "The pond was cold."), ("The list was sent to them.", "The list was sent to him.")),
)
def case(change: Change) -> Claim | None:
    """The same letters, large or small."""
    if not change.draft.words or not change.final.words or _letters(change.draft) != _letters(change.final):
        return None
    return Claim(sentence(f"Only capitals differ: {difference(change)}"))


def _letters(reading: Reading) -> tuple[str, ...]:
    return tuple(word.text.casefold() for word in reading.words)


def _marks_claim(change: Change, allowed: frozenset[str], noun: str) -> Claim | None:
    if not change.is_marks_only or not change.marks or not set(change.marks) <= allowed or change.differs_in_signs:
        return None
    return Claim(sentence(f"The {noun} differ: {difference(change)}"))


RULES = (quotes, dashes, bullets, markup, spaces, case)
