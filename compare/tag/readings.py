"""What each document says at the place of an edit: the words, their neighbours, the sentence, the entities.

    draft   … parents' voices were [head] and recognised.
    final   … parents' voices were [heard] and recognised.
              └ before ──────────┘ └ words  └ after ────┘
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from compare.tag.lexicon import Lexicon
from compare.tag.sentences import SentenceFinder, level
from compare.tag.tagger import TaggedText
from compare.typography import Token, is_word, plain, tokenise
from compare.values import Entity, Minutes, Reading, Span, Word

# Neighbours kept on each side of an edit (words and marks): the farthest that any rule looks.
_NEIGHBOURS = 12

_WORDS = re.compile(r"[^\W_]+(?:['/.-]+[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one document, ready to be tagged.

    `flat` is its text with plain quotes and blanks, and blanks for page furniture; offsets of it plus `span.start`
    are offsets of the document.
    """

    span: Span
    text: str
    flat: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]


class Side:
    """One document during tagging: its sentences, each found once."""

    def __init__(self, minutes: Minutes) -> None:
        self._document = minutes.document
        self._finder = SentenceFinder(minutes)
        self._sentences: dict[Span, Sentence] = {}

    def sentence_at(self, span: Span) -> Sentence:
        """The sentence around `span`."""
        where, pieces = self._finder.sentence_at(span)
        sentence = self._sentences.get(where)
        if sentence is None:
            sentence = self._sentences[where] = self._make(where, pieces)
        return sentence

    def text_of(self, span: Span) -> str:
        """Exactly the characters of `span`."""
        return self._document.text[span.start : span.end]

    def _make(self, where: Span, pieces: tuple[Span, ...]) -> Sentence:
        text = self._document.text
        tokens = tuple(token for piece in pieces for token in tokenise(text, piece.start, piece.end))
        slices = [text[piece.start : piece.end] for piece in pieces]
        flat, place = "", where.start
        for piece, words in zip(pieces, slices, strict=True):
            flat += " " * (piece.start - place) + level(words)
            place = piece.end
        flat = flat.ljust(len(where))
        whole = slices[0] if len(slices) == 1 else " ".join(part.strip() for part in slices)
        return Sentence(where, whole, flat, tokens, tuple(token.start for token in tokens))


class ReadingMaker:
    """Builds readings from sentences and what the tagger said of them."""

    def __init__(self, lexicon: Lexicon, occurrences: Callable[[str], int]) -> None:
        self._lexicon = lexicon
        self._occurrences = occurrences

    def reading(self, side: Side, sentence: Sentence, tagged: TaggedText, span: Span) -> Reading:
        """What the document says at `span`."""
        first = bisect_left(sentence.starts, span.start)
        last = bisect_left(sentence.starts, span.end) if span.end > span.start else first
        if first and sentence.tokens[first - 1].end > span.start:  # a point or an edge inside a token
            first -= len(span) > 0
        own = sentence.tokens[first:last]
        word = self._word_maker(side, sentence, tagged)
        return Reading(
            span=span,
            text=side.text_of(span),
            words=tuple(map(word, own)),
            before=tuple(map(word, sentence.tokens[max(0, first - _NEIGHBOURS) : first])),
            after=tuple(map(word, sentence.tokens[last : last + _NEIGHBOURS])),
            sentence=sentence.span,
            sentence_text=sentence.text,
            entities=entities_at(sentence, tagged, span),
        )

    def _word_maker(self, side: Side, sentence: Sentence, tagged: TaggedText) -> Callable[[Token], Word]:
        lexicon, grammar, base, document = self._lexicon, tagged.grammar, sentence.span.start, side

        def make(token: Token) -> Word:
            key = token.key
            said = grammar.get(token.start - base) if grammar else None
            return Word(
                Span(token.start, token.end),
                document.text_of(Span(token.start, token.end)),
                key,
                said.lemma.casefold() if said else lexicon.lemma(key),
                said.pos if said else None,
                lexicon.knows(key),
                False,
                is_word(key),
            )

        return make

    def with_elsewhere(self, draft: Reading, final: Reading) -> tuple[Reading, Reading]:
        """The two readings of one edit, each unknown word marked that occurs at another place of either document."""
        own = Counter(word.key for word in (*draft.words, *final.words) if not word.known)
        if not own:
            return draft, final
        elsewhere = {key for key, here in own.items() if self._occurrences(key) > here}
        return _marked(draft, elsewhere), _marked(final, elsewhere)


def _marked(reading: Reading, elsewhere: set[str]) -> Reading:
    if not any(word.key in elsewhere for word in reading.words):
        return reading
    words = tuple(replace(word, elsewhere=True) if word.key in elsewhere else word for word in reading.words)
    return replace(reading, words=words)


def entities_at(sentence: Sentence, tagged: TaggedText, span: Span) -> tuple[Entity, ...]:
    """The entities that `span` touches, or that a point stands strictly inside; with offsets of the document."""
    base = sentence.span.start
    start, end = span.start - base, span.end - base
    entities = tagged.entities
    first = bisect_right(entities, start, key=lambda entity: entity.span.end)
    found = []
    for entity in entities[first:]:
        if entity.span.start >= end:
            break
        found.append(replace(entity, span=Span(entity.span.start + base, entity.span.end + base)))
    return tuple(found)


def count_words(*documents: Minutes) -> Callable[[str], int]:
    """How often a folded word occurs in the documents. Cost: linear in them, at the first question."""
    counts: Counter[str] = Counter()

    def occurrences(key: str) -> int:
        if not counts:
            for minutes in documents:
                text = minutes.document.text
                counts.update(_WORDS.findall(text.lower() if text.isascii() else plain(text).casefold()))
        return counts[key]

    return occurrences


def distinct(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Each sentence once, in order of first use."""
    return list({id(sentence): sentence for sentence in sentences}.values())

