"""Two documents: what is compared, which segments match, what differs, and all that a rule may ask of a difference."""

from __future__ import annotations

from dataclasses import dataclass

from compare.values.documents import Attendee, RollLabel, Span
from compare.values.kinds import FactKind, FoldKind, MatchedBy, NameForm, Op, Relation, Retelling, Role, ScopeKind, Side


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of each document is compared.

    `draft` and `final` are segment indices, in document order, that are to be aligned; the rest is out of scope.
    `draft_items`/`final_items` are the numbers of the items covered, as printed. `confidence` is 0–1.
    `draft_items_left_out`/`draft_paragraphs_left_out` say how much of the draft the final does not cover: 0 unless the
    final was taken for an extract of the draft, and 0 where the user chose the items. `in_common` is the share of the
    words of one document that stand in the other, 0–1; 1 where they are too few to show anything.
    """

    kind: ScopeKind
    draft: tuple[int, ...]
    final: tuple[int, ...]
    draft_items: tuple[str, ...]
    final_items: tuple[str, ...]
    confidence: float
    draft_items_left_out: int = 0
    draft_paragraphs_left_out: int = 0
    in_common: float = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Segments of the draft and of the final that match. `score` is 0–1; removed and added segments have one side."""

    draft: tuple[int, ...]
    final: tuple[int, ...]
    relation: Relation
    score: float
    matched_by: MatchedBy


@dataclass(frozen=True, slots=True)
class Edit:
    """The smallest change of wording of one pair. An absent side is an empty span at the place where it would stand.

    `draft_letters`/`final_letters` are the letters that differ inside a replaced word (hea[r]d), as offsets of the
    document.
    """

    op: Op
    draft: Span
    final: Span
    pair: int = -1  # index into the alignment
    draft_letters: tuple[Span, ...] = ()
    final_letters: tuple[Span, ...] = ()
    rewritten: bool = False  # a passage too different to cut finer


@dataclass(frozen=True, slots=True)
class Fold:
    """A difference of typography or layout that was set aside, with its place on each side."""

    kind: FoldKind
    draft: Span
    final: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, date, sum, reference … that an edit touches.

    `label` is one of PERSON, ROLE, BODY, ORG, LOC, DATE, TIME, MONEY, PERCENT, QUANTITY, NUMBER, REFERENCE, LAW,
    VOTE. `value` is its meaning whatever its form ("2022-06-14", "10:00", "GBP 14000"), `None` where the form is all.
    """

    label: str
    span: Span
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One token in the neighbourhood of an edit, and what is known of it.

    `key` is the token with case and typography folded. `known`: it stands in the frequency list (or is a number, a
    mark, a name of the house style). `elsewhere`: it occurs in either document at another place. `lemma` is its
    dictionary form; `pos` its part of speech and `morph` its features ("Number=Sing"), both as Universal Dependencies
    names them and `None` without a model.
    """

    span: Span
    text: str
    key: str
    lemma: str
    pos: str | None = None
    known: bool = True
    elsewhere: bool = False
    is_word: bool = True  # a letter or digit in it; otherwise a punctuation mark
    morph: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one document at the place of an edit.

    `words` are the edit's own tokens (none where the side is silent); `before` and `after` their neighbours in the
    same sentence, nearest last and nearest first; `sentence` the whole sentence. `entities` are those that the edit
    touches; for a silent side, those it would stand strictly inside. `all_entities` are those of the whole sentence,
    with offsets of its text.
    """

    span: Span
    text: str
    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    sentence: Span
    sentence_text: str
    entities: tuple[Entity, ...] = ()
    all_entities: tuple[Entity, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded tokens of the edit itself."""
        return tuple(word.key for word in self.words)


@dataclass(frozen=True, slots=True)
class ItemRef:
    """An agenda item as a report names it."""

    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the minutes a change stands."""

    item: ItemRef | None = None
    role: Role = Role.NARRATIVE
    in_resolution: bool = False
    in_header: bool = False  # inside the words that announce a resolution
    is_exempt: bool = False
    held_on: str | None = None  # the day of the meeting, where both documents name the same
    # Of a change of "am" or "pm" alone: the half of the day in which all other times of the draft and the final are.
    halves: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which side looks wrong, how sure that is (0–1, at least 0.5), and why in plain words."""

    suspect: Side
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class AnnotatedEdit:
    """An edit with all that a rule may ask of it.

    `parts` are the edits as the diff cut them: several where one name, date or sum was made one edit.
    `retelling` is set where the sentences around it have the same words of matter in another construction, `same_name`
    where it names the same body or person in short and in full.
    """

    edit: Edit
    draft: Reading
    final: Reading
    place: Place
    verdict: Verdict | None = None
    parts: tuple[Edit, ...] = ()
    retelling: Retelling | None = None
    same_name: NameForm | None = None

    @property
    def op(self) -> Op:
        """insert, delete or replace."""
        return self.edit.op


@dataclass(frozen=True, slots=True)
class Presence:
    """One person as the draft and as the final record them; a side is `None` where it does not name them.

    `labels` are the labels they stand under, `None` where there is none; `is_moved` whether these say different things.
    """

    draft: Attendee | None
    final: Attendee | None
    labels: tuple[RollLabel | None, RollLabel | None] = (None, None)
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class StructuralFact:
    """A fact about whole segments: one that stands on one side only, moved, was split, merged or renumbered.

    An absent side is an empty span with an empty text. `pairs` are indices into the alignment, none for page furniture.
    `edits` are the edits of wording that the fact explains ("DRAFT" put in). The other fields hold what one kind alone
    knows, for the rule's sentence:

    `moved_from` is the item that moved segments stood in, where it is another; `paragraphs` how many moved, came or
    went together, and `ends` the words of the first and the last of several.
    `holds` are the roles that a whole item, or what left its item, has in it; `Role.RESOLUTION` for any decision.
    `lead` are the words above a list, folded: of one in another order, in the draft and in the final; of an entry that
    stands on one side only, on that side.
    `numbers` are the first and the last item of a renumbered run, each as (draft, final).
    `columns` are the columns of a moved cell in (draft, final), or the two that were exchanged, counted from 1; of the
    latter `paragraphs` are the rows, none where the headings alone changed places. `heads` is what stands above both.
    `is_table_head` is set for the headings of a table whose rows stand as sentences on the other side, `is_standing` of
    what a page says of itself.
    `struck` is the side on which the words are struck through, or marked as `marking` says
    where the minutes give that a meaning; `of_people` where it tells who was there or how they voted.
    `statuses` is what the draft and the final say they are: "draft", "confirmed" or nothing.
    `meeting_date` is the day of the meeting, where a lone segment names it and the other document has none.
    `people` are those whose place in the record of attendance differs.
    """

    kind: FactKind
    relation: Relation
    place: Place
    draft: Reading
    final: Reading
    pairs: tuple[int, ...] = ()
    edits: tuple[Edit, ...] = ()
    moved_from: ItemRef | None = None
    paragraphs: int = 1
    ends: tuple[str, str] = ("", "")
    lead: str = ""
    holds: frozenset[Role] = frozenset()
    numbers: tuple[tuple[str, str], ...] = ()
    columns: tuple[int, int] | None = None
    heads: tuple[str, ...] = ()
    is_table_head: bool = False
    is_standing: bool = False
    struck: Side | None = None
    marking: str = ""
    of_people: bool = False
    statuses: tuple[str | None, str | None] = (None, None)
    meeting_date: str | None = None
    people: tuple[Presence, ...] = ()
