"""Readings: the words of each document at the place of an edit, their neighbours, their sentence, their entities.

draft   … parents' voices were [head] and recognised.
final   … parents' voices were [heard] and recognised.
└ before ──────────┘ └ words  └ after ────┘
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.annotate.entities.tagger import Grammar, TaggedText
from compare.annotate.lexicon.lemmas import choose_lemma, grammar_of
from compare.annotate.lexicon.words import Lexicon
from compare.annotate.sentences import SentenceFinder, level
from compare.text.tokens import Token, is_word, plain, tokenise
from compare.values import Entity, Minutes, Reading, Span, Word

# Neighbours kept on each side of an edit (words and marks), and the characters read to find them: eight tokens of
# minutes take 50 characters on average; "co-production" and its like all in a row are cut shorter.
_NEIGHBOURS = 6
_REACH = 48

# Marks that end a word when words are counted; a hyphen, a stroke or an apostrophe may stand inside one.
_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]{}"*_#<>|=+', " "))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one document, ready for the tagger.

    `pieces` are the ranges of its words: one, or more where a page break cuts it. `flat` is its text with plain
    quotes and blanks, and blanks for page furniture; offsets of it plus `span.start` are offsets of the document.
    """

    span: Span
    pieces: tuple[Span, ...]
    text: str
    flat: str


class DocumentSentences:
    """The sentences of one document, each found once."""

    def __init__(self, minutes: Minutes) -> None:
        self.text = minutes.document.text
        self._finder = SentenceFinder(minutes)
        self._sentences: dict[Span, Sentence] = {}

    def sentence_at(self, span: Span) -> Sentence:
        """Returns the sentence around `span`."""
        where, pieces = self._finder.sentence_at(span)
        sentence = self._sentences.get(where)
        if sentence is None:
            sentence = self._sentences[where] = self._make(where, pieces)
        return sentence

    def is_blank(self, one: Span, other: Span) -> bool:
        """Whether nothing but blanks stands between two ranges."""
        return one.end <= other.start and not self.text[one.end : other.start].strip()

    def tokens_around(self, sentence: Sentence, span: Span) -> list[Token]:
        """Returns the tokens of the sentence from a little before `span` to a little after it."""
        low, high = span.start - _REACH, span.end + _REACH
        tokens: list[Token] = []
        for piece in sentence.pieces:
            if len(sentence.pieces) > 1:  # the furniture between the pieces is not counted in the reach
                tokens += tokenise(self.text, piece.start, piece.end)
            elif piece.start < high and piece.end > low:
                tokens += tokenise(self.text, self._blank_before(low, piece.start), self._blank_after(high, piece.end))
        return tokens

    def _blank_before(self, offset: int, edge: int) -> int:
        """Returns the beginning of the word at `offset`, or the edge of the sentence."""
        while offset > edge and not self.text[offset - 1].isspace():
            offset -= 1
        return max(offset, edge)

    def _blank_after(self, offset: int, edge: int) -> int:
        """Returns the end of the word at `offset`, or the edge of the sentence."""
        while offset < edge and not self.text[offset].isspace():
            offset += 1
        return min(offset, edge)

    def _make(self, where: Span, pieces: tuple[Span, ...]) -> Sentence:
        slices = [self.text[piece.start : piece.end] for piece in pieces]
        if len(slices) == 1 and pieces[0] == where:
            return Sentence(where, pieces, slices[0], level(slices[0]))
        flat, place = "", where.start
        for piece, words in zip(pieces, slices, strict=True):
            flat += " " * (piece.start - place) + level(words)
            place = piece.end
        return Sentence(where, pieces, " ".join(part.strip() for part in slices), flat.ljust(len(where)))


class ReadingMaker:
    """Builds readings from sentences and their tags."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._facts: dict[str, tuple[str, bool, bool]] = {}

    def reading(self, side: DocumentSentences, sentence: Sentence, tagged: TaggedText, span: Span) -> Reading:
        """Returns the reading of the document at `span`."""
        tokens = side.tokens_around(sentence, span)
        starts = [token.start for token in tokens]
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end) if span.end > span.start else first
        if first and span.end > span.start and tokens[first - 1].end > span.start:  # an edit that begins inside a token
            first -= 1
        words = self._words(
            side.text, tokens[max(0, first - _NEIGHBOURS) : last + _NEIGHBOURS], tagged.grammar, sentence.span.start
        )
        own = min(first, _NEIGHBOURS)
        return Reading(
            span=span,
            text=side.text[span.start : span.end],
            words=words[own : own + last - first],
            before=words[:own],
            after=words[own + last - first :],
            sentence=sentence.span,
            sentence_text=sentence.text,
            entities=entities_at(sentence, tagged, span),
        )

    def _words(self, text: str, tokens: list[Token], grammar: Mapping[int, Grammar], base: int) -> tuple[Word, ...]:
        facts, words = self._facts, []
        for start, end, key in tokens:
            known = facts.get(key)
            if known is None:
                known = facts[key] = (self._lexicon.lemma(key), self._lexicon.knows(key), is_word(key))
            lemma, is_known, has_letters = known
            pos = morph = None
            tagged_as, is_whole = grammar_of(text[start:end], start - base, grammar)
            if tagged_as:
                pos, morph = tagged_as.pos, tagged_as.morph
                lemma = choose_lemma(key, tagged_as, lemma, self._lexicon.knows) if is_whole else lemma
            span = Span(start, end)
            words.append(Word(span, text[start:end], key, lemma, pos, is_known, is_word=has_letters, morph=morph))
        return tuple(words)


def with_elsewhere(
    pairs: Sequence[tuple[Reading, Reading]], documents: Iterable[Minutes]
) -> list[tuple[Reading, Reading]]:
    """Marks each unknown word of the readings that occurs in either document outside the edits.

    A misspelling that every edit corrects occurs nowhere else, however often it stood there.
    """
    own = Counter(word.key for pair in pairs for reading in pair for word in reading.words if not word.known)
    occurrences = count_words(own.keys(), documents)
    elsewhere = {key for key, here in own.items() if occurrences.get(key, 0) > here}
    if not elsewhere:
        return list(pairs)
    return [(_marked(draft, elsewhere), _marked(final, elsewhere)) for draft, final in pairs]


def _marked(reading: Reading, elsewhere: set[str]) -> Reading:
    if not any(word.key in elsewhere for word in reading.words):
        return reading
    words = tuple(replace(word, elsewhere=True) if word.key in elsewhere else word for word in reading.words)
    return replace(reading, words=words)


def entities_at(sentence: Sentence, tagged: TaggedText, span: Span) -> tuple[Entity, ...]:
    """Returns the entities that `span` touches, or strictly contain it if it is empty; with offsets of the document."""
    base = sentence.span.start
    start, end = span.start - base, span.end - base
    entities = tagged.entities
    found = []
    for entity in entities[bisect_right(entities, start, key=_end) :]:
        if entity.span.start >= end:
            break
        found.append(replace(entity, span=Span(entity.span.start + base, entity.span.end + base)))
    return tuple(found)


def _end(entity: Entity) -> int:
    return entity.span.end


def count_words(keys: KeysView[str], documents: Iterable[Minutes]) -> Mapping[str, int]:
    """Counts each folded word in the documents. Cost: linear in them; nothing without a key."""
    counts: Counter[str] = Counter()
    if keys:
        for minutes in documents:
            text = minutes.document.text
            words = (text if text.isascii() else plain(text)).casefold().translate(_MARKS).split()
            counts.update(filter(keys.__contains__, words))
    return counts
