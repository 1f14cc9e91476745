"""Reads every document of a folder and says what the reading lost, broke or set aside, beside other programs' readings.

Nobody has marked these documents. What stands in for marks: poppler's reading of the same PDF for words, numbers and
characters; the words of a line that was set aside as the page's own, for whether a reader would take it for the
minutes; and lines that recur at the edges of pages, for heads that were left in the text. Suspects are listed to be
looked at; the figures alone prove nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare.errors import CompareError
from compare.pipeline import read_minutes
from compare.read import read_document
from compare.style.house_style import HouseStyle, default_house_style
from compare.values import Minutes, SegmentKind

from .model_settings import MeasuredTable
from .plain_readings import has_pdftotext, read_plainly
from .reading_counts import (
    BrokenNumbers,
    WordCounts,
    count_broken_numbers,
    count_lost_characters,
    count_words,
    folded_line,
    has_letters,
    reasons_for_body,
    recurring_edges,
    words_of,
)
from .tables import Table

_KINDS = (".pdf", ".docx", ".odt", ".rtf", ".html", ".htm", ".txt", ".md")
_QUICK_STEP = 16  # the quick run takes one file in so many
_LISTED = 60  # rows of each list that is printed; --verbose prints all
_SAID = frozenset({"decision", "vote", "sum", "sentence"})  # reasons to think that a line is body whatever recurs
_PER = 10_000  # words


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A line set aside as the page's own: its words, how often it stands there, and why it may be the minutes'."""

    text: str
    times: int
    first_page: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was counted in one file. `words` are None where there is no other reading to compare with."""

    name: str
    pages: int
    size: int  # words that we read
    seconds: float
    furniture: tuple[FurnitureLine, ...]
    left_out: tuple[tuple[str, str], ...] = ()  # what and why, as the report names it
    heads_left: tuple[tuple[str, int], ...] = ()
    words: WordCounts | None = None
    numbers: BrokenNumbers = field(default_factory=BrokenNumbers)
    lost_characters: Counter[str] = field(default_factory=Counter)

    @property
    def suspects(self) -> list[FurnitureLine]:
        """The furniture that may be body."""
        return [line for line in self.furniture if line.reasons]


def measure_reading(folder: Path, *, is_quick: bool = False, is_verbose: bool = False) -> tuple[Table, ...]:
    """The tables over all documents in a folder and its folders; one that says so when there are none."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _KINDS)
    if not paths:
        note = f"no documents under {folder}; name a folder of minutes after `--only reading`"
        return (Table("Reading", ("what", "count"), (), (note,)),)
    style = default_house_style()
    files: list[ReadFile] = []
    refused: list[tuple[str, str]] = []
    for path in paths[:: _QUICK_STEP if is_quick else 1]:
        name = path.relative_to(folder).as_posix()
        try:
            files.append(read_file(path, name, style))
        except CompareError as error:
            refused.append((name, str(error).replace(str(path), "").strip(": ").partition("\n")[0]))
    most = len(paths) * 1000 if is_verbose else _LISTED
    return (
        _totals(files, refused),
        _by_folder(files),
        *(_listing(title, heads, rows, most) for title, heads, rows in _lists(files, refused)),
    )


def read_file(path: Path, name: str, style: HouseStyle) -> ReadFile:
    """Reads one file as `compare` does and counts. Raises CompareError for a file that is refused."""
    start = time.perf_counter()
    document = read_document(str(path))
    seconds = time.perf_counter() - start
    minutes = read_minutes(document, style)
    text, pages = minutes.document.text, len(minutes.document.page_starts) or 1
    furniture = _furniture(minutes, pages)
    theirs = read_plainly(path)
    if theirs is None:
        return ReadFile(name, pages, len(words_of(text)), seconds, furniture, document.left_out)
    return ReadFile(
        name,
        pages,
        len(words_of(text)),
        seconds,
        furniture,
        document.left_out,
        _heads_left(minutes, theirs[-1].split("\f")) if path.suffix.lower() == ".pdf" else (),
        count_words(text, theirs),
        count_broken_numbers(text, theirs),
        count_lost_characters(text, theirs),
    )


def _furniture(minutes: Minutes, pages: int) -> tuple[FurnitureLine, ...]:
    seen: dict[str, list[tuple[str, int]]] = {}
    for line, page in _furniture_lines(minutes):
        seen.setdefault(folded_line(line), []).append((line, page))
    return tuple(
        FurnitureLine(places[0][0], len(places), places[0][1], reasons_for_body(places, pages))
        for places in seen.values()
    )


def _furniture_lines(minutes: Minutes) -> Iterable[tuple[str, int]]:
    document = minutes.document
    for segment in minutes.segments:
        if segment.kind is SegmentKind.FURNITURE:
            for line in document.text[segment.start : segment.end].splitlines():
                if line.strip():
                    yield " ".join(line.split()), document.page_at(segment.start) or 1


def _heads_left(minutes: Minutes, pages: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Lines that recur at the edges of pages oftener than they were set aside, with how much oftener."""
    aside = Counter(
        folded_line(part)
        for segment in minutes.segments
        if segment.kind is SegmentKind.FURNITURE
        for line in minutes.document.text[segment.start : segment.end].splitlines()
        for part in {line, *line.split("\t")}
    )
    left: dict[str, int] = {}
    for key, on in recurring_edges([page for page in pages if page.strip()]).items():
        if set(reasons_for_body([(key, page) for page in on], len(pages))) & _SAID:
            continue
        taken = sum(times for part, times in aside.items() if part == key or (has_letters(key) and key in part))
        if taken < len(on):
            left[key] = len(on) - taken
    return tuple(sorted(left.items()))


def _totals(files: Sequence[ReadFile], refused: Sequence[object]) -> MeasuredTable:
    size, seconds, pages = (sum(getattr(file, name) for file in files) for name in ("size", "seconds", "pages"))
    compared = [file for file in files if file.words is not None]
    beside = sum(file.size for file in compared)
    figures = {
        "files": len(files),
        "refused": len(refused),
        "pages": pages,
        "pages a second": round(pages / seconds, 1) if seconds else 0.0,
        "words": size,
        "words beside another reading": beside,
        **{what: sum(count(file) for file in files) for what, count in _COUNTS.items()},
    }
    rows = [
        (what, f"{value:,}", f"{value * _PER / beside:.2f}" if what in _RATES and beside else "")
        for what, value in figures.items()
    ]
    notes = ["a word is lost if all other readings have it oftener, invented if none has it as often"]
    if not has_pdftotext():
        notes.append("pdftotext (poppler-utils) is not installed: of PDFs only pages and furniture were counted")
    if len(compared) < len(files):
        notes.append(f"{len(files) - len(compared)} files (text, markdown) have no other reading to compare with")
    return MeasuredTable("Reading", ("what", "count", f"per {_PER:,} words"), tuple(rows), tuple(notes), 1, figures)


def _words(get: Callable[[WordCounts], Counter[str]]) -> Callable[[ReadFile], int]:
    return lambda file: get(file.words).total() if file.words else 0


_COUNTS: dict[str, Callable[[ReadFile], int]] = {
    "words lost": _words(lambda words: words.lost),
    "words invented": _words(lambda words: words.invented),
    "words glued": _words(lambda words: words.glued),
    "words cut": _words(lambda words: words.cut),
    "characters lost": lambda file: file.lost_characters.total(),
    "broken numbers": lambda file: file.numbers.total,
    "numbers glued": lambda file: file.numbers.glued.total(),
    "numbers cut": lambda file: file.numbers.cut.total(),
    "numbers missing": lambda file: file.numbers.missing.total(),
    "references to notes, left out": lambda file: file.numbers.references.total(),
    "furniture lines": lambda file: sum(line.times for line in file.furniture),
    "furniture that may be body": lambda file: sum(line.times for line in file.suspects),
    "of these, standing once": lambda file: sum(line.reasons == ("once",) for line in file.suspects),
    "files with furniture that may be body": lambda file: bool(file.suspects),
    "heads left in the text": lambda file: sum(times for _, times in file.heads_left),
}
_RATES = frozenset(_COUNTS) - {"files with furniture that may be body"}


_TOTAL_ONLY = frozenset(
    {"of these, standing once", "files with furniture that may be body", "references to notes, left out"}
)


def _by_folder(files: Sequence[ReadFile]) -> Table:
    folders: dict[str, list[ReadFile]] = {}
    for file in files:
        folders.setdefault(file.name.rpartition("/")[0] or ".", []).append(file)
    shown = [what for what in _COUNTS if what not in _TOTAL_ONLY]
    rows = [
        (
            folder,
            str(len(own)),
            str(sum(file.pages for file in own)),
            str(sum(file.size for file in own)),
            *(str(sum(_COUNTS[what](file) for file in own)) for what in shown),
        )
        for folder, own in sorted(folders.items())
    ]
    return Table("Reading, by folder", ("folder", "files", "pages", "words", *shown), tuple(rows))


_Rows = Sequence[tuple[str, ...]]


def _lists(files: Sequence[ReadFile], refused: Sequence[tuple[str, str]]) -> list[tuple[str, tuple[str, ...], _Rows]]:
    furniture = [
        (", ".join(line.reasons), file.name, str(line.first_page), line.text, str(line.times))
        for file in files
        for line in file.furniture
    ]
    often: Counter[str] = Counter()
    for file in files:
        for line in file.furniture:
            often[line.text if not line.reasons else f"? {line.text}"] += line.times
    heads = [(file.name, key, str(times)) for file in files for key, times in file.heads_left]
    return [
        (
            "Furniture that may be body",
            ("why", "file", "page", "line", "times"),
            sorted(row for row in furniture if row[0]),
        ),
        ("Furniture, all lines", ("line", "times"), [(line, str(times)) for line, times in _by_count(often)]),
        ("Heads left in the text", ("file", "line, numbers as #", "times"), sorted(heads)),
        ("Broken numbers", ("how", "file", "number", "times"), _numbers(files)),
        ("Words", ("how", "file", "word", "times"), _word_rows(files)),
        ("Lost characters", ("file", "count", "which"), _characters(files)),
        (
            "Left out and named",
            ("file", "what", "why"),
            [(file.name, *named) for file in files for named in file.left_out],
        ),
        ("Refused", ("file", "why"), sorted(refused)),
    ]


def _numbers(files: Sequence[ReadFile]) -> _Rows:
    return sorted(
        (how, file.name, number, str(times))
        for file in files
        for how, found in (
            ("glued", file.numbers.glued),
            ("cut", file.numbers.cut),
            ("missing", file.numbers.missing),
            ("reference", file.numbers.references),
        )
        for number, times in found.items()
    )


def _word_rows(files: Sequence[ReadFile]) -> _Rows:
    return sorted(
        (how, file.name, word, str(times))
        for file in files
        if (words := file.words) is not None
        for how, found in (
            ("lost", words.lost),
            ("invented", words.invented),
            ("glued", words.glued),
            ("cut", words.cut),
        )
        for word, times in found.items()
        if times > 0
    )


def _characters(files: Sequence[ReadFile]) -> _Rows:
    rows = [
        (file.name, file.lost_characters.total(), "".join(sorted(file.lost_characters)))
        for file in files
        if file.lost_characters
    ]
    return [(name, str(count), which) for name, count, which in sorted(rows, key=lambda row: (-row[1], row[0]))]


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _listing(title: str, columns: tuple[str, ...], rows: _Rows, most: int) -> Table:
    notes = (f"{len(rows) - most} more; --verbose lists all",) if len(rows) > most else ()
    return Table(f"{title} ({len(rows)})", columns, tuple(rows[:most]), notes, len(columns) - ("times" in columns))
