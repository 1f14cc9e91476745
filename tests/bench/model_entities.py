"""Entities that the rules are given, right and wrong: on the treebank's test part, and on minutes marked by hand.

A PERSON of the rules holds title and letters ("Cllr Ashby MBE"), which the marks leave out: each table counts persons
as they are, and once more with both cut off.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from compare.annotate.entities.entity_tables import EntityTables, entity_tables, longest_phrase
from compare.style.house_style import default_house_style

from .model_gold import Mark, MarkedText, read_entities, read_treebank
from .model_pipeline import PATTERNS, load_pipeline, title_of
from .model_settings import MeasuredTable, Settings, absent
from .tables import Table

Marks: TypeAlias = frozenset[Mark]

_STATISTICAL = ("PERSON", "ORG", "LOC")
# What other pipelines call a person or a place, and ours did.
_AS_OURS = {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC", "PLACE": "LOC"}
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[.:]?(?: \d{1,5})? ")  # after a title: "Cllr. ", "PC 2214 "
_LETTERS = re.compile(r",? ([A-Za-z]{2,6})$")
_AROUND = 30  # characters to each side of an entity in a list of single cases


@dataclass(slots=True)
class Count:
    """Entities that are right, marked, and found, by label."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Iterable[Mark], found: Iterable[Mark]) -> None:
        """Counts one text: an entity is right when both ends and the label are."""
        marked, named = frozenset(gold), frozenset(found)
        self.right.update(mark.label for mark in marked & named)
        self.gold.update(mark.label for mark in marked)
        self.found.update(mark.label for mark in named)

    def scores(self, label: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 (0–1) of a label, or of all."""
        right, gold, found = (
            count.total() if label is None else count[label] for count in (self.right, self.gold, self.found)
        )
        return right / found if found else 0.0, right / gold if gold else 0.0, 2 * right / ((gold + found) or 1)


def measure_entities(settings: Settings) -> tuple[Table, ...]:
    """Strict scores on the treebank's test part and on annotated minutes."""
    nlp = load_pipeline(settings.pipeline)
    return (*_on_treebank(settings, nlp), *_on_minutes(settings, nlp))


def _on_treebank(settings: Settings, nlp: Language) -> tuple[Table, ...]:
    title = "Entities of the treebank's test part"
    entities = settings.data / "ner" / "uner_en_ewt-test.iob2.gz"
    treebank = settings.data / "treebank" / "en_ewt-ud-test.conllu.gz"
    if missing := [path for path in (entities, treebank) if not path.is_file()]:
        return (absent(title, missing[0]),)
    gold = read_entities(entities, read_treebank(treebank))
    gold = gold[:200] if settings.is_quick else gold
    counts = {}
    if "ner" in nlp.pipe_names:
        with nlp.select_pipes(disable=[PATTERNS] if PATTERNS in nlp.pipe_names else []):
            counts["statistical alone"] = _count(gold, _found(nlp, gold), _STATISTICAL)
    found = _found(nlp, gold)
    counts["what the rules are given"] = _count(gold, found, _STATISTICAL)
    counts["the same, titles cut off"] = _count(gold, _without_titles(gold, found), _STATISTICAL)
    rows = [
        (how, label or "all", str(_of(count.gold, label)), str(_of(count.found, label)), *_cells(count, label))
        for how, count in counts.items()
        for label in (*_STATISTICAL, None)
    ]
    notes = (
        title_of(nlp),
        "strict: both ends and the label; of what the rules are given these three labels alone are counted",
        *(() if "ner" in nlp.pipe_names else ("the pipeline has no component `ner`",)),
    )
    figures = {how: _figures(count, _STATISTICAL) for how, count in counts.items()}
    columns = ("how", "label", "marked", "found", "precision", "recall", "F1")
    return (MeasuredTable(title, columns, tuple(rows), notes, worded=2, figures=figures),)


def _on_minutes(settings: Settings, nlp: Language) -> tuple[Table, ...]:
    return tuple(
        table for part in ("dev", "test") if settings.part in (None, part) for table in _on_part(settings, nlp, part)
    )


def _on_part(settings: Settings, nlp: Language, part: str) -> tuple[Table, ...]:
    title = f"Entities of annotated minutes, {part}"
    by_source = _annotated(settings, part)
    if not by_source:
        return (absent(title, settings.annotated),)
    labels = sorted({mark.label for texts in by_source.values() for text in texts for mark in text.marks})
    found = {source: _found(nlp, texts) for source, texts in by_source.items()}
    bare = {source: _without_titles(texts, found[source]) for source, texts in by_source.items()}
    rows, figures = _scored(by_source, found, labels)
    bare_rows, bare_figures = _scored(by_source, bare, labels)
    rows += [(f"{label}, titles cut off", *cells) for label, *cells in bare_rows if label in ("PERSON", "all")]
    columns = ("label", "marked", "found", "precision", "recall", "F1", *(f"F1 {name} (marked)" for name in by_source))
    texts = ", ".join(f"{source} {len(texts)}" for source, texts in by_source.items())
    notes = (title_of(nlp), f"strict: both ends and the label; paragraphs: {texts}")
    table = MeasuredTable(title, columns, tuple(rows), notes, figures={**figures, "titles cut off": bare_figures})
    if not settings.is_verbose or part == "test":  # who tunes must not see the test part
        return (table,)
    errors = [row for source, texts in by_source.items() for row in _errors(source, texts, bare[source], labels)]
    return (table, Table(f"Entities missed or wrong, {part}: {len(errors)}", _ERROR, tuple(errors), worded=len(_ERROR)))


def _scored(
    by_source: Mapping[str, Sequence[MarkedText]], found: Mapping[str, Sequence[Marks]], labels: Sequence[str]
) -> tuple[list[tuple[str, ...]], dict[str, Any]]:
    """A row for each label and one for all, and the same as numbers."""
    counts = {source: _count(texts, found[source], labels) for source, texts in by_source.items()}
    whole = _count(
        [text for texts in by_source.values() for text in texts],
        [marks for source in by_source for marks in found[source]],
        labels,
    )
    rows = [
        (
            label or "all",
            *(str(_of(count, label)) for count in (whole.gold, whole.found)),
            *_cells(whole, label),
            *(_of_source(one, label) for one in counts.values()),
        )
        for label in (*labels, None)
    ]
    return rows, {source: _figures(count, labels) for source, count in {"all": whole, **counts}.items()}


def _annotated(settings: Settings, part: str) -> dict[str, list[MarkedText]]:
    """The annotated paragraphs by source; those of the pairs only where the pairs are at hand."""
    path = settings.annotated / "load.py"
    spec = importlib.util.spec_from_file_location("annotated_load", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return {}
    loader = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loader  # its dataclasses look their own module up
    spec.loader.exec_module(loader)
    has_pairs = (settings.data / "pairs").is_dir()
    found: dict[str, list[MarkedText]] = {}
    for one in loader.paragraphs(part, settings.data if has_pairs else None):
        marks = frozenset(Mark(entity.start, entity.end, entity.label) for entity in one.entities)
        found.setdefault(one.id.partition("/")[0], []).append(MarkedText(one.text, marks))
    return found


def _found(nlp: Language, texts: Sequence[MarkedText]) -> list[Marks]:
    return [_marks(doc) for doc in nlp.pipe([text.text for text in texts], batch_size=256)]


def _marks(doc: Doc) -> Marks:
    """What the rules are given, or where the pipeline ran without their component, what statistics found."""
    if of_rules := doc._.minutes_entities:
        return frozenset(Mark(entity.span.start, entity.span.end, entity.label) for entity in of_rules)
    return frozenset(Mark(span.start_char, span.end_char, _AS_OURS.get(span.label_, span.label_)) for span in doc.ents)


def _without_titles(texts: Sequence[MarkedText], found: Sequence[Marks]) -> list[Marks]:
    """The same with each person cut to the name."""
    forms = entity_tables(default_house_style())
    return [
        frozenset(name_alone(text.text, mark, forms) if mark.label == "PERSON" else mark for mark in marks)
        for text, marks in zip(texts, found, strict=True)
    ]


def name_alone(text: str, person: Mark, forms: EntityTables) -> Mark:
    """A person without titles before the name and letters after it: "Cllr Mrs Ada Oke MBE" → "Ada Oke"."""
    lowered, (start, end, label) = text.lower(), person
    while word := _WORD.match(lowered, start, end):
        title = longest_phrase(forms.titles, word.group(), lowered, start)
        gap = _GAP.match(text, title[0], end) if title else None
        if gap is None or gap.end() == end:
            break
        start = gap.end()
    while (letters := _LETTERS.search(text, start, end)) and letters[1] in forms.post_nominals:
        end = letters.start()
    return Mark(start, end, label)


def _count(texts: Sequence[MarkedText], found: Sequence[Marks], labels: Sequence[str]) -> Count:
    count = Count()
    for text, marks in zip(texts, found, strict=True):
        count.add((mark for mark in text.marks if mark.label in labels), (one for one in marks if one.label in labels))
    return count


def _of(count: Counter[str], label: str | None) -> int:
    return count.total() if label is None else count[label]


def _of_source(count: Count, label: str | None) -> str:
    """F1 and how many are marked; a dash where none is marked and none found."""
    marked = _of(count.gold, label)
    return f"{100 * count.scores(label)[2]:.1f} ({marked})" if marked or _of(count.found, label) else "–"


def _cells(count: Count, label: str | None) -> tuple[str, ...]:
    return tuple(f"{100 * score:.1f}" for score in count.scores(label))


def _figures(count: Count, labels: Sequence[str]) -> Mapping[str, Any]:
    names = ("precision", "recall", "f1")
    return {label or "all": dict(zip(names, count.scores(label), strict=True)) for label in (*labels, None)}


_ERROR = ("source", "what", "label", "entity", "where it stands")


def _errors(
    source: str, texts: Sequence[MarkedText], found: Sequence[Marks], labels: Sequence[str]
) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for text, marks in zip(texts, found, strict=True):
        named = {mark for mark in marks if mark.label in labels}
        for mark in sorted(text.marks ^ named):
            what = "missed" if mark in text.marks else "wrong"
            around = text.text[max(0, mark.start - _AROUND) : mark.end + _AROUND].replace("\n", " ")
            rows.append((source, what, mark.label, text.text[mark.start : mark.end].replace("\n", " "), around))
    return rows
