"""Makes the reading of each document at an edit: its words, their neighbours, their sentence, their entities.

draft   … parents' voices were [head] and recognised.
final   … parents' voices were [heard] and recognised.
└ before ──────────┘ └ words  └ after ────┘
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, KeysView, Mapping, Sequence
from dataclasses import replace

from compare.annotate.entities import Grammar, TaggedText
from compare.annotate.lexicon import Lexicon
from compare.annotate.lexicon.lemmas import VERBS_OF_NUMBER
from compare.annotate.sentences import DocumentSentences, Sentence
from compare.text.tokens import Token, is_word, plain
from compare.values import Entity, Minutes, Reading, Span, Word

_NEIGHBOURS = 6  # words and marks kept on each side of an edit
_NEIGHBOURS_OF_VERB = 14  # before a verb whose form says how many: its subject may stand far off

# Marks that end a word when words are counted; a hyphen, a stroke or an apostrophe may stand inside one.
_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]{}"*_#<>|=+', " "))


class ReadingMaker:
    """Builds readings from sentences and their tags."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._facts: dict[str, tuple[str, bool, bool]] = {}

    def reading(
        self,
        side: DocumentSentences,
        sentence: Sentence,
        tagged: TaggedText,
        span: Span,
        entities: tuple[Entity, ...],
    ) -> Reading:
        """Returns the reading of the document at `span`, which touches these entities."""
        tokens = side.tokens_around(sentence, span)
        starts = [token.start for token in tokens]
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end) if span.end > span.start else first
        if first and span.end > span.start and tokens[first - 1].end > span.start:  # an edit that begins inside a token
            first -= 1
        is_verb = last - first == 1 and tokens[first].key in VERBS_OF_NUMBER
        own = min(first, _NEIGHBOURS_OF_VERB if is_verb else _NEIGHBOURS)
        words = self._words(side.text, tokens[first - own : last + _NEIGHBOURS], tagged.grammar, sentence.span.start)
        return Reading(
            span=span,
            text=side.text[span.start : span.end],
            words=words[own : own + last - first],
            before=words[:own],
            after=words[own + last - first :],
            sentence=sentence.span,
            sentence_text=sentence.text,
            entities=entities,
            all_entities=tagged.entities,
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


# The one form of an irregular verb that is also an adjective of another meaning: "the left bank".
_OTHER_WORDS = frozenset(("left",))
_CLITICS = ("'", "n't", "\u2019", "n\u2019t", "not")


def grammar_of(text: str, start: int, grammar: Mapping[int, Grammar]) -> tuple[Grammar | None, bool]:
    """Returns the model's tags of the word that begins at `start`, and whether it tagged the word as a whole.

    A model cuts "can't" and "vice-chair" in pieces: the first decides what "can't" is, the last what "vice-chair" is.
    """
    tags = grammar.get(start)
    if tags is None:
        return None, True
    pieces = [place for place in range(1, len(text)) if start + place in grammar]
    if not pieces:
        return tags, True
    rest = text[pieces[0] :].casefold()
    return (tags if rest.startswith(_CLITICS) else grammar[start + pieces[-1]]), False


def choose_lemma(key: str, tags: Grammar, listed: str, knows: Callable[[str], bool]) -> str:
    """Chooses between the model's dictionary form of a folded word and `listed`, that of its ending.

    A trained lemmatiser errs about once in thirty words, mostly by inventing a word or by keeping a form as it is; so
    its lemma is taken only where it can be right:

        the old [saw] was sold     NOUN, singular   →   saw, not "see"
        the trust was [founded]    VERB, past       →   found, not "find"
        they [seconded] it         VERB, "seconde"  →   second: what the model made up is no word
    """
    lemma = tags.lemma.casefold()
    if tags.pos == "NOUN" and "Number=Plur" not in tags.morph:
        return key
    if tags.pos == "ADJ" and key in _OTHER_WORDS:
        return key
    if tags.pos not in ("NOUN", "VERB") or not lemma or not knows(lemma):
        return listed
    is_form = "Number=Plur" in tags.morph or "Tense=Past" in tags.morph
    return listed if lemma == key and is_form else lemma
