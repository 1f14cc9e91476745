"""Names: one person, body or place became another.

Councillor Mcleod   →   Councillor MacLeod     never a slip: two people may be called so
Mr Pell spoke       →   he spoke               no name became another
"""

from __future__ import annotations

from compare.rules._capitals import is_office, is_slip, kind_by_capitals
from compare.rules._change import Change
from compare.rules._entities import holder, holders
from compare.rules._rule import Claim, rule
from compare.rules._say import difference, quoted, sentence
from compare.text.tokens import fold_key
from compare.values import Entity, Role, Severity, Side, Word

_NAMES = ("PERSON", "ORG", "BODY", "LOC")
_LISTED = frozenset((Role.VOTE, Role.ATTENDANCE, Role.APOLOGIES))
_INITIALS = (2, 3)  # letters of a person's initials
_SOURCE = "A name identifies the person, body or site that a decision binds; UK GDPR, art. 5(1)(d), on accuracy."
_KIND = {"PERSON": "person", "ORG": "organisation", "BODY": "organisation", "LOC": "place"}


@rule(
    "name.person",
    Severity.MAJOR,
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
    """One person's name in the place of another, however near the spelling, or a person left out of a list."""
    return _named(change, "person")


@rule(
    "name.organisation",
    Severity.MAJOR,
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
    if not change.changed or change.is_aside or change.is_form or _is_shouted(change) or _kind(change) != kind:
        return None
    is_grave = change.place.in_resolution or (change.place.role in _LISTED and not change.is_prose)
    severity = Severity.CRITICAL if is_grave else None
    pair = [_first_name(change, side) for side in Side]
    if pair[0] and pair[1]:
        return Claim(
            sentence(f"The name differs: {quoted(pair[0])} in the draft, {quoted(pair[1])} in the final"),
            severity=severity,
        )
    return Claim(sentence(f"A name differs: {difference(change)}"), severity=severity)


def _kind(change: Change) -> str | None:
    """What kind of name differs, if one does."""
    if change.labels.isdisjoint(_NAMES):
        return kind_by_capitals(change)
    draft, final = _touched(change, Side.DRAFT), _touched(change, Side.FINAL)
    gone, came = _others(draft, final), _others(final, draft)
    if not gone and not came:
        return kind_by_capitals(change) if not draft and not final else None
    labels = {_label(entity) for entity in gone + came}
    if "PERSON" in labels or _is_in_new_wording(change):
        return "person" if "PERSON" in labels and _persons_differ(change, gone, came) else None
    if (not (gone and came) and change.lone_side is None) or is_slip(change) or _is_in_office(change):
        return None
    if all(_is_initials(word) for word in change.changed):
        return "person"
    return _KIND[next(label for label in _NAMES if label in labels)]


def _is_in_new_wording(change: Change) -> bool:
    """Whether the names stand in a passage worded anew: many words differ that are no part of a name."""
    held = loose = 0
    for side, words in ((Side.DRAFT, change.gone), (Side.FINAL, change.came)):
        names = change.entities(side, *_NAMES)
        for word in words:
            if holder(word, names) is not None:
                held += 1
            elif not change.vocabulary.has("function_words", word.key):
                loose += 1
    return loose > (max(held, 2) if change.lone_side else _LOOSE)


_LOOSE = 5  # words of both sides together


def _is_shouted(change: Change) -> bool:
    """Whether all is in capitals, as headings are: they name nothing then."""
    return change.draft.sentence_text.isupper() and change.final.sentence_text.isupper()


def _is_initials(word: Word) -> bool:
    """Whether the word is how minutes with a legend name a person: DC, RCp; three capitals are a body."""
    text = word.text
    return len(text) in _INITIALS and text[:2].isupper() and (text[2:].islower() or not text[2:])


def _touched(change: Change, side: Side) -> list[Entity]:
    """The names of one side that hold a word that the other side has not, a mere "of" or "the" apart."""
    words = change.gone if side is Side.DRAFT else change.came
    entities = change.entities(side, *_NAMES)
    if not words and change.lone_side:
        return list(entities)
    telling = [word for word in words if not change.vocabulary.has("function_words", word.key)]
    return holders(telling or words, entities)


def _label(entity: Entity) -> str:
    """The label; a firm is a firm, though an engine knows its name as a man's: "Penfold Ltd"."""
    is_firm = fold_key(entity.text.split()[-1]).removesuffix(".") in _FIRMS
    return "ORG" if entity.label == "PERSON" and is_firm else entity.label


_FIRMS = frozenset(("ltd", "limited", "plc", "llp", "cic", "inc"))


def _value(entity: Entity) -> str:
    return entity.value or fold_key(entity.text)


def _others(entities: list[Entity], answers: list[Entity]) -> list[Entity]:
    values = {_value(entity) for entity in answers}
    return [entity for entity in entities if _value(entity) not in values]


def _persons_differ(change: Change, gone: list[Entity], came: list[Entity]) -> bool:
    """Whether another person is named: not where only a title was put in, or wording stands for the name."""
    if _is_in_new_wording(change):
        return False
    telling = [word for word in change.changed if not change.vocabulary.has("function_words", word.key)]
    if all(change.vocabulary.has("titles", word.key) for word in telling):
        return bool(gone and came)  # Mr for Mrs; but "Councillor" put in names no one else
    if gone and came:
        return True
    if change.lone_side is not None:
        return True
    # The engine knew a name on one side only: "Head" after "Cllr", but not "Heard". Capitals tell the rest.
    words = change.came if gone else change.gone
    other = tuple(word for word in words if not change.vocabulary.has("function_words", word.key))  # no "He"
    return bool(other) and all(word.text[:1].isupper() for word in other) and not is_office(change, other)


def _is_in_office(change: Change) -> bool:
    """Whether the words that differ are part of an office: the service of a "Head of Service" is no body."""
    return any(
        holders(words, change.entities(side, "ROLE"))
        for side, words in ((Side.DRAFT, change.gone), (Side.FINAL, change.came))
    )


def _first_name(change: Change, side: Side) -> str | None:
    names = _others(_touched(change, side), _touched(change, side.other))
    return names[0].text if names else None


RULES = (person, organisation, place)
