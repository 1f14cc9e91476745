"""Joins findings of one sentence that a person calls one change: one finding, as grave as the gravest of them.

draft   They [did not] [support] it.                         touching
draft   The hedge[,] planted by the Cubs[,] had taken.       two marks that are a pair
draft   It was agreed [unanimously] to mend the fence.       words that were moved: taken out here, put in there
final   It was [unanimously] agreed to mend the fence.
draft   [Mrs Bray closed] the meeting.                       another voice of one verb
final   The meeting [was closed].
draft   He [expressed his] thank[s to] the ringers.           the same sense in other words
draft   The [member] for Mill Lane [has] spoken.             a noun and the number of its verb
draft   Thanks to Ash [and] Birch [].                        a name more in a list, and the list's joints
final   Thanks to Ash[,] Birch [and Crane].

Every edit is asked about first, by itself. Sums, dates, votes counted, names, references and slips stay apart: a clerk
settles each of them alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from compare.classify.passages import as_passage
from compare.classify.retold import Retold, find_retold
from compare.rules import ALL, Change, Claim, Rule, with_suspect
from compare.rules._rule import difference, quoted, sentence
from compare.rules._senses import changes_voice
from compare.rules.form import same_value
from compare.rules.grammar import construction, content_stems
from compare.rules.sense import doer
from compare.rules.slips import relative_clause
from compare.style.word_lists import WordLists
from compare.text.tokens import is_word, tokenise
from compare.values import AnnotatedEdit, Minutes, Op, Pair, Retelling, Role, Severity

# Unchanged tokens between two edits that are one change: of a verb and its preposition, of a noun and its verb or of
# the joints of a list, of two marks that are a pair, of words that were moved.
_NEAR, _AGREEING, _PAIRED, _MOVED = 3, 6, 30, 30
_MOST_MOVED = 4  # edits that together put the same words in another order
_MOST_REWORDED = 6  # edits that together say the same in other words
_MOST_WORDS = 14  # changed words of edits that touch; more are a passage with several changes
_LONGEST_GAP = 400  # characters between two edits

# Families whose findings say how something is worded; the others state facts that are settled one by one.
_OF_WORDING = frozenset(
    (
        "negation",
        "modality",
        "vote",
        "decision",
        "sense",
        "resolution",
        "grammar",
        "wording",
        "attendance",
        "interest",
        "exempt",
    )
)
_OF_REWORDING = frozenset(
    ("negation", "modality", "grammar", "wording", "punctuation", "name", "attendance", "interest", "exempt")
)
_OF_LISTS = _OF_WORDING | {"punctuation", "name", "role"}
_SMALL_WORD, _SAME_SENSE = "wording.function", "wording.same-sense"
_MISSING, _FORM = "slip.missing-word", "form.abbreviation"
_SENTENCES = frozenset(("wording.sentence-added", "wording.sentence-removed"))
_ALONE = _SENTENCES | {"resolution.header-missing"}

_OF_CONDITIONS = frozenset(("modality.changed", "modality.limit"))
_JOINTS = frozenset(("and", "or", "&", ",", ";"))
_CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "while", "whereas"))
_ENDS = frozenset((".", "?", "!"))
_PAIRS = frozenset((",,", "()", "[]", "--", '""', "''"))
# Singular and plural of the words that agree with a noun.
_NUMBERS = frozenset(
    frozenset(pair.split())
    for pair in ("was were", "is are", "has have", "does do", "this these", "that those", "its their", "it they")
)
# Small words whose place in the sentence is a matter of one decision.
_ADVERBS = frozenset(("only", "also", "not", "never", "now", "both", "either", "all", "then", "there", "again"))

_FREE_ADVERBS = frozenset(
    ("again", "now", "then", "also", "already", "still", "there", "however", "therefore", "later")
)

_BEING = frozenset((key,) for key in ("is", "are", "was", "were", "been"))


class AskedEdit(NamedTuple):
    """An edit, and what the rule that claims it says of it."""

    edit: AnnotatedEdit
    rule: Rule
    claim: Claim


SeverityOf = Callable[[AskedEdit], Severity]


class _Side(NamedTuple):
    """What one edit changes on one side, as the joins look at it."""

    keys: tuple[str, ...]
    words: tuple[str, ...]


class _Part:
    """An edit with its changed words, made once."""

    def __init__(self, asked: AskedEdit, word_lists: WordLists) -> None:
        self.asked = asked
        self.change = Change(asked.edit, word_lists)
        self.family = asked.rule.family
        self.sides = tuple(
            _Side(reading.keys, tuple(word.key for word in reading.words if word.is_word))
            for reading in (asked.edit.draft, asked.edit.final)
        )

    @property
    def is_marks(self) -> bool:
        """Whether no word differs."""
        return not self.sides[0].words and not self.sides[1].words

    @property
    def has_figure(self) -> bool:
        """Whether a figure is among the changed words."""
        return any(any(map(str.isdigit, key)) for side in self.sides for key in side.words)

    @property
    def is_one_sided(self) -> bool:
        """Whether one side has nothing here."""
        return self.asked.edit.op is not Op.REPLACE

    @property
    def is_joint(self) -> bool:
        """Whether only the joints of a list differ: a comma, a semicolon, "and"."""
        return _JOINTS.issuperset((*self.sides[0].keys, *self.sides[1].keys))


class _Gap(NamedTuple):
    """The unchanged tokens between two edits."""

    keys: tuple[str, ...]

    @property
    def has_end(self) -> bool:
        """Whether a sentence ends in it."""
        return not _ENDS.isdisjoint(self.keys)

    @property
    def is_phrase(self) -> bool:
        """Whether it is words of one phrase: no mark and no conjunction."""
        return all(is_word(key) and key not in _CONJUNCTIONS for key in self.keys)


def join_changes(
    asked: Sequence[AskedEdit],
    documents: tuple[Minutes, Minutes],
    alignment: Sequence[Pair],
    severity_of: SeverityOf,
    word_lists: WordLists,
) -> list[AskedEdit]:
    """The edits in their order, those that are one change as one. Cost: linear in the edits and in their gaps."""
    joiner = _Joiner(documents, severity_of, word_lists)
    found: list[AskedEdit] = []
    place = 0
    parts = [_Part(one, word_lists) for one in asked]
    retold = {one.start: one for one in find_retold([one.edit for one in asked], documents, alignment, word_lists)}
    while place < len(parts):
        if place in retold and joiner.is_told_better(parts, retold[place]):
            found.append(joiner.as_retold(parts, retold[place]))
            place = retold[place].end
            continue
        reworded = joiner.as_rewording(parts, place)
        length = reworded[0] if reworded else joiner.length(parts, place)
        one = joiner.as_one(parts[place : place + length]) if length > 1 and not reworded else asked[place]
        found.append(reworded[1] if reworded else one)
        place += length
    return found


class _Joiner:
    def __init__(
        self,
        documents: tuple[Minutes, Minutes],
        severity_of: SeverityOf,
        word_lists: WordLists,
    ) -> None:
        self._texts = documents[0].document.text, documents[1].document.text
        self._severity_of = severity_of
        self._word_lists = word_lists

    def length(self, parts: Sequence[_Part], place: int) -> int:
        """Counts the edits from `place` that are one change; 1 where the edit is a change of its own."""
        count = self._length_of_move(parts, place) or 1
        while place + count < len(parts):
            one, other = parts[place + count - 1], parts[place + count]
            gap = self._gap(one, other)
            if gap is None or not (
                (one.change.is_nil_return and other.change.is_nil_return and _share_sentence(one, other))
                or _are_same_mark(one, other)
                or _are_exchanged(one, other)
                or (_share_sentence(one, other) and self._are_one(parts[place : place + count], other, gap))
            ):
                break
            count += 1
        return count

    def as_rewording(self, parts: Sequence[_Part], place: int) -> tuple[int, AskedEdit] | None:
        """The edits from `place` that together say the same in other words, the most first: how many, and as one."""
        count = 1
        while count < _MOST_REWORDED and self._may_reword(parts, place + count):
            count += 1
        for length in range(count, 1, -1):
            several = parts[place : place + length]
            if all(part.asked.rule.id == _SAME_SENSE for part in several):
                near = [self._gap(one, other) for one, other in pairwise(several)]
                if any(gap is None or len(gap.keys) > _AGREEING for gap in near):
                    continue  # each a rewording of its own
            edit = as_passage([part.asked.edit for part in several], self._texts)
            change = Change(edit, self._word_lists)
            says_same = {_SAME_SENSE: change.is_same_sense, _FORM: change.is_same_force or change.is_same_denial}
            for rule in (_RULE[name] for name, is_same in says_same.items() if is_same):
                claim = rule.on_wording(change) if rule.on_wording else None
                if claim:
                    return length, AskedEdit(edit, rule, claim)
        return None

    def _may_reword(self, parts: Sequence[_Part], place: int) -> bool:
        """Whether the edit at `place` may be part of a rewording with the one before it."""
        if place >= len(parts):
            return False
        one, other = parts[place - 1], parts[place]
        if (
            not all(part.family in _OF_REWORDING or part.asked.rule.id in (_MISSING, _FORM) for part in (one, other))
            or one.has_figure
            or other.has_figure
        ):
            return False
        if any(part.asked.rule.id in _SENTENCES for part in (one, other)):
            return False
        gap = self._gap(one, other)
        return gap is not None and not gap.has_end and len(gap.keys) <= _MOVED and _share_sentence(one, other)

    def _gap(self, one: _Part, other: _Part) -> _Gap | None:
        """The unchanged tokens between two edits of one pair, `None` where too much lies between them."""
        first, second = one.asked.edit.edit, other.asked.edit.edit
        if first.pair != second.pair:
            return None
        start, end = first.draft.end, second.draft.start
        if not 0 <= end - start <= _LONGEST_GAP or not 0 <= second.final.start - first.final.end <= _LONGEST_GAP:
            return None
        return _Gap(tuple(token.key for token in tokenise(self._texts[0], start, end)))

    def _length_of_move(self, parts: Sequence[_Part], place: int) -> int:
        """Counts the edits from `place` that put the same words in another order or voice, 0 where there are none."""
        first = parts[place]
        if first.family not in _OF_WORDING or first.is_marks or self._is_balanced([first]):
            return 0
        for count in range(2, _MOST_MOVED + 1):
            last = parts[place + count - 1 : place + count]
            if not last or last[0].family not in _OF_WORDING | {"punctuation"}:
                return 0
            gap = self._gap(parts[place + count - 2], last[0])
            is_cut_anew = first.family == "modality" and first.asked.edit.place.in_resolution
            is_one = is_cut_anew or _share_sentence(first, last[0])
            if gap is None or gap.has_end or len(gap.keys) > _MOVED or not is_one:
                return 0
            if self._is_balanced(parts[place : place + count]):
                return count
        return 0

    def _is_balanced(self, parts: Sequence[_Part]) -> bool:
        """Whether both sides have the same words of matter, in whatever form, and some."""
        if any(part.has_figure or part.asked.rule.id in _SENTENCES for part in parts):
            return False
        stems = [
            Counter(
                stem
                for part in parts
                for stem in content_stems((part.change.draft_words, part.change.final_words)[side], part.change)
            )
            for side in (0, 1)
        ]
        if stems[0] or stems[1]:
            return stems[0] == stems[1]
        words = [Counter(key for part in parts for key in part.sides[side].words) for side in (0, 1)]
        return len(parts) > 1 and words[0] == words[1] and not _ADVERBS.isdisjoint(words[0])

    def _are_one(self, before: Sequence[_Part], other: _Part, gap: _Gap) -> bool:
        one = before[-1]
        if gap.has_end or any(part.asked.rule.id in _ALONE for part in (one, other)):
            return False
        if _are_of_heading(one, other):
            return True
        if one.is_marks and other.is_marks:
            return len(before) == 1 and len(gap.keys) <= _PAIRED and _are_paired(one, other)
        return (
            _are_of_one_vote(one, other, gap)
            or _are_of_list_or_number(one, other, gap)
            or _are_of_passive(one, other, gap)
            or self._are_one_wording(before, other, gap)
            or _have_other_voice(one, other, gap)
            or _are_of_condition(one, other, gap)
            or self._are_of_note(before, other, gap)
        )

    def _are_of_note(self, before: Sequence[_Part], other: _Part, gap: _Gap) -> bool:
        """Whether a note in short was written out: "Clerk [to] oil gate", "[The] Clerk [will] oil [the] gate"."""
        one = before[-1]
        if not gap.is_phrase or len(gap.keys) > _AGREEING:
            return False
        return (_is_article(one) and self._is_verb_of_note(other)) or (
            self._is_verb_of_note(one) and _is_article(other) and len(gap.keys) <= _NEAR
        )

    def _is_verb_of_note(self, part: _Part) -> bool:
        verbs = {*part.sides[0].words, *part.sides[1].words}
        if part.is_one_sided:
            return bool(verbs) and verbs <= {"is", "are"}
        return "to" in verbs and verbs <= {"to", "is", "are", *self._word_lists.sets["modals_of_action"]}

    def _are_one_wording(self, before: Sequence[_Part], other: _Part, gap: _Gap) -> bool:
        """Whether edits that only say how something is worded touch, or stand in one phrase."""
        one = before[-1]
        if not {one.family, other.family} <= _OF_WORDING | {"punctuation"}:
            return False
        if any(self._is_slip(part) for part in (one, other) if gap.keys or part.family == "grammar"):
            return False
        if not gap.keys:
            return sum(len(side.words) for part in (*before, other) for side in part.sides) <= _MOST_WORDS
        return len(gap.keys) <= _NEAR and gap.is_phrase and self._is_one_phrase(one, other, len(gap.keys))

    def _is_slip(self, part: _Part) -> bool:
        """Whether the language blames a side for this edit alone."""
        asked = part.asked
        return with_suspect(asked.rule, asked.claim, asked.edit).suspect is not None

    def _is_one_phrase(self, one: _Part, other: _Part, between: int) -> bool:
        """Whether a verb and the preposition after its object changed, or words went here and came there."""
        if one.is_marks or other.is_marks:
            return False
        ops = {one.asked.edit.op, other.asked.edit.op}
        if ops == {Op.INSERT, Op.DELETE}:
            return between == 1
        if Op.REPLACE in ops and len(ops) > 1:
            return between < _NEAR and any(len(part.change.changed) == 1 for part in (one, other) if part.is_one_sided)
        return ops == {Op.REPLACE} and self._is_preposition(other) and not self._is_preposition(one)

    def _is_preposition(self, part: _Part) -> bool:
        """Whether each side is a preposition or a phrase for one: "on", "in favour of"."""
        is_function = self._word_lists.is_function_word
        sides = part.change.draft_words, part.change.final_words
        return all(words and is_function(words[0]) and is_function(words[-1]) for words in sides)

    def is_told_better(self, parts: Sequence[_Part], retold: Retold) -> bool:
        """Whether a retelling says more than its edits: not of one edit that is a matter of form by itself."""
        told = parts[retold.start : retold.end]
        if len(told) == 1 and told[0].asked.rule is same_value:  # the figures keep their matters
            return False
        if any(part.asked.rule is relative_clause for part in told):
            return False
        is_mild = retold.retelling is Retelling.SAME and self._severity_of(told[0].asked).rank >= Severity.MINOR.rank
        return len(told) > 1 or not is_mild

    def as_retold(self, parts: Sequence[_Part], retold: Retold) -> AskedEdit:
        """The edits of sentences in another construction as one; what else they say names it, if there is anything."""
        told = parts[retold.start : retold.end]
        if retold.others:
            return self.as_one(told, [parts[place] for place in retold.others])
        edit = replace(as_passage([part.asked.edit for part in told], self._texts), retelling=retold.retelling)
        rule = construction if retold.retelling is Retelling.SAME else doer
        claim = (rule.on_wording(Change(edit, self._word_lists)) if rule.on_wording else None) or Claim("")
        gravest = min((part.asked for part in told), key=lambda asked: self._severity_of(asked).rank)
        if rule is doer and self._severity_of(gravest) is Severity.CRITICAL:
            return AskedEdit(edit, gravest.rule, replace(claim, severity=gravest.claim.severity))
        moved = _moved(told)
        return AskedEdit(edit, rule, replace(claim, reason=sentence(_place_of(moved))) if moved else claim)

    def as_one(self, parts: Sequence[_Part], telling: Sequence[_Part] = ()) -> AskedEdit:
        """The edits as one, named by the rule of the gravest; a side is blamed where each of them blames it.

        `telling` are those that may name it, where not all may.
        """
        counted = [part.asked for part in telling or parts if part.family != "slip"]
        counted = counted or [part.asked for part in telling or parts]
        gravest = min(counted, key=lambda asked: (self._severity_of(asked).rank, _ORDER[asked.rule.id]))
        edit = as_passage([part.asked.edit for part in parts], self._texts)
        change = Change(edit, self._word_lists)
        moved = _moved(parts)
        if moved and gravest.rule.id in _ALONE:  # "agreed unanimously", "unanimously agreed": nothing is missing
            gravest = gravest._replace(rule=ALL[-1], claim=Claim("", severity=Severity.MINOR))
        elif self._is_harmless(gravest, parts, change, is_moved=bool(moved)):
            gravest = gravest._replace(claim=replace(gravest.claim, severity=Severity.MINOR))
        own = gravest.rule.on_wording(change) if gravest.rule.on_wording and not moved else None
        is_construction = own is not None and change.is_same_construction
        suspects = {with_suspect(asked.rule, asked.claim, asked.edit).suspect for asked in counted}
        claim = Claim(
            own.reason if own else sentence(_place_of(moved) if moved else difference(change)),
            suspects.pop() if len(suspects) == 1 else None,
            min(asked.claim.confidence for asked in counted),
            own.severity if own and is_construction else gravest.claim.severity,
        )
        return AskedEdit(edit, gravest.rule, claim if claim.suspect else replace(claim, confidence=1.0))

    def _is_harmless(self, gravest: AskedEdit, parts: Sequence[_Part], change: Change, *, is_moved: bool) -> bool:
        """Whether all that differs is the place of a small word: "was again closed", "was closed again"."""
        gaps = [self._gap(one, other) for one, other in pairwise(parts)]
        if is_moved and all(gap is not None and _FREE_ADVERBS.issuperset(gap.keys) for gap in gaps):
            return True
        return gravest.rule.id == _SMALL_WORD and (is_moved or changes_voice(change))


_ORDER = {rule.id: place for place, rule in enumerate(ALL)}
_RULE = {rule.id: rule for rule in ALL}


def _place_of(words: str) -> str:
    return f"{quoted(words)} stands at another place in the sentence"


def _moved(parts: Sequence[_Part]) -> str:
    """The words that were taken out here and put in there, and are all that differs; none for an exchange."""
    readings = [(part.asked.edit.draft, part.asked.edit.final) for part in parts]
    words = [Counter(key for part in parts for key in part.sides[side].words) for side in (0, 1)]
    if words[0] != words[1] or not words[0] or not all(part.is_one_sided for part in parts):
        return ""
    return next(text for pair in readings for reading in pair if (text := reading.text.strip()))


def _share_sentence(one: _Part, other: _Part) -> bool:
    first, second = one.asked.edit, other.asked.edit
    return first.draft.sentence == second.draft.sentence and first.final.sentence == second.final.sentence


def _is_article(part: _Part) -> bool:
    """Whether an article alone came or went."""
    words = {*part.sides[0].words, *part.sides[1].words}
    return part.is_one_sided and bool(words) and words <= {"the", "a", "an"}


def _are_exchanged(one: _Part, other: _Part) -> bool:
    """Whether two figures changed places: "Ash £450, Birch £700" set as "Ash £700 | Birch £450"."""
    if not (one.has_figure and other.has_figure and one.family == other.family):
        return False
    return one.sides[0].words == other.sides[1].words and one.sides[1].words == other.sides[0].words


def _are_of_heading(one: _Part, other: _Part) -> bool:
    """Whether two edits name one heading otherwise: "PART [B] – [PRIVATE] BUSINESS", "PART [A] – [PUBLIC] BUSINESS"."""
    roles = {part.asked.edit.place.role for part in (one, other)}
    families = {part.family for part in (one, other)}
    return roles == {Role.HEADING} and families <= {"structure", "exempt"}


def _are_of_condition(one: _Part, other: _Part, gap: _Gap) -> bool:
    """Whether a condition went and what it was became a fact: "[subject to] its [agreeing]", "its [knowing]"."""
    is_lost = one.asked.rule.id in _OF_CONDITIONS and one.is_one_sided and not one.is_marks
    is_matter = other.family in ("wording", "grammar", "resolution") and not other.has_figure
    return is_lost and is_matter and gap.is_phrase and len(gap.keys) <= (_NEAR if other.is_one_sided else _AGREEING)


def _are_same_mark(one: _Part, other: _Part) -> bool:
    """Whether two edits exchange the same mark for the same other: the semicolons of a list became commas."""
    return one.is_marks and not one.is_one_sided and one.sides == other.sides


def _are_paired(one: _Part, other: _Part) -> bool:
    """Whether two marks that came, went or were exchanged are the two ends of an aside or a quotation."""
    pairs = ["".join((*one.sides[side].keys, *other.sides[side].keys)) for side in (0, 1)]
    is_whole = all(bool(one.sides[side].keys) == bool(other.sides[side].keys) for side in (0, 1))
    return is_whole and all(pair in _PAIRS or not pair for pair in pairs)


def _are_of_list_or_number(one: _Part, other: _Part, gap: _Gap) -> bool:
    """Whether the edits are the joints of one list, a noun and its verb, or one exchange that is repeated."""
    families = {one.family, other.family}
    if "number" in families and len(gap.keys) <= 1:  # "a mower was", "two mowers were"
        return len(families) > 1 and families <= _OF_LISTS | {"number"} and (_is_plural(one) or _is_plural(other))
    if not families <= _OF_LISTS or len(gap.keys) > _AGREEING:
        return False
    return _are_joints(one, other) or _are_agreeing(one, other) or _is_repeated(one, other, gap)


def _are_joints(one: _Part, other: _Part) -> bool:
    """Whether one edit is a joint of a list and the other a member that came or went with a joint of its own."""
    for joint, member in ((one, other), (other, one)):
        if (
            joint.is_joint
            and not member.is_joint
            and any(side.keys and not _JOINTS.isdisjoint((side.keys[0], side.keys[-1])) for side in member.sides)
        ):
            return True
    return False


def _are_agreeing(one: _Part, other: _Part) -> bool:
    """Whether one edit is the number of a verb or pronoun, and the other its noun's: one or several, "and Birch"."""
    return any(
        _is_number_of_verb(verb) and _is_number_of_noun(noun) for verb, noun in ((one, other), (other, one))
    ) or (_is_plural(one) and _has_member(other))


def _is_number_of_verb(part: _Part) -> bool:
    keys = frozenset((*part.sides[0].words, *part.sides[1].words))
    return keys in _NUMBERS or (_is_plural(part) and part.family in ("grammar", "resolution"))


def _is_number_of_noun(part: _Part) -> bool:
    return _is_plural(part) or _has_member(part)


def _has_member(part: _Part) -> bool:
    """Whether a member of a list came or went: "and Birch"."""
    return any("and" in side.words and len(side.words) > 1 for side in part.sides)


def _is_plural(part: _Part) -> bool:
    """Whether one word is exchanged for its plural."""
    own, other = (side.keys for side in part.sides)
    if len(own) != 1 or len(other) != 1:
        return False
    short, long = sorted((own[0], other[0]), key=len)
    return long in (short + "s", short + "es", short[:-1] + "ies") and short != long


def _are_of_passive(one: _Part, other: _Part, gap: _Gap) -> bool:
    """Whether "was" and "by" came or went together: "Mr Pell told the clerk", "Mr Pell was told by the clerk"."""
    if len(gap.keys) > _AGREEING or one.asked.edit.op is not other.asked.edit.op:
        return False
    return any(
        first.words in _BEING and second.words == ("by",) for first, second in zip(one.sides, other.sides, strict=True)
    )


def _have_other_voice(one: _Part, other: _Part, gap: _Gap) -> bool:
    """Whether the verb of one edit stands in the next: "Mrs Bray closed the meeting", "The meeting was closed"."""
    if len(gap.keys) > _AGREEING or one.has_figure or other.has_figure:
        return False
    if not {one.family, other.family} <= _OF_WORDING | {"name"}:
        return False
    stems = [
        tuple(set(content_stems(words, part.change)) for words in (part.change.draft_words, part.change.final_words))
        for part in (one, other)
    ]
    return any(stems[0][side] & stems[1][1 - side] and not stems[0][1 - side] and not stems[1][side] for side in (0, 1))


def _are_of_one_vote(one: _Part, other: _Part, gap: _Gap) -> bool:
    """Whether a voter went over and the counts followed: "Ash (1) against Birch (1)"; movers are apart."""
    if {one.family, other.family} != {"vote"} or len(gap.keys) > _PAIRED:
        return False
    sentence_words = frozenset(one.change.nearby_text.split())
    return sentence_words.isdisjoint(one.change.word_lists.sets["putting_words"])


def _is_repeated(one: _Part, other: _Part, gap: _Gap) -> bool:
    """Whether both exchange the same words for the same others, or a small word comes or goes before each of a list."""
    if one.sides != other.sides or one.has_figure or "attendance" in (one.family, other.family):
        return False
    if one.sides[0].words and one.sides[1].words:
        return True
    is_small = {one.asked.rule.id, other.asked.rule.id} == {"wording.function"} and not one.is_marks
    return is_small and len(gap.keys) <= _NEAR and not _JOINTS.isdisjoint(gap.keys)
