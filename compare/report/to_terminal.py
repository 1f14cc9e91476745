r"""Renders a comparison for a reader at a terminal: the verdict first, then the findings item by item, gravest first.

    HOLD: 1 critical and 1 minor difference in item 7; nothing major
    Do not publish: …

    Draft: draft.docx: Ash Parish Council, 6 May 2021, marked as a draft
    Final: final.pdf: Ash Parish Council, 6 May 2021, marked as confirmed

    TO SETTLE
    Item 7: Allotment rents

     1. CRITICAL: “not” stands in the draft only.
        draft  …that the rents should [-not-] rise before the spring…
        final  …that the rents should [ ] rise before the spring…
        Item 7, 2nd paragraph; draft line 40, final page 3 (negation.changed)

The first screen says what a busy reader must know; in a longer report the last line says the verdict again. Whatever a
colour means, a word means too. Escape sequences in a document are written out, never sent to the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.report.places import Places
from compare.report.registry import ReportOptions
from compare.report.sentences import (
    DocumentNames,
    ItemHeadings,
    Part,
    folded_sentence,
    furniture_lines,
    gate_lines,
    hidden_sentence,
    in_reading_order,
    not_compared_lines,
    order_question,
    provenance_line,
    reasons_to_list,
    same_file_sentence,
    scope_sentence,
    set_aside_sentences,
    source_lines,
    suspicion,
    told_in_both,
)
from compare.report.terminal_page import StyledText, TerminalPage
from compare.report.unsafe_characters import escape_in_one_line, escape_unsafe
from compare.text.markup import without_tags
from compare.values import Comparison, Context, Finding, Gate, Passage, Severity, Side, Span

_MARKS = {
    Severity.CRITICAL: "CRITICAL",
    Severity.MAJOR: "MAJOR",
    Severity.MINOR: "minor",
    Severity.COSMETIC: "cosmetic",
}
_INDENT = "    "
# Lines of a report that fit on one screen: what a terminal shows unless it was made larger. A fixed number, so that the
# report is the same wherever it is read.
_SCREEN = 24
_COLOURS = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "bold cyan",
    Severity.COSMETIC: "dim",
}
_GATE_COLOURS = {Gate.HOLD: "bold red", Gate.SIGN_OFF: "bold yellow", Gate.PUBLISH: "bold green"}
_BRACKETS = {Side.DRAFT: ("[-", "-]"), Side.FINAL: ("{+", "+}")}
_MOVED = "structure.paragraph-moved"  # the same words at another place are quoted once
_NOTHING = "[ ]"  # where the other document has words and this one none
_COLOUR_OF = {Side.DRAFT: "red", Side.FINAL: "green"}
_CHANGED = {Side.DRAFT: "red strike", Side.FINAL: "green underline"}
_LETTERS = {Side.DRAFT: "bold red reverse", Side.FINAL: "bold green reverse"}

# Characters of one change that are shown; of a longer one, both ends and how much was left out. A screen at 80 columns
# holds about 1,800; the whole text stands in the documents and in the JSON.
_LONGEST_CHANGE = 900
# How much of the words to each side of a change is shown where tags were left out, in characters.
_AROUND_TAGS = 80

_LINE_BLANKS = re.compile(r"[ \t\r\n]+")
# Blanks and invisible characters that a reader cannot tell from an ordinary blank: written out where they differ.
_ODD_BLANK = re.compile(r"[^\S ]|[\u00ad\u200b-\u200f\u2060\ufeff]")


def render(comparison: Comparison, options: ReportOptions) -> bytes:
    """The report as lines, in UTF-8."""
    return render_terminal(comparison, show=options.show, width=options.width, colour=options.has_colour).encode()


def render_terminal(comparison: Comparison, *, show: Severity, width: int, colour: bool) -> str:
    """The report as lines of at most `width` columns, with escape sequences only where `colour` is true."""
    page = TerminalPage(width, has_colour=colour)
    names = DocumentNames.of(comparison)
    page.write(StyledText(same_file_sentence(comparison), "bold"))
    _write_verdict(page, comparison)
    page.write(StyledText(gate_lines(comparison)[2]))
    for reason in reasons_to_list(comparison):
        page.write(StyledText(escape_in_one_line(reason), "bold"), first="- ", rest="  ")
    page.write(StyledText(escape_in_one_line(order_question(comparison)), "bold"))
    page.gap()
    for sentence in source_lines(comparison):
        page.write(StyledText(escape_in_one_line(sentence)), rest="  ")
    page.write(StyledText(escape_in_one_line(scope_sentence(comparison, names))))
    listing = _Listing(page, ItemHeadings.of(comparison), Places.of(comparison))
    listing.write(in_reading_order(comparison, show))
    both = told_in_both(comparison)
    if both:
        page.gap()
        page.write(StyledText("IN BOTH DOCUMENTS", "bold"), StyledText(" (no differences, and not counted)"))
        listing.write_in_both(both)
    page.gap()
    for sentence in (
        folded_sentence(comparison),
        hidden_sentence(comparison, show),
        *set_aside_sentences(comparison, names),
        *(furniture_lines(comparison, names) if show is Severity.COSMETIC else ()),
        *not_compared_lines(comparison, names),
    ):
        page.write(StyledText(escape_in_one_line(sentence)))
    page.write(StyledText(escape_in_one_line(provenance_line(comparison)), "dim"))
    if len(page.lines) > _SCREEN:
        page.gap()
        _write_verdict(page, comparison)
    return page.text()


def _write_verdict(page: TerminalPage, comparison: Comparison) -> None:
    gate, headline, _ = gate_lines(comparison)
    page.write(
        StyledText(gate, _GATE_COLOURS[comparison.gate]), StyledText(f": {escape_in_one_line(headline)}", "bold")
    )


@dataclass(frozen=True, slots=True)
class _Listing:
    """Writes findings to a page, under the headings of their parts and items."""

    page: TerminalPage
    headings: ItemHeadings
    places: Places

    def write(self, findings: Iterable[tuple[Part, Finding]]) -> None:
        """The findings of a comparison, numbered in the order of the list."""
        part: Part | None = None
        heading = ""
        for number, (its_part, finding) in enumerate(findings, 1):
            self.page.gap()
            if its_part is not part:
                part = its_part
                self.page.write(StyledText(part.upper(), "bold"))
                if self.headings[finding] == heading:
                    self.page.gap()
            heading = self._write_heading(finding, heading)
            self._write_finding(finding, f"{number:>2}. ")

    def write_in_both(self, findings: Iterable[Finding]) -> None:
        """Findings that are no differences, without numbers."""
        heading = ""
        for finding in findings:
            self.page.gap()
            heading = self._write_heading(finding, heading)
            self._write_finding(finding, _INDENT)

    def _write_heading(self, finding: Finding, above: str) -> str:
        """Writes the heading of a finding's item, unless it is the one above; returns it."""
        heading = self.headings[finding]
        if heading != above:
            self.page.write(StyledText(escape_in_one_line(heading), "bold"), rest="  ")
            self.page.gap()
        return heading

    def _write_finding(self, finding: Finding, number: str) -> None:
        self.page.write(
            StyledText(number),
            StyledText(f"{_MARKS[finding.severity]}:", _COLOURS[finding.severity]),
            StyledText(" " + escape_in_one_line(" ".join(filter(None, (finding.reason, suspicion(finding)))))),
            rest=_INDENT,
        )
        if finding.rule == _MOVED and finding.draft and finding.final:
            self._write_move(finding)
            return
        for side, context, passage in (
            (Side.DRAFT, finding.draft_context, finding.draft),
            (Side.FINAL, finding.final_context, finding.final),
        ):
            shown = context or _bare(passage)
            if shown is not None and not _is_blank_alone(finding):
                self.page.write(
                    *_marked(side, shown, passage, _cuts(finding, side)),
                    first=f"{_INDENT}{side}  ",
                    rest=_INDENT + " " * 7,
                )
        self._write_place(f"{self.places.of_finding(finding)} ({finding.rule})")

    def _write_move(self, finding: Finding) -> None:
        """The words once, as the final has them, from where and to where; edits inside are findings of their own."""
        context, (origin, target) = finding.final_context or _bare(finding.final), self.places.ends_of_move(finding)
        if context is not None:
            self.page.write(
                StyledText(escape_in_one_line(context.text)), first=f"{_INDENT}words  ", rest=_INDENT + " " * 7
            )
        self._write_place(origin, "from   ")
        self._write_place(f"{target} ({finding.rule})", "to     ")

    def _write_place(self, words: str, label: str = "") -> None:
        place = StyledText(escape_in_one_line(words.strip()), "dim")
        self.page.write(place, first=_INDENT + label, rest=_INDENT + " " * len(label))


def _cuts(finding: Finding, side: Side) -> tuple[Span, ...]:
    """The ranges of one side that a finding of several edits changes, words between them left out; none for others."""
    passage = finding.draft if side is Side.DRAFT else finding.final
    spans = [edit.draft if side is Side.DRAFT else edit.final for edit in finding.edits]
    if passage is None or len(spans) <= 1 or len(finding.pairs) > 1 or not _are_in_order(spans):
        return ()
    low, high = passage.start, passage.end
    spans = [Span(min(max(span.start, low), high), min(max(span.end, low), high)) for span in spans]
    joined = [spans[0]]
    for span in spans[1:]:
        between = passage.text[joined[-1].end - passage.start : span.start - passage.start]
        if between.strip():
            joined.append(span)
        else:
            joined[-1] = Span(joined[-1].start, span.end)
    return tuple(joined) if len(joined) > 1 else ()


def _are_in_order(spans: Sequence[Span]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(spans))


def _marked(side: Side, context: Context, passage: Passage | None, cuts: Sequence[Span]) -> Iterator[StyledText]:
    before, after = map(escape_in_one_line, _around(context))
    if context.start == context.end:
        apart = " " if after[:1].isalnum() and not before[-1:].isalnum() else ""
        yield StyledText(f"{before}{_NOTHING}{apart}{after}")
        return
    yield StyledText(before)
    change = context.text[context.start : context.end]
    if passage is None or passage.text != change or not cuts:
        yield from _change(side, change, passage, 0)
    else:
        place = 0
        for cut in cuts:
            start, end = cut.start - passage.start, cut.end - passage.start
            yield StyledText(_exact(change[place:start]))
            if start < end:
                yield from _change(side, change[start:end], passage, start)
            place = end
        yield StyledText(_exact(change[place:]))
    yield StyledText(after)


def _around(context: Context) -> tuple[str, str]:
    """The words before and after a change, without tags; of those of a raw table no more than of others."""
    before, after = context.text[: context.start], context.text[context.end :]
    bare = without_tags(before, after)
    if bare == (before, after):
        return bare
    before, after = bare
    if len(before) > _AROUND_TAGS:
        before = "…" + before[-_AROUND_TAGS:].partition(" ")[2]
    if len(after) > _AROUND_TAGS:
        after = after[:_AROUND_TAGS].rpartition(" ")[0] + "…"
    return before, after


def _change(side: Side, change: str, passage: Passage | None, start: int) -> Iterator[StyledText]:
    """Changed words in the brackets of their side; they begin `start` characters into the passage."""
    opening, closing = _BRACKETS[side]
    yield StyledText(opening, _COLOUR_OF[side])
    for part, is_letter in _parts(change, passage, start):
        yield StyledText(part, _LETTERS[side] if is_letter else _CHANGED[side])
    yield StyledText(closing, _COLOUR_OF[side])


def _is_blank_alone(finding: Finding) -> bool:
    """Whether a folded difference is between blanks that no reader can see: the reason and the place say all."""
    passages = [passage for passage in (finding.draft, finding.final) if passage is not None]
    has_context = finding.draft_context is not None or finding.final_context is not None
    return not has_context and all(_exact(passage.text).isspace() for passage in passages)


def _bare(passage: Passage | None) -> Context | None:
    """A passage without the words around it, as folded differences have it."""
    return Context(passage.text, 0, len(passage.text)) if passage else None


def _parts(change: str, passage: Passage | None, start: int) -> Iterator[tuple[str, bool]]:
    """The changed words, cut where the letters that differ begin and end."""
    if len(change) > _LONGEST_CHANGE:
        half = _LONGEST_CHANGE // 2
        yield f"{_exact(change[:half])} […{len(change) - 2 * half:,} characters…] {_exact(change[-half:])}", False
        return
    place = 0
    if passage is not None and passage.text[start : start + len(change)] == change:
        for letters in passage.letters:
            low, high = letters.start - passage.start - start, letters.end - passage.start - start
            if low >= place and high <= len(change) and high - low < len(change):
                yield _exact(change[place:low]), False
                yield _exact(change[low:high]), True
                place = high
    yield _exact(change[place:]), False


def _exact(text: str) -> str:
    """The text of a change, in which even blanks can be told apart."""
    return escape_unsafe(_ODD_BLANK.sub(lambda blank: f"\\u{ord(blank.group()):04x}", _LINE_BLANKS.sub(" ", text)))
