"""Finds the decisions: where each is announced, and its numbered parts.

    **RESOLVED** (by 7 votes to 0) that …  header and qualification
    1. the scheme be approved:             limbs, nested ones too
       (a) in the north; and
       (b) in the south.
    The Committee resolved:-               who decides, and that they do
    … seconded by Cllr Birch and it was RESOLVED to …          in mid-sentence
    Moved Mr Ash, seconded Mrs Birch
    That the hall be let.                  below its movers
    1. That …                              limbs whose header was lost
    Resolved the parking problem at last.  none: nothing follows that a decision is made of
    It was noted that the hall was cold.   none: a report

A decision ends at the next narrative paragraph, heading, label or vote; a sentence that votes and decides is one. The
words are data of the house style; only their grammar is here.
"""

from __future__ import annotations

import re

from compare.outline.deciding_sentences import Header
from compare.outline.decision_grammar import DecisionGrammar
from compare.outline.motions import lines_below, names_movers_alone
from compare.outline.segment_view import RoleClaims, SegmentView, cell_end
from compare.values import Item, Resolution, Role, SegmentKind, Span

_LEADS_ON = re.compile(r"(?:[:;,]|:\s?[-–—]|[-–—]|\b(?:that|to|and|or|following|follows))[*_\s]*$", re.IGNORECASE)
_CONTINUES = re.compile(r"(?:[;,:]|\b(?:and|or))[*_\s]*$", re.IGNORECASE)
# How much of a vote is read for its outcome, in characters.
_LONGEST_OUTCOME = 400
_LOST = re.compile(r"(?i)\b(?:lost|fell|not carried|defeated|withdrawn)\b")
_CARRIES_ON = re.compile(r"(?:[Tt]hat|THAT|[Tt]o|the|and)\b")
# The longest line that says who moved something, in characters.
_LONGEST_MOVERS = 240
# "That was a long debate" is nothing that was moved.
_THAT_TELLS = re.compile(r"(?i)that (?:was|were|is|has|had|would|could|left|made|meant|said)\b")
_LABELLED = re.compile(r"[*_]*[A-Z][\w'’/&-]*(?: [\w'’/&-]+){0,3}[*_]*:[*_]* \S")
_FIRST_LIMB = re.compile(r"[*_\s]*\(?(?:1|a|i|A)[.)]\s")
_THAT_BE = re.compile(
    r"(?i)that\b.{0,600}?\b(?:be|is|are|note|notes|noted|approve|approves|take|receive|agree|agrees)\b"
)


def find_resolutions(
    view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], grammar: DecisionGrammar
) -> tuple[Resolution, ...]:
    """Finds the decisions in order and claims their headers and limbs. Cost: linear."""
    finder = _Finder(view, roles, grammar, {item.first for item in items})
    found = finder.find_announced()
    found += finder.find_unannounced(items)
    return tuple(sorted(found, key=lambda resolution: resolution.span.start))


def _within_cell(header: Header, text: str) -> Header:
    """Ends a decision with the cell of the row in which it stands: what follows is who acts, not what was decided."""
    return header._replace(decision_end=min(header.decision_end, cell_end(text, header.end)))


class _Finder:
    """Goes through the segments once and claims what belongs to each decision."""

    def __init__(self, view: SegmentView, roles: RoleClaims, grammar: DecisionGrammar, starts: set[int]) -> None:
        self.view, self.roles, self.grammar, self.starts = view, roles, grammar, starts

    def find_announced(self) -> list[Resolution]:
        found: list[Resolution] = []
        index = 0
        while index < len(self.view.texts):
            last = index
            if self.roles.is_free(index):
                last = self._read(index, found)
            index = max(last, index) + 1
        return found

    def _read(self, index: int, found: list[Resolution]) -> int:
        """Adds the decisions that begin in a segment; gives the last segment that belongs to them."""
        view, text = self.view, self.view.texts[index]
        below = lines_below(view, index) if self.grammar.motions.may_hold(text) else ""
        header = self.grammar.at_start(text, below) or self._below_movers(index)
        is_heading = view.is_kind(index, SegmentKind.HEADING)
        if is_heading and (header is None or (header.end < len(text.rstrip("*_ ")) and ":" not in text[: header.end])):
            return index
        headers = [header] if header else []
        is_row = view.is_kind(index, SegmentKind.TABLE_ROW)
        if header and is_row:
            headers = [_within_cell(header, text)]
        if not headers or headers[0].decision_end < len(text):
            inner = self.grammar.inside(text, headers[0].decision_end if headers else 0, below)
            headers += [_within_cell(one, text) for one in inner] if is_row else inner
        headers += self._by_verdict_below(index, headers[-1].decision_end if headers else 0)
        last = index
        for place, one in enumerate(headers):
            is_final = place + 1 == len(headers) and one.decision_end >= len(text.rstrip())
            announces = view.span(index, one.start, one.end) if one.announces else None
            body = text[one.end : one.decision_end].strip(" *_")
            body = "" if one.announces and names_movers_alone(body) else body  # "Motion: Moved by Mr Ash"
            if is_final:
                resolution, last = self._complete(index, one, announces, body)
            else:
                resolution = Resolution(announces, view.span(index, one.start, one.decision_end), ())
            if body or resolution.span.end > view.segments[index].end or header:
                found.append(resolution)
        if headers:
            whole = cell_end(text, headers[-1].start) if is_row else len(text.rstrip())
            covers = headers[0].start <= 3 and headers[-1].decision_end >= whole  # noqa: PLR2004
            alone = header is not None and not text[header.end :].strip(" *_.:-–—")
            self.roles.claim(
                index, Role.HEADER if alone and last > index else Role.RESOLUTION if covers or alone else Role.NARRATIVE
            )
        return last

    def _below_movers(self, index: int) -> Header | None:
        """Reads what was moved, where who moved it stands on a line above: "That the hall be let."."""
        view, motions = self.view, self.grammar.motions
        text = view.texts[index]
        opening = self.grammar.openings.match_after_marks(text.lstrip("\"'“‘"))
        if opening is None or _THAT_TELLS.match(opening.string, opening.start()):
            return None
        above = next(
            (place for place in range(index - 1, -1, -1) if view.segments[place].kind is not SegmentKind.FURNITURE),
            index,
        )
        if not names_movers_alone(view.texts[above][:_LONGEST_MOVERS]):
            return None
        if motions.is_lost(lines_below(view, index)):
            return None
        return Header(0, 0, announces=False, decision_end=len(text))

    def _by_verdict_below(self, index: int, first: int) -> list[Header]:
        """Finds the last sentence of a paragraph whose outcome is the next line: "Agreed."."""
        view, sentences = self.view, self.grammar.sentences
        below = index + 1
        if below >= len(view.texts) or not self.roles.is_free(below) or not view.is_kind(below, SegmentKind.PARAGRAPH):
            return []
        verdict = view.texts[below].rstrip()
        text = view.texts[index]
        if sentences.verdict_at(verdict, 0) != len(verdict) or text.rstrip("*_ ")[-1:] not in (".", "?"):
            return []
        start = sentences.before_verdict(text, verdict)
        return [] if start is None or start < first else [Header(start, start, announces=False, decision_end=len(text))]

    def _complete(self, index: int, header: Header, announces: Span | None, body: str) -> tuple[Resolution, int]:
        view = self.view
        start = view.offset(index, header.start)
        limbs, last = self._limbs(index, body)
        end = max(view.segments[last].end, view.offset(index, len(view.texts[index])))
        return Resolution(announces, Span(start, end), tuple(limbs)), last

    def _limbs(self, index: int, body: str) -> tuple[list[int], int]:
        """Claims the segments after the header that belong to the decision."""
        view = self.view
        takes_any = bool(body) or not self.grammar.is_closed_alone(view.texts[index])
        expects = not body or _LEADS_ON.search(body) is not None or _FIRST_LIMB.match(body) is not None
        own_level = view.segments[index].level if view.is_kind(index, SegmentKind.LIST_ITEM) else 0
        limbs: list[int] = []
        paragraphs: list[int] = []
        last, above = index, body
        for place in range(index + 1, len(view.texts)):
            if view.segments[place].kind is SegmentKind.FURNITURE:
                continue
            text = view.texts[place]
            if not self.roles.is_free(place) or place in self.starts or view.is_kind(place, SegmentKind.HEADING):
                break
            if view.is_kind(place, SegmentKind.LIST_ITEM):
                is_limb = expects or limbs or self.grammar.openings.match(text) or above[-1:] not in ".!?"
                is_inner = not own_level or view.segments[place].level > own_level
                if (
                    not is_limb
                    or not is_inner
                    or self.grammar.at_start(text)
                    or self.grammar.nots.match(text.lstrip("*_ "))
                ):
                    break
                limbs.append(place)
            elif view.is_kind(place, SegmentKind.TABLE_ROW):
                if not expects and not limbs:
                    break
            elif (not above and self._is_decision_below(index, text)) or (
                (takes_any or limbs or _CARRIES_ON.match(text))
                and self._is_next_paragraph(text, above, body, limbs, paragraphs)
            ):
                paragraphs.append(place)
                expects = expects and (bool(body) or _LEADS_ON.search(text) is not None)  # not "(b) Roads" after a stop
            else:
                break
            self.roles.claim(place, Role.RESOLUTION)
            last, above = place, text
        if not limbs and len(paragraphs) > 1:
            limbs = paragraphs
        return limbs, last

    def _is_decision_below(self, label: int, text: str) -> bool:
        """Whether "The Board agreed to …" stands below "Decision": one decision, not two."""
        return self.grammar.is_noun(self.view.texts[label]) and self.grammar.with_body(text) is not None

    def _is_next_paragraph(self, text: str, above: str, body: str, limbs: list[int], paragraphs: list[int]) -> bool:
        if self.grammar.at_start(text) is not None:
            return False
        if not body and not limbs and not paragraphs:
            return True
        if not body and not limbs and _LABELLED.match(above) and _LABELLED.match(text):
            return True  # "Term: 21 years", "Rent: £900"
        if _CONTINUES.search(above[-12:]) and (limbs or paragraphs or _LEADS_ON.search(body[-12:])):
            return (
                text[:1].islower()
                or self.grammar.openings.match(text) is not None
                or _LEADS_ON.search(above[-4:]) is not None
            )
        return (
            bool(paragraphs or (body and not limbs))
            and self.grammar.openings.match(text) is not None
            and _THAT_BE.match(text) is not None
        )

    def find_unannounced(self, items: tuple[Item, ...]) -> list[Resolution]:
        """Finds decisions at the end of an item whose header was lost: numbered limbs, most of them with "That"."""
        ranges = [(item.first + 1, item.last) for item in items] or [(0, len(self.view.texts))]
        found = []
        for first, last in ranges:
            resolution = self._unannounced(first, last)
            if resolution is not None:
                found.append(resolution)
        return found

    def _unannounced(self, first: int, last: int) -> Resolution | None:
        view, roles = self.view, self.roles
        run: list[int] = []
        for place in range(last - 1, first - 1, -1):
            if roles.given[place] in (Role.FURNITURE, Role.VOTE):
                if not run and _LOST.search(view.texts[place][:_LONGEST_OUTCOME]):
                    return None  # a motion that fell
                continue
            is_part = (
                roles.is_free(place)
                and view.is_kind(place, SegmentKind.LIST_ITEM)
                and view.segments[place].mark is not None
            )
            if is_part or (not run and roles.is_free(place) and self._is_bare_decision(place)):
                run.append(place)
                if is_part:
                    continue
            break
        run.reverse()
        opening = [place for place in run if self.grammar.openings.match(view.texts[place].lstrip("*_ "))]
        outer = [place for place in run if view.segments[place].level <= 1]
        if not run or len(opening) * 2 < max(1, len(outer)) or not opening:
            return None
        for place in run:
            roles.claim(place, Role.RESOLUTION)
        limbs = tuple(run) if view.is_kind(run[0], SegmentKind.LIST_ITEM) else ()
        return Resolution(None, Span(view.segments[run[0]].start, view.segments[run[-1]].end), limbs)

    def _is_bare_decision(self, place: int) -> bool:
        text = self.view.texts[place].lstrip("*_ ")
        return (
            self.view.is_kind(place, SegmentKind.PARAGRAPH)
            and self.grammar.openings.match(text) is not None
            and _THAT_BE.match(text) is not None
        )
