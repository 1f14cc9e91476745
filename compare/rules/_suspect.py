"""The language's verdict on findings whose rule is about something else.

three [forth / fourth] grade pupils      number.changed; and "forth" does not belong there
animals [cat / can] act                  modality.changed; and "cat" does not
"""

from __future__ import annotations

from dataclasses import replace

from compare.rules._rule import Claim, Rule
from compare.rules._say import curled, sentence
from compare.values import TaggedEdit

# Where one word became another. Of names, votes and decisions the language knows nothing.
_FAMILIES = frozenset({"wording", "modality", "number", "grammar"})
_ALSO = frozenset({"resolution.wording"})


def with_suspect(rule: Rule, claim: Claim, edit: TaggedEdit) -> Claim:
    """The claim, with the side that the language accuses where the rule accuses none."""
    if claim.suspect is not None or edit.verdict is None or not _is_about_words(rule, edit):
        return claim
    verdict = edit.verdict
    said = sentence(claim.reason, curled(verdict.why))
    return replace(claim, reason=said, suspect=verdict.suspect, confidence=verdict.confidence)


def _is_about_words(rule: Rule, edit: TaggedEdit) -> bool:
    """Whether the language may speak: of punctuation only in "it's" and "its", for a hyphen is a matter of taste."""
    if rule.family == "punctuation":
        return any("'" in word.key for word in (*edit.draft.words, *edit.final.words))
    return rule.family in _FAMILIES or rule.id in _ALSO
