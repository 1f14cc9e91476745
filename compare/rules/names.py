"""Names: one person, body or place became another.

Councillor Mcleod       →   Councillor MacLeod        never a slip: two people may be called so
Mr Pell spoke           →   he spoke                  no name became another
Ines Varga (clerk)      →   Ines Vargas (clerk)       no engine knows the name: its capital and place show it
the Hospitl Trust       →   the Hospital Trust        no other name: a common word of it is misspelt
"""

from __future__ import annotations

import re

from compare.annotate.lexicon.misspellings import KeystrokeLimit, are_near, misspelt_side
from compare.rules._change import Change, holder, holders, is_inside, value_of
from compare.rules._records import gives_office, gives_power
from compare.rules._rule import ENTITIES, MISSPELLING, Claim, both_sides, difference, rule, sentence
from compare.text.tokens import fold_key
from compare.values import Entity, Role, Severity, Side, Word

_NAMES = ("PERSON", "ORG", "BODY", "LOC")
_LISTED = frozenset((Role.VOTE, Role.ATTENDANCE, Role.APOLOGIES))
_INITIALS = (2, 3)  # letters of a person's initials
_SOURCE = "A name identifies the person, body or site that a decision binds; UK GDPR, art. 5(1)(d), on accuracy."
_COMMON = ("organisation_words", "place_words", "roles", "role_modifiers", "titles", "function_words")
# Words so ended name no person and no village: Improvement, Education, Governance, Authority.
_COMMON_ENDING = re.compile(r"(?:ment|tion|sion|ance|ence|ity|ness|ship|ical|ional|ly|ing|ee)s?$")
_AT = frozenset(("in", "at", "near", "outside"))
_KIND = {"PERSON": "person", "ORG": "organisation", "BODY": "organisation", "LOC": "place"}


@rule(
    "name.person",
    Severity.MAJOR,
    deciders=(*ENTITIES, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("Councillor Mcleod asked about the bus.", "Councillor MacLeod asked about the bus."),
        ("Cllr Head asked about the bus.", "Cllr Heard asked about the bus."),
        ("Mr Baker and Mrs Odell spoke of the path.", "Mr Barker and Mrs Odell spoke of the path."),
    ),
    misses=(
        ("Cllr Baker asked about the bus.", "Councillor Baker asked about the bus."),
        ("Mrs Odell said she knew the baker.", "Mrs Odell said she knew the grocer."),
        ("Councillor Baker asked about the bus.", "The member asked about the bus."),
    ),
)
def person(change: Change) -> Claim | None:
    """One person's name in the place of another, however near the spelling, or a person left out of a list.

    Minor where the same person is named more fully: "Mr Pell", "Mr Ian Pell".
    """
    if _is_named_more_fully(change):
        return Claim(sentence(f"One side names the person more fully: {difference(change)}"), severity=Severity.MINOR)
    return _named(change, "person")


def _is_named_more_fully(change: Change) -> bool:
    """Whether all that differs is a title, a first name or initials before a name that both sides have."""
    side = change.lone_side
    if side is None or change.place.in_resolution or change.place.role not in (Role.NARRATIVE, Role.FRONT):
        return False
    if change.is_about_vote or change.word_lists.has_phrase("interest_contexts", change.nearby_text):
        return False
    reading = change.reading(side)
    words = [word for word in reading.words if word.is_word]
    if not words or len(words) > _MOST_FORENAMES or any(word.key != "." for word in reading.words if not word.is_word):
        return False
    following = reading.after[:1]
    if not following or not following[0].text[:1].isupper():
        return False
    has_title = any(change.word_lists.has("titles", word.key) for word in (*reading.before[-1:], *words))
    people = change.entities(side, "PERSON")
    return all(
        change.word_lists.has("titles", word.key)
        or (word.text[:1].isupper() and word.text.isalpha() and (has_title or is_inside(word, people)))
        for word in words
    ) and not any(change.word_lists.has(name, word.key) for name in _COMMON[:4] for word in words)


_MOST_FORENAMES = 3


@rule(
    "name.organisation",
    Severity.MAJOR,
    deciders=(*ENTITIES, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("A letter from the Marlow Carers Forum was read.", "A letter from the Marlow Carers Association was read."),
        ("The bid of Penfold Ltd was the lowest.", "The bid of Penrose Ltd was the lowest."),
    ),
    misses=(
        ("A letter from the school was read.", "A letter from the church was read."),
        ("The bid of Penfold Ltd was the lowest.", "The bid of Penfold Limited was the lowest."),
    ),
)
def organisation(change: Change) -> Claim | None:
    """One body, firm or society named in the place of another."""
    return _named(change, "organisation")


@rule(
    "name.place",
    Severity.MAJOR,
    deciders=(*ENTITIES, *MISSPELLING),
    source=_SOURCE,
    hits=(
        ("The wall along Mill Lane was unsafe.", "The wall along Mill Road was unsafe."),
        ("The tree in Ashcombe Park was felled.", "The tree in Thornley Park was felled."),
    ),
    misses=(
        ("The wall along the lane was unsafe.", "The wall along the road was unsafe."),
        ("The tree in Ashcombe Park was felled.", "The trees in Ashcombe Park were felled."),
    ),
)
def place(change: Change) -> Claim | None:
    """One street, site, village or building named in the place of another."""
    return _named(change, "place")


def _named(change: Change, kind: str) -> Claim | None:
    if (
        not change.changed
        or change.is_reported_whole
        or change.is_form_only
        or change.is_same_sense
        or (change.is_misspelling and not change.keys.isdisjoint(change.word_lists.force))  # "Woul", "Would"
        or _is_in_capitals(change)
        or _kind(change) != kind
    ):
        return None
    is_grave = change.place.in_resolution or (change.place.role in _LISTED and not change.is_prose)
    is_grave = is_grave or (kind == "person" and (gives_office(change) or gives_power(change)))
    severity = Severity.CRITICAL if is_grave else None
    pair = [_first_name(change, side) for side in Side]
    if pair[0] and pair[1]:
        return Claim(sentence(both_sides("The name", pair[0], pair[1])), severity=severity)
    return Claim(sentence(f"A name differs: {difference(change)}"), severity=severity)


def _kind(change: Change) -> str | None:
    """What kind of name differs, if one does."""
    if change.labels.isdisjoint(_NAMES):
        return _kind_by_capitals(change)
    draft, final = _touched(change, Side.DRAFT), _touched(change, Side.FINAL)
    removed, added = _others(draft, final), _others(final, draft)
    if not removed and not added:
        return _kind_by_capitals(change) if not draft and not final else None
    labels = {_label(entity) for entity in removed + added}
    if "PERSON" in labels or _is_in_rewritten_passage(change):
        return "person" if "PERSON" in labels and _persons_differ(change, removed, added) else None
    if (not (removed and added) and change.lone_side is None) or _is_misspelt(change) or _is_in_office(change):
        return None
    if all(_is_initials(word) for word in change.changed):
        return "person"
    return _KIND[next(label for label in _NAMES if label in labels)]


def _is_in_rewritten_passage(change: Change) -> bool:
    """Whether the names stand in a rewritten passage: many words differ that are no part of a name."""
    held = loose = 0
    for side in Side:
        names = change.entities(side, *_NAMES)
        for word in change.own_words(side):
            if holder(word, names) is not None:
                held += 1
            elif not change.word_lists.has("function_words", word.key):
                loose += 1
    return loose > (max(held, 2) if change.lone_side else _LOOSE)


_LOOSE = 5  # words of both sides together


def _is_in_capitals(change: Change) -> bool:
    """Whether both sentences are in capitals throughout, as headings are: capitals show no name there."""
    return change.draft.sentence_text.isupper() and change.final.sentence_text.isupper()


def _is_initials(word: Word) -> bool:
    """Whether the word is how minutes with a legend name a person: DC, RCp; three capitals are a body."""
    text = word.text
    return len(text) in _INITIALS and text[:2].isupper() and (text[2:].islower() or not text[2:])


def _touched(change: Change, side: Side) -> list[Entity]:
    """The names of one side that hold a word that the other side has not, other than "of" or "the"."""
    words = change.own_words(side)
    entities = change.entities(side, *_NAMES)
    if not words and change.lone_side:
        return list(entities)
    naming = [word for word in words if not change.word_lists.has("function_words", word.key)]
    return holders(naming or words, entities)


def _label(entity: Entity) -> str:
    """The label; a firm is a firm, though an engine knows its name as a man's: "Penfold Ltd"."""
    is_firm = fold_key(entity.text.split()[-1]).removesuffix(".") in _FIRMS
    return "ORG" if entity.label == "PERSON" and is_firm else entity.label


_FIRMS = frozenset(("ltd", "limited", "plc", "llp", "cic", "inc"))


def _others(entities: list[Entity], others: list[Entity]) -> list[Entity]:
    values = set(map(value_of, others))
    return [entity for entity in entities if value_of(entity) not in values]


def _persons_differ(change: Change, removed: list[Entity], added: list[Entity]) -> bool:
    """Whether another person is named: not where only a title was added, or other words replace the name."""
    if _is_in_rewritten_passage(change):
        return False
    naming = [word for word in change.changed if not change.word_lists.has("function_words", word.key)]
    if all(change.word_lists.has("titles", word.key) for word in naming):
        return bool(removed and added)  # Mr for Mrs; but "Councillor" put in names no one else
    if removed and added:
        return True
    if change.lone_side is not None:
        return True
    # The engine knew a name on one side only: "Head" after "Cllr", but not "Heard". Capitals decide.
    words = change.added if removed else change.removed
    other = tuple(word for word in words if not change.word_lists.has("function_words", word.key))  # no "He"
    return bool(other) and all(word.text[:1].isupper() for word in other) and not _is_office(change, other)


def _is_in_office(change: Change) -> bool:
    """Whether the words that differ are part of an office: "Service" in "Head of Service" is no body."""
    return any(holders(change.own_words(side), change.entities(side, "ROLE")) for side in Side)


def _first_name(change: Change, side: Side) -> str | None:
    names = _others(_touched(change, side), _touched(change, side.other))
    return names[0].text if names else None


def _is_office(change: Change, words: tuple[Word, ...]) -> bool:
    """Whether one of the words is an office."""
    return any(change.word_lists.has("roles", word.key) for word in words)


def _is_misspelt(change: Change) -> bool:
    """Whether a word of a body's or a place's name is misspelt ("Hospitl Trust"), or only its plural differs."""
    if change.is_same_letters:
        return True
    if change.exchanged is None:
        return False
    one, other = change.exchanged
    if one.text.removesuffix("s") == other.text.removesuffix("s") and one.text[:2].isupper():
        return True  # EHCP and EHCPs
    side = misspelt_side(one, other)
    if side is None:
        return False
    lost, right = (one, other) if side is Side.DRAFT else (other, one)
    # Two letters that changed places, "Transfrom", make no other name.
    is_turned = sorted(lost.key) == sorted(right.key)
    if (
        not is_turned
        and not any(change.word_lists.has(name, right.key) for name in _COMMON)
        and not _COMMON_ENDING.search(right.key)
    ):
        return False  # Marlow and Harlow: a word list knows some places and not others
    return are_near(one.key, other.key, KeystrokeLimit.NO_WORD)


def _kind_by_capitals(change: Change) -> str | None:
    """The kind of name where no engine knew one, by its capitals and its neighbours."""
    if not change.removed or not change.added or len(change.changed) > _MOST or _is_misspelt(change):
        return None
    if not all(_is_capital(word) for word in change.changed) or _is_office(change, change.changed):
        return None
    if all(is_inside(word, change.entities(side, "REFERENCE")) for side in Side for word in change.own_words(side)):
        return None  # "No.7" for "No.8", "EN/22/0432" for "EN/22/0432A"
    if not _is_inside(change):
        return _kind_of_chain(change) if _is_respelt(change) else None
    before = change.draft.before[-1]
    if change.word_lists.has("titles", before.key):
        return "person"
    return _kind_by_neighbours(change, before)


def _kind_by_neighbours(change: Change, before: Word) -> str | None:
    near = {word.key for word in (*change.changed, *change.draft.after[:2])}
    if near & change.word_lists.sets["place_words"]:
        return "place"
    if near & change.word_lists.sets["organisation_words"]:
        return "organisation"
    if before.key in _AT:
        return "place"
    if all(word.known for word in change.changed):
        return "organisation" if _is_respelt(change) else None  # "Members" for "Officers": capitals of courtesy
    is_chain = _is_capital(before) or (change.draft.after and _is_capital(change.draft.after[0]))
    return "person" if is_chain else "organisation"


def _kind_of_chain(change: Change) -> str:
    """A chain that begins a sentence or a line: "May Pell", "Stow Nurseries", "[x] May Pell"."""
    leading = [word for word in change.draft.before if word.is_word]
    near = {word.key for word in (*change.changed, *leading[-2:], *change.draft.after[:3])}
    is_body = near & (change.word_lists.sets["organisation_words"] | change.word_lists.sets["place_words"])
    return "organisation" if is_body or len(leading) > 1 else "person"


def _is_respelt(change: Change) -> bool:
    """Whether a word of a chain of capitals is spelt otherwise: "Stow Nurseries", "Stowe Nurseries"."""
    if change.exchanged is None:
        return False
    one, other = change.exchanged
    if not _is_in_chain(change) and (one.known or other.known or not _is_speaker(change)):
        return False
    if one.lemma == other.lemma or any(change.word_lists.has("function_words", word.key) for word in (one, other)):
        return False
    return are_near(one.key, other.key, KeystrokeLimit.NO_WORD)


def _is_in_chain(change: Change) -> bool:
    """Whether another capital follows, or one stands before that itself begins the line: "Ines [Varga] (clerk)"."""
    if change.draft.after and _is_capital(change.draft.after[0]):
        return True
    leading = [word for word in change.draft.before if word.is_word]
    return 0 < len(leading) <= _CHAIN and all(map(_is_capital, leading)) and change.draft.before[-1].is_word


_CHAIN = 2  # words before the surname: "Mary Jane"


def _is_speaker(change: Change) -> bool:
    """Whether the word opens a line with a colon after it, as a speaker's name does."""
    return (
        not any(word.is_word for word in change.draft.before)
        and change.draft.after[:1] != ()
        and change.draft.after[0].key == ":"
    )


_MOST = 6  # words; a name has hardly more on the two sides together


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _is_inside(change: Change) -> bool:
    """Whether the words are inside a sentence, where a capital means a name; and not among capitals throughout."""
    before = change.draft.before
    if not before or not before[-1].is_word or not change.final.before or not change.final.before[-1].is_word:
        return False
    return not change.draft.sentence_text.isupper() and any(word.text[:1].islower() for word in before)


RULES = (person, organisation, place)
