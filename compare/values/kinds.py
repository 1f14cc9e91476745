"""The words that classify things: severities, sides, relations, roles."""

from __future__ import annotations

from enum import IntFlag, StrEnum


class Severity(StrEnum):
    """How much a reader would do or believe differently, gravest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    COSMETIC = "cosmetic"

    @property
    def rank(self) -> int:
        """Place in the order of gravity: 0 is critical, 3 is cosmetic."""
        return _SEVERITY_RANK[self]

    def at_least(self, floor: Severity) -> Severity:
        """The graver of this severity and `floor`."""
        return self if self.rank <= floor.rank else floor


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Side(StrEnum):
    """One of the two documents, always in this order."""

    DRAFT = "draft"
    FINAL = "final"

    @property
    def other(self) -> Side:
        """The other document."""
        return Side.FINAL if self is Side.DRAFT else Side.DRAFT


class Gate(StrEnum):
    """What the findings together say about publishing the final."""

    PUBLISH = "publish"
    SIGN_OFF = "sign-off"
    HOLD = "hold"


class Doubt(StrEnum):
    """Why something that was not compared keeps a final from being published unseen."""

    UNREAD = "unread"  # it may say something that no one has compared: a chart, a cut-off end; on either side
    UNFINISHED = "unfinished"  # a draft may hold it, a final must not: tracked changes, comments, hidden words


class Tracked(StrEnum):
    """Which text of a document with tracked changes is compared."""

    ACCEPT = "accept"  # as if every change had been accepted
    REJECT = "reject"  # as if none had been made


class Formatting(IntFlag):
    """How a run of words is printed. Struck-through and underlined words can be an amendment."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    UNDERLINED = 4
    STRUCK = 8


class SegmentKind(StrEnum):
    """What a segment is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    FURNITURE = "furniture"


class Role(StrEnum):
    """What a segment is in the minutes."""

    FRONT = "front"  # title, date, venue: before the first item
    ATTENDANCE = "attendance"  # present, in the Chair, in attendance
    APOLOGIES = "apologies"
    INTEREST = "interest"  # declarations of interest
    HEADING = "heading"  # the heading of an agenda item, or a sub-heading
    HEADER = "header"  # "Resolved:" standing alone above its limbs
    RESOLUTION = "resolution"  # the words of a decision
    VOTE = "vote"  # counts, names, movers
    NARRATIVE = "narrative"
    FURNITURE = "furniture"  # belongs to the page, not to the minutes


class Relation(StrEnum):
    """How the segments of a pair match."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"
    OUT_OF_SCOPE = "out-of-scope"
    FURNITURE = "furniture"


class MatchedBy(StrEnum):
    """How a pair was found."""

    EXACT = "exact"
    FUZZY = "fuzzy"
    HEADING = "heading"
    NONE = "none"


class Op(StrEnum):
    """The kinds of edit."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class NameForm(StrEnum):
    """How it is known that a name in short and one in full are one."""

    EXPLAINED = "explained"  # "the Integrated Care Board (ICB)", "AP = Alan Pryce"
    FITTING = "fitting"  # no other name of the documents has these initials, or begins so


class Retelling(StrEnum):
    """How the same words of matter say something, put together another way."""

    SAME = "same"  # "the fee was paid by Mr Hale", "Mr Hale paid the fee"
    TURNED = "turned"  # "Mr Hale thanked Ms Orr", "Ms Orr thanked Mr Hale"


class FoldKind(StrEnum):
    """The classes of typography and layout that are folded: counted, not listed."""

    QUOTES = "quotes"
    SPACES = "spaces"
    DASHES = "dashes"
    BULLETS = "bullets"
    CASE = "case"
    MARKUP = "markup"
    LINES = "lines"
    PAGE_BREAK = "page-break"
    NUMBERING = "numbering"


class ScopeKind(StrEnum):
    """Whether one document is a part of the other."""

    WHOLE = "whole"
    EXTRACT = "extract"


class VoteSignKind(StrEnum):
    """What a word, number or mark is where a vote is counted."""

    NUMBER = "number"  # "5", "five", "none"
    ANSWER = "answer"  # "in favour", "against", "Ab"
    WHOLE = "whole"  # a count in one word: "unanimously", "nem. con."
    TIE = "tie"  # that two counts are the same: "equal", "tied", "each"
    VOTER = "voter"  # who is counted: "members"
    FORM = "form"  # what comes and goes with the form: "the result was"
    JOINT = "joint"  # what comes and goes beside a count alone: "by", "to", "with"
    WORD = "word"  # any other word
    MARK = "mark"  # punctuation


class FactKind(StrEnum):
    """The structural facts that an alignment can show."""

    ITEM = "item"  # a whole agenda item on one side only
    RENUMBERED = "renumbered"  # a run of items that changed number
    HEADER = "header"  # a resolution's header on one side only
    LIMB = "limb"  # a resolution's limb on one side only
    PARAGRAPH = "paragraph"  # any other segment on one side only, or moved
    ORDER = "order"  # a list or table whose lines stand in another order
    CELL = "cell"  # the same words in another column of their row
    COLUMNS = "columns"  # cells of a table exchanged between columns, with the headings or without
    SET_OTHERWISE = "set-otherwise"  # sentences on one side that are lines or a table on the other
    FORMATTING = "formatting"  # the same words struck through on one side, plain on the other
    TRUNCATED = "truncated"  # a mark of the source that text is missing here
    STATUS = "status"  # draft / confirmed mark
    PAGE_DATA = "page-data"  # the own data of a markdown page above the minutes
    PERSON = "person"  # people whose place in the record of attendance differs
    ROLL = "roll"  # the same people in another order or form
    HANDLE = "handle"  # a handle where the other side has its owner's name
    VOTER = "voter"  # people whom a recorded vote puts elsewhere
    VOTE = "vote"  # the same voters or counts in another order or form
