"""The last component of the pipeline: what patterns read and what statistics found, made one set of entities.

    statistics   [Friends of Penfold Ltd] thanked      [Odell] in [Wick] on [Tuesday 14 June]
    patterns                 [Penfold Ltd] thanked [Cllr Odell]           on [Tuesday 14 June]
    doc.ents     [Friends of Penfold Ltd] thanked Cllr [Odell] in [Wick] on [Tuesday 14 June]
                  ORG                                   PERSON     LOC       DATE

Names are told by both, whatever has a value by patterns alone. In this order:

1. Of a statistical component PERSON, ORG and LOC are taken; what others call PER, GPE and FAC counts as PERSON and LOC.
   Its DATE, TIME, MONEY, PERCENT, QUANTITY, LAW and CARDINAL are passed over: the patterns read the value too, without
   which "last year" and "2021" cannot be compared. So are labels that no rule asks for: NORP, PRODUCT, EVENT.
2. A pattern stands against every statistical entity that touches it,
3. unless the statistical one holds more, and nothing but a part of a name was read: an organisation, a body or a place
   ("Penfold Ltd"). A body keeps its label where both end alike: "Upper Wick" and "Planning Committee" are one body.
4. `doc.ents` holds names and values, cut as `reported.py` says: no titles, no plain nouns ("the Council"),
   no counts. `doc._.minutes_entities` holds what the rules ask for: all of those too, each with its value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.not_entities import PLAIN
from compare.annotate.entities.patterns import PatternTagger, entity_of
from compare.annotate.entities.reported import Reporter, default_reporter
from compare.annotate.entities.word_forms import word_forms
from compare.style.house_style import default_house_style

COMPONENT = "minutes_entities"

# What statistical components call the three kinds of names. Halls, towns and rivers are places alike.
_NAMES = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
_PARTS = frozenset({"ORG", "BODY", "LOC", PLAIN})  # what a longer statistical name may take in
_ARTICLES = frozenset({"the", "a", "an"})
_ENDINGS = frozenset({"'s", "’s"})


class MinutesEntities:
    """Sets `doc.ents`, and `doc._.minutes_entities` to a tuple of `compare.values.Entity`, in order and apart."""

    def __init__(self, patterns: PatternTagger, reporter: Reporter) -> None:
        self.patterns, self._reporter = patterns, reporter
        if not Doc.has_extension(COMPONENT):
            Doc.set_extension(COMPONENT, default=())

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities. Cost: linear in the document."""
        text = doc.text
        found = self.patterns.find(text)
        names = [name for span in doc.ents if (name := _name(span)) and not self._reporter.is_label(name, text)]
        told = _settled(self._reporter.reported(found, text), [self._reporter.named(name, text) for name in names])
        told = self._reporter.settled(told, {name.start for name in names}, text)
        doc._.minutes_entities = tuple(entity_of(one, text) for one in _settled(found, names))
        _cut(doc, {one.end for one in told if one.label != PLAIN and text.startswith(".", one.end)})
        _cut_links(doc, {bound for one in told if text.startswith("#", one.start) for bound in (one.start, one.end)})
        doc.ents = list(_apart(_spans(doc, told)))
        return doc


def _name(span: SpacySpan) -> Found | None:
    """A statistical name without the article, marks and blanks at its ends; `None` where nothing is left."""
    label = _NAMES.get(span.label_)
    start, end = span.start, span.end
    tokens = span.doc
    while start < end and (tokens[start].is_space or tokens[start].is_punct or tokens[start].lower_ in _ARTICLES):
        start += 1
    while start < end and (tokens[end - 1].is_space or tokens[end - 1].is_punct or tokens[end - 1].lower_ in _ENDINGS):
        end -= 1
    if label is None or start == end:
        return None
    while (
        end + 1 < len(tokens) and tokens[end].text == "-" and _are_glued(tokens[end - 1], tokens[end], tokens[end + 1])
    ):
        end += 2  # "Ashcroft-Bell" is three tokens, and statistics often stop at the first
    last = tokens[end - 1]
    return Found(tokens[start].idx, last.idx + len(last), label, None)


def _are_glued(*tokens: Token) -> bool:
    return not any(token.whitespace_ for token in tokens[:-1]) and tokens[-1].is_title


def _settled(patterns: Sequence[Found], names: Sequence[Found]) -> list[Found]:
    """Both in order, one of each two that overlap left out. Both come in order, and apart among themselves."""
    kept: list[Found] = []
    place = 0
    for name in names:
        while place < len(patterns) and patterns[place].end <= name.start:
            kept.append(patterns[place])
            place += 1
        touched = place
        while touched < len(patterns) and patterns[touched].start < name.end:
            touched += 1
        if whole := _whole_name(name, patterns[place:touched]):
            kept.append(whole)
            place = touched
    return [*kept, *patterns[place:]]


def _whole_name(name: Found, parts: Sequence[Found]) -> Found | None:
    """The statistical name, where the patterns that it touches are no more than parts of it."""
    if not parts:
        return name
    if parts[0].start < name.start or parts[-1].end > name.end or any(part.label not in _PARTS for part in parts):
        return None
    if (parts[0].start, parts[0].end) == (name.start, name.end):
        return None
    is_body = parts[-1].label == "BODY" and parts[-1].end == name.end
    return name._replace(label="BODY") if is_body else name


def _cut(doc: Doc, ends: Collection[int]) -> None:
    """Cuts the full stop off a token that a name ends in: spaCy takes "B." and "Oct." for one token each."""
    if not ends:
        return
    with doc.retokenize() as retokenizer:
        for token in doc:
            end = token.idx + len(token)
            if end - 1 in ends and len(token) > 1:
                attrs: dict[str | int, list[Any]] = {
                    "POS": [token.pos_, "PUNCT"],
                    "LEMMA": [token.lemma_.rstrip("."), "."],
                }
                retokenizer.split(token, [token.text[:-1], "."], heads=[(token, 0), (token, 0)], attrs=attrs)


def _cut_links(doc: Doc, bounds: Collection[int]) -> None:
    """Cuts a number out of a link: spaCy takes "[#12](https://wick.example" for one token."""
    if not bounds:
        return
    with doc.retokenize() as retokenizer:
        for token in doc:
            inner = [bound - token.idx for bound in sorted(bounds) if token.idx < bound < token.idx + len(token)]
            if inner and "](" in token.text:
                pieces = [token.text[start:end] for start, end in pairwise([0, *inner, len(token)])]
                retokenizer.split(token, pieces, heads=[(token, 0)] * len(pieces))


def _spans(doc: Doc, found: Iterable[Found]) -> Iterator[SpacySpan]:
    """The tokens of each name; a token that a name ends in the middle of belongs to it."""
    for start, end, label, _, _ in found:
        if label != PLAIN:
            span = doc.char_span(start, end, label=label, alignment_mode="expand")
            if span is not None:
                yield span


def _apart(spans: Iterable[SpacySpan]) -> Iterator[SpacySpan]:
    """The spans in order, without those that share a token with one before: "10.00-12.00" may be one token."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


@Language.factory(COMPONENT, assigns=["doc.ents", f"doc._.{COMPONENT}"])
def make_minutes_entities(nlp: Language, name: str) -> MinutesEntities:
    """The component with the default house style; whoever has another puts it into `patterns`."""
    del nlp, name
    forms = word_forms(default_house_style())
    return MinutesEntities(PatternTagger(forms), default_reporter())
