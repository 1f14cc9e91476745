"""Votes: how many, who, and whether it was carried.

For 7, Against 3, Abstentions 1.   →   For 7, Against 4, Abstentions 1.
The vote was 6/0/1.                →   The vote was 6/1/0.
asked that his vote against be     →   asked that his vote be
Motion passes, Jo against.         →   Motion fails, Jo against.
- Ann Pell: +1                     →   - Ann Pell: -1
"""

from __future__ import annotations

from collections import Counter

from compare.annotate.same_sentence import Figures
from compare.rules._change import Change, holder, words_of
from compare.rules._people import clauses_about_names, clauses_about_people, is_mild
from compare.rules._rule import (
    ENTITIES,
    MISSPELLING,
    VOTERS,
    Claim,
    difference,
    is_lone_paragraph,
    one_sided,
    quoted,
    rule,
    sentence,
    structural_rule,
)
from compare.style.manners import MANNER, is_same_manner
from compare.style.word_lists import WordLists
from compare.values import FactKind, Relation, Role, Severity, Side, StructuralFact, Word

# These are words of a vote only with another such word beside them: "for the owner", "against the wall".
_COMMON = frozenset(("for", "against", "favour", "favor", "opposed"))
# After one of these "for" and "against" say how somebody voted: "his vote against be recorded".
_VOTING = frozenset(("vote", "votes", "voted", "voting", "were", "was", "in"))
_SIGNS = frozenset(("+", "-"))
_SIGNED = frozenset(("0", "0.5", "1", "2"))  # "+1", "-0"
# Keys are lost too, and shopping is carried: these count near a motion alone.
_CARRIED = frozenset(("carried", "lost", "defeated"))
_SUBJECT = 16  # words between a motion and what became of it
_LONGEST_NAME = 6  # words of a name with its title and office
_NEAR = 8  # words between "seconded by" and a name that belongs to it
_TOLD = frozenset(("carried", "lost", "passed", "defeated", "put", "became", "agreed", "adopted", "approved"))
_MOTIONS = frozenset(("motion", "motions", "amendment", "amendments"))
_OTHER_VALUES = ("MONEY", "DATE", "TIME", "REFERENCE", "LAW", "PERCENT", "QUANTITY")


def _whole(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    if fact.kind is FactKind.VOTER:
        mild = Severity.MAJOR if is_mild(fact, word_lists) else None
        first, *others = clauses_about_people(fact) or ["somebody is recorded in another way"]
        return Claim(sentence(f"In the record of a vote, {first}", *others), severity=mild)
    if _is_moved_name(fact, word_lists):
        return Claim(sentence(f"{quoted(fact.final.text)} stands at another place in the record of a vote"))
    if fact.relation is Relation.MOVED and fact.place.role is Role.VOTE and fact.moved_from and fact.place.item:
        origin, place = (each.number or quoted(each.title) for each in (fact.moved_from, fact.place.item))
        return Claim(
            sentence(f"A record of voting moved from item {origin} to item {place}: {quoted(fact.final.text)}")
        )
    if not is_lone_paragraph(fact, Role.VOTE):
        return None
    return Claim(sentence(f"A record of voting: {one_sided(fact.draft, fact.final)}"))


@rule(
    "vote.changed",
    Severity.CRITICAL,
    deciders=(*ENTITIES, *MISSPELLING, *VOTERS),
    source="Standing Orders Regulations, SI 1993/202 Sch. 2 para. 1 and SI 2014/165: votes and voters are recorded.",
    hits=(
        ("On a vote there were 7 votes for and 3 against.", "On a vote there were 7 votes for and 4 against."),
        ("The motion was put to the vote and was carried.", "The motion was put to the vote and was lost."),
        ("The motion was seconded by Councillor Ashby.", "The motion was seconded by Councillor Odell."),
        ("The amendment was carried unanimously.", "The amendment was carried."),
        ("Recorded vote: Cllr Ashby: for ☒ against ☐", "Recorded vote: Cllr Ashby: for ☐ against ☐"),
        ("Mr Pell asked that his vote against be recorded.", "Mr Pell asked that his vote be recorded."),
        ("Motion passes, Jo against.", "Motion fails, Jo against."),
        ("The motion fell.", "The motion was passed."),
        ("The proposal was voted down.", "The proposal was voted through."),
        ("The bill was passed with Mr Pell opposed.", "The bill was passed with Mr Moss opposed."),
        ("The accounts were approved nem. con.", "The accounts were approved."),
        ("The vote was 6/0/1.", "The vote was 6/1/0."),
        ("The ballot: Yes 6, No 1, Abstained 2", "The ballot: Yes 6, No 2, Abstained 2"),
        ("Votes: Ines +1, Tom +1, Jo 0", "Votes: Ines +1, Tom -1, Jo 0"),
        ("The motion as amended was put and carried.", "The motion as first moved was put and carried."),
        ("Mr Pell withdrew his amendment.", "Mr Pell had his amendment taken into the motion."),
        ("The Chair gave a casting vote for it.", "The Vice-Chair gave a casting vote for it."),
        ("Mrs Odell had voted contre.", "Mrs Odell had voted pour."),
    ),
    misses=(
        ("The key was lost for two days.", "The key was mislaid for two days."),
        ("The clerk spoke for the shop.", "The clerk spoke against the shop."),
        ("The motion was carried by seven votes to two.", "The motion was carried by 7 votes to 2."),
        ("The motion was carried by 4 votes to 3.", "The motion was carried 4-3."),
        ("The vote was 6/0/1.", "The vote was 6-0-1."),
        ("The roof failed in the storm.", "The roof fell in the storm."),
        ("The team won the cup.", "The team lost the cup."),
        ("He passed the hall on his way.", "He passed the barn on his way."),
        ("The substantive motion was carried.", "The amended motion was carried."),
    ),
    structure=_whole,
)
def vote(change: Change) -> Claim | None:
    """A vote's counts or names, the casting vote, carried or lost, the mover or the seconder, which motion was put."""
    is_of_motion = _differs_in_motion(change) or _differs_in_fate(change) or _differs_in_caster(change)
    if is_of_motion and not change.is_form_only and change.doubled_side is None:
        return Claim(sentence(f"What was voted on, or who decided the vote, differs: {difference(change)}"))
    return _in_record(change)


def _in_record(change: Change) -> Claim | None:
    """What differs in the words, counts, names or signs of the record itself."""
    if (change.is_about_vote and change.differs_in_signs) or _differs_in_sign_of_one(change):
        return Claim(sentence(f"A mark in the record of a vote differs: {difference(change)}"))
    if (
        not any(_may_be_of_vote(word, side, change) for side in Side for word in change.own_words(side))
        or change.doubled_side is not None
        or change.is_form_only
        or change.is_same_sense
    ):
        return None
    if _stands_elsewhere(change):
        return Claim(
            sentence(f"It stands elsewhere in the same sentence: {difference(change)}"), severity=Severity.MINOR
        )
    if (
        change.is_misspelling
        or not (change.is_about_vote or _is_turned_round(change))
        or not (_differs_in_vote_words(change) or _differs_in_count(change) or _differs_in_name(change))
    ):
        return None
    if len(change.changed) > _NEAR:
        words = [word.text for word in change.changed if _is_vote_word(word, change)]
        named = f"the words of a vote differ: {quoted(' … '.join(dict.fromkeys(words)))}" if words else ""
        return Claim(sentence("The record of a vote differs", named))
    return Claim(sentence(f"The record of a vote differs: {difference(change)}"))


def _differs_in_motion(change: Change) -> bool:
    """Whether the motion that was put is another: "as amended", "in its original form"; the amendment, the motion."""
    if not _is_outcome_told(change):
        return False
    states = change.word_lists.motion_states
    found = [{states[word.key] for word in change.own_words(side) if word.key in states} for side in Side]
    if found[0] and found[1] and found[0].isdisjoint(found[1]):
        return True
    return change.exchanged is not None and _are_motion_and_amendment([word.key for word in change.exchanged])


def _are_motion_and_amendment(keys: list[str]) -> bool:
    return sorted(key.removesuffix("s") for key in keys) == ["amendment", "motion"]


def _is_outcome_told(change: Change) -> bool:
    """Whether both sentences say what became of a motion: carried, lost, put, become the finding."""
    return all(
        not _TOLD.isdisjoint(words := words_of(line)) and not _MOTIONS.isdisjoint(words)
        for line in change.nearby_text.split("\n", 1)
    )


def _differs_in_fate(change: Change) -> bool:
    """Whether an amendment was withdrawn on one side, and taken into the motion on the other."""
    fates = change.word_lists.amendment_fates
    if change.keys.isdisjoint(fates):
        return False
    lines = [words_of(line) for line in change.nearby_text.split("\n", 1)]
    if not all("amendment" in line or "amendments" in line for line in lines):
        return False
    found = [{fates[word] for word in line if word in fates} for line in lines]
    return bool(found[0] and found[1]) and found[0].isdisjoint(found[1])


def _differs_in_caster(change: Change) -> bool:
    """Whether another office gave the casting vote: the Chair, the Vice-Chair."""
    lists = change.word_lists
    is_office = any(lists.has("roles", word.key) or lists.has("role_modifiers", word.key) for word in change.changed)
    return is_office and all("casting vote" in line for line in change.nearby_text.split("\n", 1))


def _is_moved_name(fact: StructuralFact, word_lists: WordLists) -> bool:
    """Whether a name alone moved, from those who voted for something to those against it."""
    if fact.place.role is not Role.VOTE or fact.relation is not Relation.MOVED or fact.paragraphs > 1:
        return False
    words = [word.strip(".,;:()*_-") for word in fact.final.text.split()]
    named = [word for word in words if word]
    return 0 < len(named) <= _LONGEST_NAME and not any(
        word_lists.has("vote_words", word.casefold()) or word.islower() for word in named
    )


def _may_be_of_vote(word: Word, side: Side, change: Change) -> bool:
    is_outcome = change.outcome(side, word) in ("carry", "lose")
    return word.text[:1].isupper() or _is_number(word, change) or is_outcome or _is_vote_word(word, change)


def _is_number(word: Word, change: Change) -> bool:
    return word.key[:1].isdigit() or change.word_lists.has("number_words", word.key)


def _is_vote_word(word: Word, change: Change) -> bool:
    return change.word_lists.has("vote_words", word.key) or (
        change.place.role is Role.VOTE
        and (change.word_lists.has("votes_cast", word.key) or _is_other_question(word, change))
    )


def _is_other_question(word: Word, change: Change) -> bool:
    """Whether the vote was on an amendment on one side alone: "For the motion", "For the amendment"."""
    if change.exchanged is None or word not in change.exchanged:
        return False
    keys = [one.key for one in change.exchanged]
    is_question = all(change.word_lists.has("voted_things", key) for key in keys)
    return is_question and sum(key.startswith("amendment") for key in keys) == 1


def _differs_in_vote_words(change: Change) -> bool:
    words = {word.key for word in change.changed if _is_vote_word(word, change)}
    if words - _COMMON - _CARRIED or (words & _CARRIED and _is_about_motion(change)) or _is_turned_round(change):
        return True
    if change.place.role is Role.VOTE and _are_votes_cast(change):
        return True
    words -= _CARRIED
    if any(_is_how_voted(change, side) for side in Side):
        return True
    return bool(words) and (len(words) > 1 or change.place.role is Role.VOTE) and _is_tally(change)


def _is_turned_round(change: Change) -> bool:
    """Whether what was voted on passed on one side and fell on the other."""
    families = [{change.outcome(side, word) for word in change.own_words(side)} & {"carry", "lose"} for side in Side]
    if not families[0] or not families[1] or families[0] == families[1]:
        return False
    reading = change.draft
    start = reading.span.start - reading.sentence.start
    near = (*words_of(reading.sentence_text[:start])[-_SUBJECT:], *(word.key for word in reading.after[:3]))
    return change.place.role is Role.VOTE or any(change.word_lists.has("voted_things", key) for key in near)


def _are_votes_cast(change: Change) -> bool:
    """Whether all that differs is what somebody voted, in a list or table of votes: "- Tom Odell - Yes"."""
    return all(change.word_lists.has("votes_cast", word.key) for word in change.changed)


def _is_how_voted(change: Change, side: Side) -> bool:
    """Whether one side alone says "for" or "against" of a vote: "his vote against"."""
    words = [word for word in change.own_words(side) if word.key in _COMMON]
    return any(_VOTING.intersection(change.previous_keys(side, word)[-2:]) for word in words) and any(
        near.startswith("vot") for word in words for near in change.previous_keys(side, word)
    )


def _stands_elsewhere(change: Change) -> bool:
    """Whether the words of a vote stand in the other sentence too, in another order: "All present carried the motion".

    Not where the order says who voted how: "for Mr Ash and against Mr Birch".
    """
    if change.removed and change.added and is_same_manner(change.draft.keys, change.final.keys):
        return True
    side = change.lone_side
    if side is None or not change.keys & MANNER or change.keys & _COMMON:
        return False
    if change.keys <= MANNER - _CARRIED:
        own, other = (_words_of(change, one) for one in Side)
        return all(own[key] == other[key] for key in change.keys)
    return _matter_of(change, Side.DRAFT) == _matter_of(change, Side.FINAL)


def _words_of(change: Change, side: Side) -> Counter[str]:
    """The words of a sentence, folded, without the marks around them."""
    return Counter(words_of(change.reading(side).sentence_text))


def _matter_of(change: Change, side: Side) -> Counter[str]:
    """The words of a sentence that carry matter; empty ones are never the same."""
    words = _words_of(change, side)
    return Counter({key: count for key, count in words.items() if not change.word_lists.has("function_words", key)})


def _differs_in_sign_of_one(change: Change) -> bool:
    """Whether "+1" stands for "-1" where votes are told."""
    if not change.is_marks_only or not change.marks or not set(change.marks) <= _SIGNS:
        return False
    if not (_is_tally(change) or change.is_about_vote):
        return False
    return all(reading.after and reading.after[0].key in _SIGNED for reading in (change.draft, change.final))


def _is_about_motion(change: Change) -> bool:
    return any(
        change.word_lists.has_phrase(name, change.nearby_text) for name in ("decision_subjects", "vote_contexts")
    )


def _is_tally(change: Change) -> bool:
    return change.place.role is Role.VOTE or any(word in change.nearby_text for word in ("vote", "voting", "abst"))


def _differs_in_count(change: Change) -> bool:
    """Whether a count differs: a number that is no sum, date or reference, in the words of a vote."""
    if change.figures_of_sentence is Figures.SAME:
        return False
    for side in Side:
        others = change.entities(side, *_OTHER_VALUES)
        for word in change.own_words(side):
            if not _is_number(word, change):
                continue
            if holder(word, change.entities(side, "VOTE")):
                return True
            if not holder(word, others) and _is_near_vote_word(change, side):
                return True
    return False


def _is_near_vote_word(change: Change, side: Side) -> bool:
    """Whether a word of voting stands close by on that side."""
    reading = change.reading(side)
    near = (*reading.before[-_NEAR:], *reading.after[:_NEAR])
    return change.place.role is Role.VOTE or any(_is_vote_word(word, change) for word in near)


def _differs_in_name(change: Change) -> bool:
    """Whether a name differs beside "moved by", "seconded by", "for" or "against"."""
    named = [word for word in change.changed if word.text[:1].isupper()]
    if not named or not (
        change.entities(Side.DRAFT, "PERSON") or change.entities(Side.FINAL, "PERSON") or _follows_title(change)
    ):
        return False
    if change.place.role is Role.VOTE:
        return True
    near = {
        word.key for reading in (change.draft, change.final) for word in (*reading.before[-_NEAR:], *reading.after[:3])
    }
    return bool(near & change.word_lists.sets["mover_words"])


def _follows_title(change: Change) -> bool:
    return any(
        reading.before and change.word_lists.has("titles", reading.before[-1].key)
        for reading in (change.draft, change.final)
    )


_VOTES = "The lease was put to the vote.\n\n{}\n\nThe clerk spoke."


@structural_rule(
    "vote.form",
    Severity.MINOR,
    source="Standing Orders Regulations, SI 1993/202 Sch. 2 para. 1: how each voted is recorded; the form is free.",
    hits=(
        (
            _VOTES.format("For: Cllrs Ashby and Birch. Against: Cllr Odell."),
            _VOTES.format("For:\n- Cllr Ashby\n- Cllr Birch\n\nAgainst:\n- Cllr Odell"),
        ),
        (
            _VOTES.format("For: Mr Ashby, Mrs Birch. Against: Mr Odell."),
            _VOTES.format("| Member | Vote |\n| Mr Ashby | For |\n| Mrs Birch | For |\n| Mr Odell | Against |"),
        ),
        (
            "It was proposed by Mrs Birch and seconded by Mr Odell to mend the hall.",
            "It was seconded by Mr Odell and proposed by Mrs Birch to mend the hall.",
        ),
        (_VOTES.format("On a vote five were for it and two against."), _VOTES.format("On a vote: For: 5. Against: 2.")),
    ),
    misses=(
        (
            _VOTES.format("For: Cllrs Ashby and Birch. Against: Cllr Odell."),
            _VOTES.format("For:\n- Cllr Ashby\n\nAgainst:\n- Cllr Birch\n- Cllr Odell"),
        ),
        (
            "It was proposed by Mrs Birch and seconded by Mr Odell to mend the hall.",
            "It was proposed by Mr Odell and seconded by Mrs Birch to mend the hall.",
        ),
    ),
    deciders=VOTERS,
)
def form(fact: StructuralFact, _: WordLists) -> Claim | None:
    """The same votes of the same people, the same counts, or the same mover and seconder, in another order or form."""
    if fact.kind is not FactKind.VOTE:
        return None
    how = "another order" if fact.relation is Relation.MOVED else "another form"
    is_same = not clauses_about_names(fact.people)
    return Claim(
        sentence(f"The same votes stand in {how}", *clauses_about_names(fact.people)),
        severity=Severity.COSMETIC if is_same else None,
    )


RULES = (vote, form)
