r"""Renders a comparison for a reader at a terminal: the gate first, then the findings, gravest first.

    HOLD: 1 critical difference in item 7; nothing major or minor
    Do not publish: …

    CRITICAL
    Item 7: Allotment rents

    !!  "not" stands in the draft only.
        draft  …that the rents should [-not-] rise before the spring…
        final  …that the rents should [ ] rise before the spring…
        negation.changed; draft line 40, paragraph 12; final line 52, paragraph 15

Whatever a colour means, a mark means too. Escape sequences in a document are written out, never sent to the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.report.registry import ReportOptions
from compare.report.sentences import (
    DocumentNames,
    ItemHeadings,
    folded_sentence,
    furniture_lines,
    gate_lines,
    hidden_sentence,
    not_compared_lines,
    place_of,
    provenance_line,
    same_file_sentence,
    scope_sentence,
    set_aside_sentences,
    suspicion,
)
from compare.report.terminal_page import StyledText, TerminalPage
from compare.report.unsafe_characters import escape_in_one_line, escape_unsafe
from compare.values import Comparison, Context, Finding, Gate, Passage, Severity, Side

_MARKS = {Severity.CRITICAL: "!!  ", Severity.MAJOR: "!   ", Severity.MINOR: "·   ", Severity.COSMETIC: "~   "}
_INDENT = "    "
_COLOURS = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "bold cyan",
    Severity.COSMETIC: "dim",
}
_GATE_COLOURS = {Gate.HOLD: "bold red", Gate.SIGN_OFF: "bold yellow", Gate.PUBLISH: "bold green"}
_BRACKETS = {Side.DRAFT: ("[-", "-]"), Side.FINAL: ("{+", "+}")}
_NOTHING = "[ ]"  # where the other document has words and this one none
_COLOUR_OF = {Side.DRAFT: "red", Side.FINAL: "green"}
_CHANGED = {Side.DRAFT: "red strike", Side.FINAL: "green underline"}
_LETTERS = {Side.DRAFT: "bold red reverse", Side.FINAL: "bold green reverse"}

# Characters of one change that are shown; of a longer one, both ends and how much was left out. A screen at 80 columns
# holds about 1,800; the whole text stands in the documents and in the JSON.
_LONGEST_CHANGE = 900

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
    gate, headline, advice = gate_lines(comparison)
    page.write(StyledText(same_file_sentence(comparison), "bold"))
    page.write(StyledText(gate, _GATE_COLOURS[comparison.gate]), StyledText(f": {headline}", "bold"))
    page.write(StyledText(advice))
    for reason in comparison.gate_reasons:
        page.write(StyledText(escape_in_one_line(reason), "bold"), first="- ", rest="  ")
    page.gap()
    page.write(StyledText(escape_in_one_line(scope_sentence(comparison, names))))
    headings = ItemHeadings.of(comparison)
    _write_findings(page, headings, comparison.listed(show))
    if comparison.in_both:
        page.gap()
        page.write(StyledText("IN BOTH DOCUMENTS", "bold"), StyledText(" (no differences, and not counted)"))
        _write_findings(page, headings, comparison.in_both, with_severity=False)
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
    return page.text()


def _write_findings(
    page: TerminalPage, headings: ItemHeadings, findings: Iterable[Finding], *, with_severity: bool = True
) -> None:
    severity: Severity | None = None
    heading = ""
    for finding in findings:
        page.gap()
        if with_severity and finding.severity is not severity:
            severity, heading = finding.severity, ""
            page.write(StyledText(severity.upper(), _COLOURS[severity]))
        if headings[finding] != heading:
            heading = headings[finding]
            page.write(StyledText(escape_in_one_line(heading), "bold"), rest="  ")
            page.gap()
        _write_finding(page, finding)


def _write_finding(page: TerminalPage, finding: Finding) -> None:
    page.write(
        StyledText(_MARKS[finding.severity], _COLOURS[finding.severity]),
        StyledText(escape_in_one_line(" ".join(filter(None, (finding.reason, suspicion(finding)))))),
        rest=_INDENT,
    )
    for side, context, passage in (
        (Side.DRAFT, finding.draft_context, finding.draft),
        (Side.FINAL, finding.final_context, finding.final),
    ):
        shown = context or _bare(passage)
        if shown is not None and not _is_blank_alone(finding):
            page.write(*_marked(side, shown, passage), first=f"{_INDENT}{side}  ", rest=_INDENT + " " * 7)
    page.write(StyledText("; ".join((finding.rule, *place_of(finding))), "dim"), first=_INDENT)


def _marked(side: Side, context: Context, passage: Passage | None) -> Iterator[StyledText]:
    opening, closing = _BRACKETS[side]
    before, after = escape_in_one_line(context.text[: context.start]), escape_in_one_line(context.text[context.end :])
    if context.start == context.end:
        apart = " " if after[:1].isalnum() and not before[-1:].isalnum() else ""
        yield StyledText(f"{before}{_NOTHING}{apart}{after}")
        return
    yield StyledText(before)
    yield StyledText(opening, _COLOUR_OF[side])
    for part, is_letter in _parts(context, passage):
        yield StyledText(part, _LETTERS[side] if is_letter else _CHANGED[side])
    yield StyledText(closing, _COLOUR_OF[side])
    yield StyledText(after)


def _is_blank_alone(finding: Finding) -> bool:
    """Whether a folded difference is between blanks that no reader can see: the reason and the place say all."""
    passages = [passage for passage in (finding.draft, finding.final) if passage is not None]
    has_context = finding.draft_context is not None or finding.final_context is not None
    return not has_context and all(_exact(passage.text).isspace() for passage in passages)


def _bare(passage: Passage | None) -> Context | None:
    """A passage without the words around it, as folded differences have it."""
    return Context(passage.text, 0, len(passage.text)) if passage else None


def _parts(context: Context, passage: Passage | None) -> Iterator[tuple[str, bool]]:
    """The change itself, cut where the letters that differ begin and end."""
    change = context.text[context.start : context.end]
    if len(change) > _LONGEST_CHANGE:
        half = _LONGEST_CHANGE // 2
        yield f"{_exact(change[:half])} […{len(change) - 2 * half:,} characters…] {_exact(change[-half:])}", False
        return
    place = 0
    if passage is not None and passage.text == change:
        for letters in passage.letters:
            start, end = letters.start - passage.start, letters.end - passage.start
            yield _exact(change[place:start]), False
            yield _exact(change[start:end]), True
            place = end
    yield _exact(change[place:]), False


def _exact(text: str) -> str:
    """The text of a change, in which even blanks can be told apart."""
    return escape_unsafe(_ODD_BLANK.sub(lambda blank: f"\\u{ord(blank.group()):04x}", _LINE_BLANKS.sub(" ", text)))
