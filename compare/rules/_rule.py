"""What a rule is: a function that decides, with its severity, source, examples and the line where it is written.

    @rule("slip.real-word", Severity.MINOR, source=..., hits=(("... head ...", "... heard ..."),), misses=...)
    def real_word(change: Change) -> Claim | None:
        '''One known word in the place of another that it looks or sounds like.'''

The decorator turns the function into a `Rule` and registers nothing: `compare/rules/__init__.py` is the registry. A
rule claims a change with a reason, which is one sentence made by the functions at the end of this module.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from compare.annotate.entities import join_names
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.lexicon.misspellings import are_near, misspelt_side
from compare.annotate.suspect.by_counts import CountsJudge
from compare.annotate.suspect.by_model import ModelJudge
from compare.annotate.suspect.english.decision import Decision
from compare.outline.decision_grammar import DecisionGrammar
from compare.outline.decisions import find_resolutions
from compare.outline.page_data import claim_page_data
from compare.outline.people import PeopleReader
from compare.rules._change import Change
from compare.rules._quoting import quoted as quoted  # noqa: PLC0414  (rules take it from here, with the sentences)
from compare.rules._quoting import shortened
from compare.rules._retelling import judge_retelling
from compare.structure.attendance import compare_attendance
from compare.structure.columns import find_exchanged_columns
from compare.structure.counted_votes import compare_counted_votes
from compare.structure.formatting_and_cells import compare_cells, compare_formatting
from compare.structure.renumbering import find_renumbering
from compare.structure.reordered import find_reordered_lists
from compare.structure.segments import find_segment_facts, kind_of_one_sided
from compare.structure.set_otherwise import find_set_otherwise
from compare.structure.status_marks import separate_mark_edits
from compare.structure.votes import compare_votes
from compare.style.word_lists import WordLists
from compare.text.markup import without_markup
from compare.values import (
    AnnotatedEdit,
    FactKind,
    Reading,
    Relation,
    Role,
    Severity,
    Side,
    StructuralFact,
    Verdict,
)

Example = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """Why a change is the rule's, which side looks wrong, how sure (0–1), and a severity if not the rule's own."""

    reason: str
    suspect: Side | None = None
    confidence: float = 1.0
    severity: Severity | None = None


WordingRule = Callable[[Change], Claim | None]
StructureRule = Callable[[StructuralFact, WordLists], Claim | None]


Decider = tuple[str, Callable[..., object]]  # what a function decides, and the function


class DecidingLine(NamedTuple):
    """A place in the code that decides, as path:line, and what it decides."""

    what: str
    line: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern that decides about changes. `hits` and `misses` are pairs of a draft and a final.

    `where` names every line that decides: the rule's own function first, then what it relies on.
    """

    id: str
    severity: Severity
    description: str
    source: str
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
    where: tuple[DecidingLine, ...]
    on_wording: WordingRule | None = None
    on_structure: StructureRule | None = None

    @property
    def family(self) -> str:
        """The part of the id before the full stop."""
        return self.id.partition(".")[0]


def rule(
    rule_id: str,
    severity: Severity,
    *,
    source: str,
    hits: tuple[Example, ...],
    misses: tuple[Example, ...],
    structure: StructureRule | None = None,
    deciders: tuple[Decider, ...] = (),
) -> Callable[[WordingRule], Rule]:
    """Makes a rule about wording; `structure` decides on whole segments under its id, `deciders` help."""

    def made(decide: WordingRule) -> Rule:
        on_segments = () if structure is None else (("the rule, for whole segments", structure),)
        where = _deciding_lines(("the rule", decide), *on_segments, *deciders)
        return Rule(rule_id, severity, _description(decide), source, hits, misses, where, decide, structure)

    return made


def structural_rule(
    rule_id: str,
    severity: Severity,
    *,
    source: str,
    hits: tuple[Example, ...],
    misses: tuple[Example, ...],
    deciders: tuple[Decider, ...] = (),
) -> Callable[[StructureRule], Rule]:
    """Makes a rule about whole segments alone; `deciders` are functions it uses."""

    def made(decide: StructureRule) -> Rule:
        where = _deciding_lines(("the rule", decide), *deciders)
        return Rule(rule_id, severity, _description(decide), source, hits, misses, where, None, decide)

    return made


def is_lone_paragraph(fact: StructuralFact, *roles: Role) -> bool:
    """Whether the fact is a paragraph with one of these roles that stands on one side only."""
    return (
        fact.kind is FactKind.PARAGRAPH
        and fact.place.role in roles
        and fact.relation in (Relation.ADDED, Relation.REMOVED)
    )


def _deciding_lines(*deciders: Decider) -> tuple[DecidingLine, ...]:
    return tuple(DecidingLine(what, _line_of(decide)) for what, decide in deciders)


def _description(decide: Callable[..., Claim | None]) -> str:
    return " ".join(inspect.cleandoc(decide.__doc__ or "").split())


def _line_of(decide: Callable[..., object]) -> str:
    path = decide.__module__.replace(".", "/")
    if hasattr(sys.modules[decide.__module__], "__path__"):
        path += "/__init__"  # the module is a package
    return f"{path}.py:{decide.__code__.co_firstlineno}"


# Families in which one word became another. Language cannot decide between two names, votes or decisions.
_ABOUT_WORDS = frozenset({"wording", "modality", "number", "grammar"})


def with_suspect(rule: Rule, claim: Claim, edit: AnnotatedEdit) -> Claim:
    """Returns the claim, with the language's suspect where the rule names none.

    three [forth / fourth] grade pupils      number.changed; and "forth" does not belong there
    animals [cat / can] act                  modality.changed; and "cat" does not
    """
    verdict = edit.verdict
    if claim.suspect is not None or verdict is None or not _is_about_words(rule, edit):
        return claim
    reason = sentence(claim.reason, with_curly_quotes(verdict.why))
    return replace(claim, reason=reason, suspect=verdict.suspect, confidence=verdict.confidence)


def _is_about_words(rule: Rule, edit: AnnotatedEdit) -> bool:
    """Whether the verdict counts: of punctuation only in "it's" and "its", for a hyphen is a matter of taste."""
    if rule.family == "punctuation":
        return any("'" in word.key for word in (*edit.draft.words, *edit.final.words))
    if rule.id in ("grammar.tense", "grammar.construction", "wording.same-sense"):  # both are good English
        return False
    return rule.family in _ABOUT_WORDS or rule.id == "resolution.wording"


# What a rule may rely on beside its own function; `compare explain` prints each with its line.
VERDICT: tuple[Decider, ...] = (
    ("which side is wrong, by the model of English", ModelJudge.judge),
    ("how sure that is, by the fitted weights", Decision.exchange),
    ("which side is wrong, by counts of words (--no-model)", CountsJudge.judge),
)
# Where the rule itself names no side, and takes over the verdict's.
ADDED_VERDICT: tuple[Decider, ...] = (*VERDICT, ("whether the rule takes over that verdict", with_suspect))
NEARNESS: tuple[Decider, ...] = (("how near two words are", are_near),)
MISSPELLING: tuple[Decider, ...] = (("which of two words is misspelt", misspelt_side), *NEARNESS)
ENTITIES: tuple[Decider, ...] = (
    ("names and values, by patterns", PatternTagger.find),
    ("names by the trained pipeline, beside those of patterns", join_names),
)
# Facts about whole segments are found by the stage `structure`; the rule of their id decides about them.
SEGMENTS: tuple[Decider, ...] = (("which segments moved, are missing or were cut another way", find_segment_facts),)
PEOPLE: tuple[Decider, ...] = (
    ("who differs in the record of attendance", compare_attendance),
    ("who is named in a line, with which title, office and mark", PeopleReader.entries),
)
VOTERS: tuple[Decider, ...] = (
    ("who voted how, moved and seconded", compare_votes),
    ("whether the same counts stand in another form", compare_counted_votes),
    ("who is named in a line, with which title, office and mark", PeopleReader.entries),
)
ORDER: tuple[Decider, ...] = (("which lists have the same lines in another order", find_reordered_lists),)
NUMBERS: tuple[Decider, ...] = (("which numbers differ, and no count explains it", find_renumbering),)
ONE_SIDED: tuple[Decider, ...] = (
    ("which segments stand on one side only", find_segment_facts),
    ("whether such a segment is a header, a limb or a paragraph", kind_of_one_sided),
)
HEADERS: tuple[Decider, ...] = (
    *ONE_SIDED,
    ("what a resolution's header is", DecisionGrammar.at_start),
    ("which header belongs to which limbs", find_resolutions),
)
PAGE_DATA: tuple[Decider, ...] = (("which lines above the minutes are the page's own", claim_page_data),)
STATUS_MARKS: tuple[Decider, ...] = (("which edits touch a mark of the document", separate_mark_edits),)
COLUMNS: tuple[Decider, ...] = (("which columns of a table changed places", find_exchanged_columns),)
CELLS: tuple[Decider, ...] = (("which words stand in another column", compare_cells), *COLUMNS)
SET_OTHERWISE: tuple[Decider, ...] = (("whether rows say what sentences say", find_set_otherwise),)
RETELLING: tuple[Decider, ...] = (("whether the same words say the same in another construction", judge_retelling),)
STRUCK: tuple[Decider, ...] = (("which words differ in formatting alone", compare_formatting),)


_QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")


def sentence(*parts: str) -> str:
    """Returns the parts joined by semicolons, from a capital to a full stop."""
    joined = "; ".join(part.strip().rstrip(".") for part in parts if part.strip())
    return joined[:1].upper() + joined[1:] + "."


def difference(change: Change) -> str:
    """Returns the clause that says what each side has: "the draft has “head” where the final has “heard”"."""
    draft, final = change.draft.text.strip(), change.final.text.strip()
    if not draft or not final:
        return one_sided(change.draft, change.final)
    own, other = quoted(draft), quoted(final)
    if own == other:  # both are long and begin alike, or differ in their markup alone
        own, other = map(quoted, _from_difference(without_markup(draft), without_markup(final)))
    if own == other:
        own, other = f"‘{shortened(draft)}’", f"‘{shortened(final)}’"
    return f"the draft has {own} where the final has {other}"


def one_sided(draft: Reading, final: Reading) -> str:
    """Returns the clause that says which side alone has a passage."""
    is_final = bool(final.text.strip())
    return only_in(Side.FINAL if is_final else Side.DRAFT, (final if is_final else draft).text)


def only_in(side: Side, text: str) -> str:
    """Returns the clause that says that only this side has these words."""
    return f"{quoted(text)} stands in the {side} only"


def both_sides(what: str, draft: str, final: str) -> str:
    """Returns the clause that says what differs: "the date differs: “3 May” in the draft, “4 May” in the final"."""
    return f"{what} differs: {quoted(draft)} in the draft, {quoted(final)} in the final"


def accusation(change: Change, verdict: Verdict | None) -> str:
    """Returns the sentence that says what differs and why one side looks wrong."""
    return sentence(difference(change), with_curly_quotes(verdict.why) if verdict else "")


def with_curly_quotes(text: str) -> str:
    """Returns the text with its 'quoted words' in the quotation marks that reasons have."""
    return _QUOTED.sub(r"“\1”", text)


def _from_difference(draft: str, final: str) -> tuple[str, str]:
    """Shortens two texts that begin alike to the part that differs."""
    own, other = draft.split(" "), final.split(" ")
    same = next((place for place, (one, two) in enumerate(zip(own, other, strict=False)) if one != two), len(own))
    return ("… " + " ".join(own[same:]), "… " + " ".join(other[same:])) if same else (draft, final)
