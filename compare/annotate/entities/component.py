"""The last component of the pipeline: what patterns read and what statistics found, joined into one set of entities.

    statistics   [Friends of Penfold Ltd] thanked      [Odell] in [Wick] on [Tuesday 14 June]
    patterns                 [Penfold Ltd] thanked [Cllr Odell]           on [Tuesday 14 June]
    together     [Friends of Penfold Ltd] thanked [Cllr Odell] in [Wick] on [Tuesday 14 June]
                  ORG                              PERSON          LOC       DATE

Names come from both, whatever has a value from patterns alone. In this order:

1. Of a statistical component PERSON, ORG and LOC are taken; what others call PER, GPE and FAC counts as PERSON and LOC.
   Its DATE, TIME, MONEY, PERCENT, QUANTITY, LAW and CARDINAL are passed over: the patterns read the value too, without
   which "last year" and "2021" cannot be compared. So are labels that no rule asks for: NORP, PRODUCT, EVENT.
   A statistical name that is a label of minutes ("Apologies") or holds the word of a decision ("RESOLVED –") is none.
2. A pattern stands against every statistical entity that touches it,
3. unless the statistical one holds more, and nothing but a part of a name was read: an organisation, a body or a place
   ("Penfold Ltd"). A body keeps its label where both end alike: "Upper Wick" and "Planning Committee" are one body.
4. `doc._.minutes_entities` holds what the rules read, each with its value; `doc.ents` holds the same as spaCy's spans.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from compare.annotate.entities import Candidate, join_names
from compare.annotate.entities.entity_tables import entity_tables
from compare.annotate.entities.patterns import PatternTagger, entity_of
from compare.style.house_style import HouseStyle, default_house_style

COMPONENT = "minutes_entities"

# What statistical components call the three kinds of names. Halls, towns and rivers are places alike.
_NAMES = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
_ARTICLES = frozenset({"the", "a", "an"})
_ENDINGS = frozenset({"'s", "’s"})


# Lists of `models/patterns/minutes.toml` whose entries are never names.
# fmt: off
_LABEL_LISTS = (
    "resolution_headers", "attendance_labels", "in_attendance_labels", "apologies_labels", "vote_labels",
    "mover_labels", "minutes_labels", "decision_labels", "not_headings",
)
# fmt: on
_WORD = re.compile(r"[^\W_](?:[\w&'’-]*\w)?")


class LabelWords:
    """The words by which minutes are laid out: statistics take them for names."""

    def __init__(self, style: HouseStyle) -> None:
        self._labels = frozenset(label.rstrip(":").casefold() for key in _LABEL_LISTS for label in style.minutes[key])
        self._decisions = frozenset(header.casefold() for header in style.minutes["resolution_headers"])

    def is_label(self, name: str) -> bool:
        """Whether a name is a label of minutes ("Apologies"), or holds the word of a decision ("RESOLVED –")."""
        words = _WORD.findall(name.casefold())
        return " ".join(words) in self._labels or not self._decisions.isdisjoint(words)


class MinutesEntities:
    """Sets `doc._.minutes_entities`, a tuple of `compare.values.Entity` without overlap, and `doc.ents` to the same."""

    def __init__(self, patterns: PatternTagger, labels: LabelWords) -> None:
        self.patterns, self._labels = patterns, labels
        if not Doc.has_extension(COMPONENT):
            Doc.set_extension(COMPONENT, default=())

    def __call__(self, doc: Doc) -> Doc:
        """Returns the document with its entities. Cost: linear in the document."""
        text = doc.text
        names = [name for span in doc.ents if (name := _name(span)) and not self._is_label(name, text)]
        found = join_names(self.patterns.find(text), names)
        doc._.minutes_entities = tuple(entity_of(one, text) for one in found)
        _cut_full_stops(doc, {one.end for one in found if text.startswith(".", one.end)})
        doc.ents = list(_spans(doc, found))
        return doc

    def _is_label(self, name: Candidate, text: str) -> bool:
        return self._labels.is_label(text[name.start : name.end])


def _name(span: SpacySpan) -> Candidate | None:
    """Returns a statistical name without the article, marks and blanks at its ends; `None` where nothing is left."""
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
    return Candidate(tokens[start].idx, last.idx + len(last), label, None)


def _are_glued(*tokens: Token) -> bool:
    return not any(token.whitespace_ for token in tokens[:-1]) and tokens[-1].is_title


def _cut_full_stops(doc: Doc, ends: Collection[int]) -> None:
    """Cuts the full stop off a token that an entity ends in: spaCy takes "B." and "Oct." for one token each."""
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


def _spans(doc: Doc, found: Sequence[Candidate]) -> Iterator[SpacySpan]:
    """The tokens of each entity, without those that share a token with one before: "10.00-12.00" may be one token."""
    end = 0
    for start, stop, label, _ in found:
        span = doc.char_span(start, stop, label=label, alignment_mode="expand")
        if span is not None and span.start >= end:
            yield span
            end = span.end


@Language.factory(COMPONENT, assigns=["doc.ents", f"doc._.{COMPONENT}"])
def make_minutes_entities(nlp: Language, name: str) -> MinutesEntities:
    """Returns the component with the default house style; whoever has another puts it into `patterns`."""
    del nlp, name
    style = default_house_style()
    return MinutesEntities(PatternTagger(entity_tables(style)), LabelWords(style))
