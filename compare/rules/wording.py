"""Wording: differences in the words that no other rule claims.

The clerk praised the crew.   →   The clerk praised the young crew.     wording.content
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._courtesies import is_courtesy
from compare.rules._first_page import is_label_of_first_page
from compare.rules._limits import limits_what_was_given
from compare.rules._rule import ADDED_VERDICT, Claim, difference, only_in, quoted, rule, sentence
from compare.rules._same_sense import find_same_sense
from compare.rules._senses import are_written_otherwise, is_light
from compare.style.word_lists import WordLists
from compare.values import Severity, Side, StructuralFact

_SOURCE = (
    "Quirk et al., A Comprehensive Grammar of the English Language (1985), 2.34: closed and open classes of words."
)


@rule(
    "wording.sentence-removed",
    Severity.MAJOR,
    source="A sentence of substance is a fact on the record.",
    hits=(
        (
            "The pond was cleaned. The crew had found two old bicycles in it. The clerk spoke.",
            "The pond was cleaned. The clerk spoke.",
        ),
        ("The pond was cleaned. It had not been done for years.", "The pond was cleaned."),
    ),
    misses=(
        (
            "The pond was cleaned. The clerk spoke.",
            "The pond was cleaned. The crew had found two old bicycles in it. The clerk spoke.",
        ),
        ("The pond was cleaned by the crew in the rain.", "The pond was cleaned by the crew."),
    ),
)
def sentence_removed(change: Change) -> Claim | None:
    """A whole sentence that stands in the draft only; critical where it binds, minor where it is a courtesy."""
    return _sentence(change, Side.DRAFT)


@rule(
    "wording.sentence-added",
    Severity.MAJOR,
    source="A sentence of substance is a fact on the record.",
    hits=(
        (
            "The pond was cleaned. The clerk spoke.",
            "The pond was cleaned. The crew had found two old bicycles in it. The clerk spoke.",
        ),
        ("The pond was cleaned.", "The pond was cleaned. It had not been done for years."),
    ),
    misses=(
        (
            "The pond was cleaned. The crew had found two old bicycles in it. The clerk spoke.",
            "The pond was cleaned. The clerk spoke.",
        ),
        ("The pond was cleaned by the crew.", "The pond was cleaned by the crew in the rain."),
    ),
)
def sentence_added(change: Change) -> Claim | None:
    """A whole sentence that stands in the final only; critical where it binds, minor where it is a courtesy."""
    return _sentence(change, Side.FINAL)


def _sentence(change: Change, side: Side) -> Claim | None:
    if change.sentence_side is not side:
        return None
    text = change.reading(side).text.lstrip(" .")
    severity = None
    if limits_what_was_given(text, change.word_lists):
        severity = Severity.CRITICAL
    elif is_courtesy(text, change.word_lists) and not change.place.in_resolution:
        severity = Severity.MINOR
    return Claim(sentence(f"The sentence {only_in(side, text)}"), severity=severity)


@rule(
    "wording.same-sense",
    Severity.MINOR,
    deciders=(("which words say the same, and whether nothing else differs", find_same_sense),),
    source="models/patterns/synonyms.toml; on the passive Quirk et al., A Comprehensive Grammar of the English "
    "Language (1985), 3.63-3.78.",
    hits=(
        ("The clerk informed the crew that the pond was deep.", "The clerk told the crew that the pond was deep."),
        ("After the talk the crew left.", "Following the talk the crew left."),
        ("More than 50 people came to the fair.", "Over 50 people came to the fair."),
        ("The band was delighted with the tent.", "The band was very pleased with the tent."),
        ("The vicar expressed his thanks to the ringers.", "The vicar thanked the ringers."),
        ("Owners were told that the works would start soon.", "The works, owners were informed, would begin soon."),
    ),
    misses=(
        ("The bid was accepted by the crew.", "The bid was noted by the crew."),
        ("The start of the works was delayed.", "The start of the works was called off."),
        ("Mr Pell told the clerk of the leak.", "Mr Pell was informed by the clerk of the leak."),
        ("Several owners wrote to the clerk.", "Many owners wrote to the clerk."),
        ("The vicar asked about the lease.", "The vicar complained about the lease."),
        ("RESOLVED: That the clerk purchase a tent.", "RESOLVED: That the clerk buy a tent."),
    ),
)
def same_sense(change: Change) -> Claim | None:
    """The same sense in other words: told for informed, had to for needed to, the other voice of a verb.

    Nobody is blamed. In a resolution, a vote, a declaration or the attendance it is not this rule's.
    """
    if not change.is_same_sense:
        return None
    return Claim(sentence(f"The same sense in other words: {difference(change)}"))


@rule(
    "wording.content",
    Severity.MAJOR,
    deciders=ADDED_VERDICT,
    source=_SOURCE,
    hits=(
        ("The path was swept by the crew.", "The path was blocked by the crew."),
        ("The clerk praised the crew.", "The clerk praised the young crew."),
        ("The pond was deep: ☒ yes ☐ no.", "The pond was deep: ☐ yes ☐ no."),
        ("Repair of the pond: 🟢", "Repair of the pond: 🔴"),
    ),
    misses=(
        ("The path was swept by the crew.", "The path was swept with the crew."),
        ("The pond was deep: ☒ yes ☐ no.", "The pond was deep: ☑ yes ☐ no."),
        ("The voices were head by all.", "The voices were heard by all."),
    ),
)
def content(change: Change) -> Claim | None:
    """A noun, verb, adjective or adverb added, removed or exchanged; minor for "(attached)" behind a paper."""
    if change.ticked:
        side, name = change.ticked
        return Claim(sentence(f"The box before {quoted(name)} is ticked in the {side} only"))
    if change.differs_in_signs:
        return Claim(sentence(f"A printed sign differs: {difference(change)}"))
    if change.is_reordered or all(map(change.word_lists.is_function_word, change.changed)):
        return None
    if is_label_of_first_page(change) or are_written_otherwise(change):
        return None
    if _leads_to_list(change):
        return Claim(sentence(difference(change)), severity=Severity.COSMETIC)
    return Claim(sentence(difference(change)), severity=Severity.MINOR if _is_note_on_paper(change) else None)


def _is_note_on_paper(change: Change) -> bool:
    """Whether all that differs is a note in brackets on where a paper is: "paper 5.1 (attached)"."""
    side = change.lone_side
    keys = change.reading(side).keys if side else ()
    in_brackets = keys[:1] == ("(",) and keys[-1:] == (")",) and not change.place.in_resolution
    return in_brackets and all(change.word_lists.has("notes_on_papers", key) for key in keys[1:-1])


def _leads_to_list(change: Change) -> bool:
    """Whether the words only say that a list follows: "Awards were made as follows:", "Awards:"."""
    lists = change.word_lists
    is_lead = any(lists.has("following_words", word.key) for word in change.changed)
    return is_lead and all(
        lists.has("following_words", word.key) or lists.has("leading_words", word.key) for word in change.changed
    )


@rule(
    "wording.function",
    Severity.MINOR,
    deciders=ADDED_VERDICT,
    source=_SOURCE,
    hits=(
        ("The path was swept by the crew.", "The path was swept with the crew."),
        ("The clerk said that the pond was deep.", "The clerk said the pond was deep."),
        ("The report on the pond was long.", "The report by the pond was long."),
        ("The pond was cleaned when it froze.", "The pond was cleaned before it froze."),
    ),
    misses=(
        ("The path was swept by the crew.", "The path was blocked by the crew."),
        ("After the talk the crew left.", "Before the talk the crew left."),
        ("The clerk said that that the pond was deep.", "The clerk said that the pond was deep."),
    ),
)
def function(change: Change) -> Claim | None:
    """An article, preposition, conjunction, pronoun, auxiliary or a phrase for one.

    Major where the little word may say who did it, to whom, when, whether or how many.
    """
    if not change.changed or change.is_reordered:
        return None
    is_mild = is_light(change) or is_label_of_first_page(change)
    return Claim(sentence(difference(change)), severity=None if is_mild else Severity.MAJOR)


def _any_fact(fact: StructuralFact, _: WordLists) -> Claim | None:
    return Claim(sentence(f"The structure differs: {quoted(fact.draft.text.strip() or fact.final.text)}"))


@rule(
    "wording.other",
    Severity.MINOR,
    deciders=ADDED_VERDICT,
    source="Nothing is lost: every change leaves with a finding.",
    hits=(
        (
            "The crew saw ponds sheds paths oaks walls gates wells barns woods.",
            "The crew saw paths sheds ponds gates walls oaks woods barns wells.",
        ),
        (
            "It was cold damp dark grim bleak harsh long slow dull.",
            "It was dark damp cold harsh bleak grim dull slow long.",
        ),
    ),
    misses=(
        ("The path was swept by the crew.", "The path was swept with the crew."),
        ("The pond was deep, and cold.", "The pond was deep and cold."),
    ),
    structure=_any_fact,
)
def other(change: Change) -> Claim | None:
    """Any change that no other rule claims, for example another order of the same words."""
    return Claim(sentence(f"The wording differs: {difference(change)}"))


RULES = (sentence_removed, sentence_added, same_sense, content, function)
LAST = (other,)
