r"""What a group of Rich Text inherits and gives back at its end: the text it belongs to, looks, paragraph.

{\b Resolved:} That …        bold ends with its brace
\b Resolved:\b0  That …      or by its word
\pard\plain                  paragraph and looks as if nothing had been said
{\deleted\revauthdel1 not}   words that author 1 struck out
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from compare.read.rtf_story import Story
from compare.values import Dress

# Levels of lists, counted from 0. Source: the Rich Text Format specification 1.9.1, "ilvl".
_LAST_LEVEL = 8
# Twips in a column of text: a letter of 10 points is about half as wide as it is high.
TWIPS_A_COLUMN = 120


class Shows(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    MARK = auto()  # the number before a paragraph
    NAME = auto()  # the author of a comment
    NOTHING = auto()  # a drawing: only the text boxes in it are text
    EITHER = auto()  # the same text twice: the first group is for old readers
    OR = auto()  # … and the second is meant


@dataclass
class State:
    """What holds for the text of a group. Authors are places in the table of authors."""

    story: Story
    shows: Shows = Shows.TEXT
    font: int = 0
    stand_in: int = 1
    dress: int = 0  # a sum of Dress
    character_style: int = 0
    is_link: bool = False
    is_hidden: bool = False
    is_inserted: bool = False
    is_deleted: bool = False
    inserted_by: int = 0
    deleted_by: int = 0
    is_in_object: bool = False
    style: int = 0
    outline: int | None = None
    list_use: int = 0
    level: int = 0
    indent: int = 0
    is_in_table: bool = False
    nesting: int = 0
    at_end: Callable[[], None] | None = None

    def opened(self) -> State:
        """The state of a group within this one. Cost: one dictionary; files have a million groups."""
        inner = object.__new__(State)
        inner.__dict__.update(self.__dict__)
        inner.at_end = None
        return inner

    @property
    def depth(self) -> int:
        """How many tables deep the paragraph stands."""
        return max(self.nesting, int(self.is_in_table or self.story.is_row_open))

    def clear_looks(self, font: int) -> None:
        r"""\plain: as if nothing had been said of the looks of words."""
        self.font, self.dress, self.character_style = font, 0, 0
        self.is_hidden = self.is_inserted = self.is_deleted = False

    def clear_paragraph(self) -> None:
        r"""\pard: as if nothing had been said of the paragraph."""
        self.style, self.outline, self.list_use, self.level = 0, None, 0, 0
        self.indent, self.is_in_table, self.nesting = 0, False, 0

    def set_paragraph(self, name: str, number: int | None) -> bool:
        """Sets a property of the paragraph; whether the word is one."""
        value = number or 0
        match name:
            case "s":
                self.style = value
            case "ls":
                self.list_use = value
            case "ilvl":
                self.level = min(max(value, 0), _LAST_LEVEL)
            case "li":
                self.indent = value
            case "intbl":
                self.is_in_table = True
            case "itap":
                self.nesting = max(value, 0)
            case _:
                return False
        return True

    def set_look(self, name: str, number: int | None) -> bool:
        """Sets how words are printed, or which change they are; whether the word says so."""
        is_on = number != 0
        if name in _LOOKS:
            look = _LOOKS[name]
            self.dress = self.dress | look if is_on else self.dress & ~look
        elif name == "ulnone":
            self.dress &= ~Dress.UNDERLINED.value
        elif name == "v":
            self.is_hidden = is_on
        elif name in ("revised", "mvt"):
            self.is_inserted = is_on
        elif name in ("deleted", "mvf"):
            self.is_deleted = is_on
        elif name == "revauth":
            self.inserted_by = number or 0
        elif name == "revauthdel":
            self.deleted_by = number or 0
        elif name == "mvauth":
            self.inserted_by = self.deleted_by = number or 0
        else:
            return False
        return True


_UNDERLINES = (
    *("ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth", "ulthd", "ulthdash"),
    *("ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave"),
)
_LOOKS = {
    "b": Dress.BOLD.value,
    "i": Dress.ITALIC.value,
    "strike": Dress.STRUCK.value,
    "striked": Dress.STRUCK.value,
    **dict.fromkeys(_UNDERLINES, Dress.UNDERLINED.value),
}
LOOK_WORDS = frozenset({*_LOOKS, "ulnone", "v", "revised", "mvt", "deleted", "mvf", "revauth", "revauthdel", "mvauth"})
PARAGRAPH_WORDS = frozenset({"s", "ls", "ilvl", "li", "intbl", "itap"})
