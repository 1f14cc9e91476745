"""The shapes of an edit's words: what one side has beyond the other, doubled words, whole sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from compare.annotate.lexicon.misspellings import Reach, are_near, misspelt_side
from compare.style.vocabulary import Vocabulary
from compare.text.tokens import QUOTE, fold_key
from compare.values import Reading, Side, Word

# Fewer words than this with a full stop are no sentence of substance: "Noted." Unit: words.
_SENTENCE_WORDS = 4
_ENDS = frozenset((".", "?", "!", "..."))


def beyond(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """The words whose keys `others` has not, or not so often."""
    if not others:
        return tuple(words)
    if len(words) == 1 == len(others):
        return tuple(words) if words[0].key != others[0].key else ()
    left = Counter(word.key for word in others)
    found = []
    for word in words:
        if left[word.key] > 0:
            left[word.key] -= 1
        else:
            found.append(word)
    return tuple(found)


def out_of_place(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Of the same words in another order, those that stand elsewhere."""
    return tuple(word for word, other in zip(words, others, strict=True) if word.key != other.key)


def is_doubled(reading: Reading) -> bool:
    """Whether the words of an edit repeat those just before or just after them."""
    size = len(reading.words)
    before = tuple(word.key for word in reading.before[-size:])
    after = tuple(word.key for word in reading.after[:size])
    return reading.keys in (before, after)


def is_whole_sentence(reading: Reading) -> bool:
    """Whether the words of an edit are one or more sentences of substance, from capital to full stop."""
    words = reading.words
    first = next((word for word in words if word.is_word), None)
    if first is None or not (first.text[0].isupper() or first.text[0].isdigit() or words[0].key == "@"):
        return False
    if sum(word.is_word for word in words) < _SENTENCE_WORDS:
        return False
    # The stop of the sentence before may be what was cut along: ". The crew spoke of it"
    opens_with_stop = words[0].key in _ENDS
    return opens_with_stop or (_ends(words) and (not reading.before or _ends(reading.before)))


def _ends(words: Sequence[Word]) -> bool:
    """Whether the words end as a sentence does: with a stop, or a stop and a quotation mark."""
    last = words[-2:-1] if words[-1].key == QUOTE else words[-1:]
    return bool(last) and last[0].key in _ENDS


def is_misspelt(one: Word, other: Word) -> bool:
    """Whether one is no word, stands nowhere else, and is the other but for one keystroke: "shold" and "should"."""
    side = misspelt_side(one, other)
    if side is None:
        return False
    wrong, right = (one, other) if side is Side.DRAFT else (other, one)
    return not wrong.text[:1].isupper() and len(right.key) > 1 and are_near(one.key, other.key, Reach.ONE_KEY)


# How far around an edit a rule looks for "the motion", "seconded by" … Unit: characters to each side. A sentence of
# minutes has 130 on average; a paragraph without a full stop must not be read whole for each of its edits.
_AROUND = 300


def words_around(reading: Reading) -> str:
    """The sentence near an edit, folded."""
    text = reading.sentence_text
    start = min(max(reading.span.start - reading.sentence.start, 0), len(text))
    low, high = max(0, start - _AROUND), start + len(reading.span) + _AROUND
    return fold_key(text[low:high])


def is_prose(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of an attendance list says something else than who was there.

    "Ines Varga: I would rather see both forms side by side" stands under a list whose end is not marked. But "Mr Pell
    was in the Chair for the whole of the meeting", or "Deputy Head of the Music Service and substitute for Mrs Pell".
    """
    words = [word.strip(_MARKS) for word in text.split()]
    small = [word for word in words if word[:1].islower()]
    if len(small) < _PROSE or 2 * len(small) <= len(words):
        return False
    plain = vocabulary.sets["prose_words"].intersection(small)
    return len(plain) >= _FEWEST and not any(vocabulary.has("presence_words", word.casefold()) for word in words)


# A line with this many words in small letters, more of them than others, and so many of the commonest words among
# them, is prose. Unit: words.
_PROSE, _FEWEST = 7, 2
_MARKS = ".,;:!?()[]*_\"'"


def has_capital_or_mark(text: str) -> bool:
    """Whether a text may hold initials ("J R", "a.m."); "o f" holds none."""
    return not text.replace(" ", "").isalpha() or text != text.lower()


def place_of(word: Word, words: tuple[Word, ...]) -> int:
    """Where among the words of an edit one of them stands."""
    return bisect_left(words, word.span.start, key=lambda candidate: candidate.span.start)
