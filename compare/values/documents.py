"""One document: its text as it was read, the segments it was cut into, and what the minutes in it are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.values.kinds import Doubt, Formatting, Role, SegmentKind, Side, VoteSignKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of one document's text.

    Unit: Unicode code points, counted from 0. Never bytes, never words.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: Span) -> bool:
        """Whether the two share a character, or one is empty and lies inside or at the edge of the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Something the comparison left out, named for the reader; `doubt` where it could matter for publication."""

    side: Side | None
    what: str
    why: str
    doubt: Doubt | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading, list item, row or piece of furniture as the file's own format states it.

    `span` is the whole of it, the mark included; `mark` its number or bullet, if the format knows it for one (typed
    numbers are found later). `level` is the depth of a heading or list item, 1 the highest, 0 where the format does not
    say; `indent` how far in it stands, in columns of a character. `is_bold` when all of its words are. `cells` are the
    cells of a row, empty ones too, where the format knows them.
    """

    kind: SegmentKind
    span: Span
    mark: Span | None = None
    level: int = 0
    indent: int = 0
    is_bold: bool = False
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    r"""One document as it was read: its exact text, and where it came from.

    `text` is the decoded file, to the character, or what a reader extracted from it; `line_starts` are the offsets at
    which lines begin (line ends may be \n, \r\n or \r). `left_out` names what the file held that the text does not
    show (pages without text, comments …), each as (what, why); `doubts` those of them, by their `what`, that could
    matter for publication.

    Formats that know their paragraphs give them in `paragraphs`, in order, every word in exactly one; for text and
    markdown it is empty, and lines count. `formatting` are the runs that are not printed plain, in order, without
    overlap; `page_starts` the offsets at which pages begin, where the format has pages.
    """

    name: str
    format: str
    encoding: str
    sha256: str
    text: str
    line_starts: tuple[int, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    formatting: tuple[tuple[Span, Formatting], ...] = ()
    page_starts: tuple[int, ...] = ()
    doubts: tuple[tuple[str, Doubt], ...] = ()
    comments: tuple[str, ...] = ()  # what people wrote in comments of its source, which nobody who reads it sees
    pictures: tuple[str, ...] = ()  # what its source says of its pictures in words: "Approved", of a stamp

    @property
    def not_compared(self) -> tuple[tuple[str, str, Doubt | None], ...]:
        """What was left out, in order, as (what, why, doubt)."""
        doubts = dict(self.doubts)
        return tuple((what, why, doubts.get(what)) for what, why in self.left_out)

    def page_at(self, offset: int) -> int | None:
        """The page, counted from 1, on which the character at `offset` stands; `None` where there are no pages."""
        return max(1, bisect_right(self.page_starts, offset)) if self.page_starts else None

    def formatting_at(self, offset: int) -> Formatting:
        """How the character at `offset` is printed. Cost: logarithmic."""
        place = bisect_right(self.formatting, offset, key=lambda run: run[0].start) - 1
        return self.formatting[place][1] if place >= 0 and offset < self.formatting[place][0].end else Formatting.PLAIN

    def is_formatted(self, span: Span, how: Formatting = ~Formatting.PLAIN) -> bool:
        """Whether any character of `span` is printed in one of these ways. Cost: logarithmic in the document."""
        place = bisect_right(self.formatting, span.start, key=lambda run: run[0].end)
        while place < len(self.formatting) and self.formatting[place][0].start < span.end:
            if self.formatting[place][1] & how:
                return True
            place += 1
        return False

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, on which the character at `offset` stands."""
        return bisect_right(self.line_starts, offset)


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading, paragraph, list item or row of one document.

    `pieces` are the ranges of its words, in order: one, or several where a page break (and whatever the page prints
    there) cuts it. `mark` is its number or bullet ("29.", "(a)", "-"), outside the pieces. `level` is the depth of
    a heading (1 is the highest) or of a list item (1 is the outermost), 0 for others.
    """

    index: int
    kind: SegmentKind
    pieces: tuple[Span, ...]
    mark: Span | None = None
    level: int = 0

    def __post_init__(self) -> None:
        if not self.pieces:
            raise ValueError("a segment has at least one piece")

    @property
    def start(self) -> int:
        """Where the segment begins, its mark included."""
        return self.mark.start if self.mark else self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the segment ends."""
        return self.pieces[-1].end

    @property
    def span(self) -> Span:
        """From the mark to the last word; covers page furniture between the pieces."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its number as printed without marks ("29", "CAB 21"), title, and segments [first, last)."""

    number: str | None
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision: where its header stands, and its limbs.

    `header` is the range of the words and marks that announce it ("**Resolved:** -"), `None` when it has none.
    `span` runs from the header (or the first word) to the last word of the last limb. `limbs` are segment indices of
    the numbered parts, nested ones included, in order; empty for a resolution of one sentence.
    """

    header: Span | None
    span: Span
    limbs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RollLabel:
    """The words that say what the people below or behind them did: "Present:", "Apologies for absence".

    `segment` is the index of its segment, `words` are its words folded. `group` is what they amount to: "present",
    "in attendance", "apologies" or "absent", in a vote "for" or "against". `office` is the office that the label itself
    is ("Chair:"), or empty.
    """

    segment: int
    span: Span
    text: str
    words: str
    group: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person in the record of attendance, or of a vote.

    `segment` is an index; `span` the whole entry, `named` the name with its title. `name` are the folded words of the
    name alone, `title` the title in its long form, `handle` the person's name on a site, `office` what is said of the
    person besides, folded, and `said` the same as printed; each empty where there is none. `text` is the name as
    printed. `mark` is a tick, a star or a letter beside the name. `label` is an index into the labels of the roll,
    `None` where no label stands above. `also` are the ranges where else something is said of the person.
    """

    segment: int
    span: Span
    named: Span
    text: str
    name: tuple[str, ...]
    title: str = ""
    handle: str = ""
    office: str = ""
    said: str = ""
    mark: str = ""
    label: int | None = None
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Roll:
    """The record of attendance, or of one vote, as far as it is a list of people.

    `segments` are the indices of the segments that hold people and labels and little else, in order; `others` are the
    ranges in these that name nobody, each with its words folded: "3 members of the public", "(from 7.15 pm)". `nobody`
    are the segments that say so themselves: "Apologies: None". `keys` are the segments that say what codes beside
    names mean, `movements` those that say of one person when he or she came or went, each with that folded.
    """

    people: tuple[Attendee, ...] = ()
    labels: tuple[RollLabel, ...] = ()
    segments: tuple[int, ...] = ()
    others: tuple[tuple[Span, str], ...] = ()
    nobody: tuple[int, ...] = ()
    keys: tuple[int, ...] = ()
    movements: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """A line that says what type or a star beside the words means: "Members present are in bold", "* = absent".

    `segment` is its index, `of_people` whether it tells who was there or how they voted.
    """

    segment: int
    formatting: Formatting
    has_star: bool
    of_people: bool


@dataclass(frozen=True, slots=True)
class RunningHead:
    """A line of page furniture, and where it recurs: "Parks Committee – 6 September 2022 – 3".

    `segments` are the indices of its occurrences, in order. `words` are the ranges, in the first of them, of the words
    that say which minutes these are: not the page's number, the day of printing or the name of a file, nor "minutes of
    the". Those of dates are in `dates`, those of days of the week in `weekdays`. `key` is all of them folded. Lines of
    a web page and places to sign have none. `names_body` says whether a word for a body is among them.
    """

    segments: tuple[int, ...]
    words: tuple[Span, ...] = ()
    dates: tuple[Span, ...] = ()
    weekdays: tuple[Span, ...] = ()
    key: str = ""
    names_body: bool = False


@dataclass(frozen=True, slots=True)
class VoteSign:
    """A word, number or mark of a counted vote: "none" is the number 0, "those in favour" the answer "for"."""

    kind: VoteSignKind
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """What the minutes are made of.

    `roles` and `item_of` have one entry per segment; `item_of` is an index into `items`, `None` before the first.
    `meeting_date_at` is the segment that names the day of the meeting.
    `status_mark` is the range of the word that says draft or confirmed, `version_date` the day that stands beside it;
    `draft_marks` are all that say draft, wherever they stand. `labels` are segment indices of web labels
    that name a block ("Minutes:", "Decision:"). `truncated` are the ranges of "... view the full minutes text" marks,
    `exempt` the indices of the items taken in private, `private` those of the segments. `running_heads` holds every
    line of page furniture once. `opens_whole` is whether the first page names what met, on which day, and who was
    there; `closing` are the indices of the last lines, which close the meeting, `standing` those of what a page says of
    itself at its head or foot. `roll` holds the people of the record of attendance, `votes` those of recorded votes;
    `counted` are the words of each segment that may count a vote. `marking_keys` say what bold type, a star … beside
    words mean. `page_data` are the segments of a markdown page's own data above the minutes.
    """

    items: tuple[Item, ...]
    item_of: tuple[int | None, ...]
    roles: tuple[Role, ...]
    resolutions: tuple[Resolution, ...]
    title: str | None = None
    body: str | None = None
    meeting_date: str | None = None
    meeting_date_at: int | None = None
    status: str | None = None
    status_mark: Span | None = None
    version_date: str | None = None
    is_web_page: bool = False
    labels: tuple[int, ...] = ()
    truncated: tuple[Span, ...] = ()
    exempt: tuple[int, ...] = ()
    private: frozenset[int] = frozenset()
    running_heads: tuple[RunningHead, ...] = ()
    draft_marks: tuple[Span, ...] = ()
    opens_whole: bool = False
    closing: tuple[int, ...] = ()
    standing: frozenset[int] = frozenset()
    roll: Roll = Roll()
    votes: tuple[Roll, ...] = ()
    counted: Sequence[tuple[VoteSign, ...]] = ()
    marking_keys: tuple[Key, ...] = ()
    page_data: tuple[int, ...] = ()

    def resolution_at(self, offset: int) -> Resolution | None:
        """The resolution that covers `offset`, if any. Cost: logarithmic."""
        place = bisect_right(self.resolutions, offset, key=lambda resolution: resolution.span.start) - 1
        if place < 0:
            return None
        resolution = self.resolutions[place]
        return resolution if offset <= resolution.span.end else None

    def begins_resolution(self, span: Span) -> bool:
        """Whether a resolution begins inside a range. Cost: logarithmic."""
        place = bisect_right(self.resolutions, span.start, key=lambda resolution: resolution.span.start)
        return place < len(self.resolutions) and self.resolutions[place].span.start < span.end


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document with its segments and outline: what the later stages hold in hand.

    `keys` has one entry per segment: its words with typography folded, equal for segments that say the same.
    """

    document: Document
    segments: tuple[Segment, ...]
    outline: Outline
    keys: tuple[str, ...] = ()

    def segment_at(self, offset: int) -> int:
        """The index of the segment in which `offset` lies or that stands before it. Cost: logarithmic."""
        return max(0, bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1)
