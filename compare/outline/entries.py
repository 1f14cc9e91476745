"""What a line of a list of people says of one person, and what stands beside the name: a box, a star, a post."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from compare.outline.segment_view import SegmentView
from compare.text.tokens import fold_key
from compare.values import Attendee

_BOX = re.compile(r"\s*\[([ xX]?)\](?!\()")
SIGN = re.compile(r"[✓✔✅🗸✗✘❌✕✖❎🗙☑☒🗹🗷☐□❏❑❒◻⬜]")
_STARS = re.compile(r"[*†‡#^+]+")
MEANINGS_OF_SIGNS = {
    **dict.fromkeys("✓✔✅🗸☑☒🗹🗷", "x"),
    **dict.fromkeys("✗✘❌✕✖❎🗙", "no"),
    **dict.fromkeys("☐□❏❑❒◻⬜", ""),
}
_BRACKET = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]?")
_HANDLE = re.compile(r"(?<!\w)@[\w-]+(?:/[\w-]+)?")
_DASH = re.compile(r"\s[-–—]+\s|\s*[–—]\s*|:\s|\s[-–—]+$")
FIGURE = re.compile(r"\d")
_WORDS_BEHIND = re.compile(r"[\s)\]]*([^\s()\[\]–—-][^()\[\]–—]*)")
_LONE_MARK = re.compile(r"(?<=[^\W\d_]{2})\s+(P|A|X|Y|N|Ap|Ab)\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a line. Ranges are of the line's text; `name` is empty where nobody is named."""

    start: int
    end: int
    named: tuple[int, int] = (0, 0)
    shown: tuple[int, int] = (0, 0)  # the name as a report shows it
    name: tuple[str, ...] = ()
    title: str = ""
    handle: str = ""
    office: str = ""
    said: str = ""  # the office as printed
    mark: str = ""
    status: str = ""  # what a mark says of whether the person was there: "present", "apologies", "absent"
    told: tuple[int, int] = (0, 0)  # where that mark stands
    notes: tuple[tuple[int, int], ...] = ()  # what is said of the person with figures: "(from 7.15 pm)"
    is_nobody: bool = False  # "None", "There were no apologies", the headings of columns
    is_columns: bool = False  # of those, the headings

    @property
    def is_person(self) -> bool:
        """Whether somebody is named."""
        return bool(self.name or self.handle)


def shifted(entry: Entry, by: int) -> Entry:
    """An entry of a part of a line, as one of the line: the part begins `by` characters into it."""
    start, end = entry.start + by, entry.end + by
    named, shown, told = ((low + by, high + by) for low, high in (entry.named, entry.shown, entry.told))
    notes = tuple((low + by, high + by) for low, high in entry.notes)
    return replace(entry, start=start, end=end, named=named, shown=shown, told=told, notes=notes) if by else entry


def attendee_of(view: SegmentView, index: int, entry: Entry) -> Attendee:
    """The person whom an entry of a segment names, as that entry alone says it: under no label yet."""
    return Attendee(
        segment=index,
        span=view.span(index, entry.start, entry.end),
        named=view.span(index, *entry.named),
        text=" ".join(view.texts[index][slice(*entry.shown)].split()),
        name=entry.name,
        title=entry.title,
        handle=entry.handle,
        office=entry.office,
        said=entry.said,
        mark=entry.mark,
    )


class Named(NamedTuple):
    """A name: its folded words, its title, where both stand, and what of them a report shows."""

    name: tuple[str, ...]
    title: str
    span: tuple[int, int]
    shown: tuple[int, int]


class Beside:
    """What stands beside a name, taken off an entry bit by bit; ranges stay those of the line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.begin = start  # of the name, where an office stands before it
        self.offices: list[str] = []
        self.said: list[str] = []
        self.marks: list[str] = []
        self.notes: list[tuple[int, int]] = []
        self.inside: list[tuple[int, int]] = []
        self.handle: re.Match[str] | None = None
        self.told = (start, start)  # where a mark stands

    def say(self, words: str, office_of: Callable[[str], str]) -> None:
        """Takes words that say who the person is."""
        office = office_of(words)
        if office:
            self.offices.append(office)
            self.said.append(plain_words(words))

    def peel_marks(self) -> None:
        """Takes a box, a sign or a star."""
        box = _BOX.match(self.text, self.start, self.end)
        if box is not None:
            self._blank(box.span())
            self.marks.extend(["x"] if box[1].strip() else [])
        for found in (*SIGN.finditer(self.text, self.start, self.end),):
            self._blank(found.span())
            self.marks.extend(filter(None, [MEANINGS_OF_SIGNS[found.group()]]))
        for found in (*_STARS.finditer(self.text, self.start, self.end),):
            # "**5 Police:** Mrs Orr did not attend": the end of bold type, and no mark of hers.
            is_emphasis = len(found.group()) > 1 and self.text[max(0, found.start() - 1)] == ":"
            self._blank(found.span())
            self.marks.extend([] if is_emphasis else [found.group()])

    def peel_handle(self, office_of: Callable[[str], str]) -> None:
        """Takes "@lmarsh", and a post behind it: "Lena Marsh @lmarsh Maintainer"."""
        self.handle = _HANDLE.search(self.text, self.start, self.end)
        if self.handle is None:
            return
        self._blank(self.handle.span())
        before, behind = self.text[self.start : self.handle.start()], self.text[self.handle.end() : self.end]
        if before.strip(" (["):
            post = _WORDS_BEHIND.match(behind)
            if post is not None:
                self.say(post[1], office_of)
                self._blank((self.handle.end() + post.start(1), self.handle.end() + post.end(1)))

    def peel_brackets(self, office_of: Callable[[str], str]) -> None:
        """Takes what brackets say; figures in them are no office: "(from 7.15 pm)"."""
        for bracket in (*_BRACKET.finditer(self.text, self.start, self.end),):
            self.inside.append(bracket.span(1))
            if FIGURE.search(bracket[1]):
                self.notes.append(bracket.span(1))
            else:
                self.say(bracket[1], office_of)
            self._blank(bracket.span())

    def peel_presiding(self, presiding: re.Pattern[str], office_of: Callable[[str], str]) -> None:
        """Takes "in the Chair" or "Vice Chair" without brackets."""
        found = presiding.search(self.text, self.start, self.end)
        if found is not None and self.text[self.start : found.start()].strip():
            self._blank(found.span())
            self.offices, self.said = [office_of(found[1])], [plain_words(found[1])]

    def peel_stand_in(self, standing_in: re.Pattern[str], office_of: Callable[[str], str]) -> None:
        """Takes "in place of Ms King" or "for Cllr Venn" behind a name."""
        found = standing_in.search(self.text, self.start, self.end)
        if found is not None and self.text[self.start : found.start()].strip():
            self.offices.append(office_of(f"substitute for {found['whom']}"))
            self.said.append(plain_words(found[0]))
            self._blank(found.span())

    def peel_lone_mark(self, marks: Mapping[str, str]) -> None:
        """Takes one letter behind the name: "Lena Marsh P"."""
        lone = _LONE_MARK.search(self.text, self.start, self.end)
        if lone is not None:
            self.marks.append(marks.get(lone[1].lower(), lone[1].lower()))
            self.told = lone.span(1)
            self.end = lone.start()

    def dash(self) -> re.Match[str] | None:
        """The first dash or colon behind a word."""
        found = _DASH.finditer(self.text, self.start, self.end)
        return next((dash for dash in found if self.text[self.start : dash.start()].strip()), None)

    def entry(self, start: int, end: int, named: Named) -> Entry:
        """The entry of a name and what was taken off beside it."""
        return Entry(
            start,
            end,
            named.span,
            named.shown,
            named.name,
            named.title,
            fold_key(self.handle.group()) if self.handle else "",
            " ".join(self.offices),
            ", ".join(self.said),
            " ".join(self.marks),
            told=self.told,
            notes=tuple(self.notes),
        )

    def _blank(self, span: tuple[int, int]) -> None:
        self.text = f"{self.text[: span[0]]}{' ' * (span[1] - span[0])}{self.text[span[1] :]}"


def sign_of(mark: str) -> str | None:
    """What a printed tick, cross or box says, as a mark beside a name; `None` where there is none."""
    found = SIGN.search(mark)
    return MEANINGS_OF_SIGNS[found.group()] if found else None


def plain_words(words: str) -> str:
    """Words as a report shows them, without the marks around them."""
    return " ".join(words.split()).strip(" .,:;()[]-–—*_|")
