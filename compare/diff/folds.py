"""Folds what differs in typography, layout or list punctuation alone: finds and classes it.

    draft   1.                 That Improving Lives …          sixteen no-break spaces
    final   1. That Improving Lives …

    draft   (a) that the plan be noted; | (b) that it be published.
    final   (a) that the plan be noted.                        with (b) gone, a full stop had to follow (a)

What follows from a change that is reported, as that full stop does, is folded with the typography.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from compare.diff.words import Cut
from compare.text.tokens import (
    DASHES,
    DOUBLE_QUOTES,
    SINGLE_QUOTES,
    Token,
    fold_key,
    letters_of,
    mark_span,
    mark_text,
    plain,
)
from compare.values import Edit, Fold, FoldKind, Minutes, Pair, Relation, SegmentKind, Span

_QUOTES = frozenset(SINGLE_QUOTES + DOUBLE_QUOTES)
_DASHES = frozenset(DASHES)
_MARKUP = re.compile(r"[*_#`\\<>~{}]|</?[A-Z0-9_]+>")
_LINE_ENDS = re.compile(r"[\r\n\f\v\x85\u2028\u2029]")
_DIVISION = re.compile(r"\w[-\u2010\u2011\u00ad][ \t]*[\r\n]\s*\w")
# The number of the page that ends within a divided word, on a line of its own: "neighbour-", "- 5 -", "hood".
_PAGE_WITHIN = re.compile(
    r"(?i)(?<=\w[-\u2010\u2011])[ \t]*[\r\n]\s*[-–—\[(]?\s*"
    r"(?:page\s*)?\d{1,4}(?:\s*of\s*\d{1,4})?\s*[-–—\])]?[ \t]*(?=[\r\n])"
)
# Where a typesetter divided a word and nothing tells whether its hyphen was meant: "decision-making", "com-mittee".
_OPEN_DIVISION = re.compile(r"\w\u00ad\w")
_MASK = re.compile(r"\[email.protected\]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
# A link of markdown, how long one can be in characters, and what begins an address that people leave out.
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\(<?(?P<target>[^\s()<>]+)>?(?:\s+\"[^\"]*\")?\)")
_LONGEST_LINK = 400
_SCHEME = re.compile(r"^(?:https?://|mailto:)?(?:www\.)?")
# What stands between the entries of a list in a line, and between the cells of a table.
_LIST_JOINTS = frozenset((";", ",", ".", ":", "|", "and", "&"))
# What stands behind a title in its line, and how long such a title is, in tokens.
_TITLE_JOINTS = frozenset((".", ":", "-"))
_LONGEST_TITLE = 8
_ENTRIES = (SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW)
_BULLET = re.compile(r"^[^\w]*$|^[oO]$")
# What joins the entries of a list: a stop, with "and" or "or" before the last.
_JOINT = re.compile(r"[.;,\s]*(?:\b(?P<word>and|or)\b)?[.;,:\s]*")


class Break(Enum):
    """What ends before a token: its page, or its paragraph. The latter is a fact of its own, not folded."""

    PAGE = auto()
    PARAGRAPH = auto()


Breaks = Mapping[int, Break]  # by the offset of the token

# The tokens of the longest list mark: "(", "viii", ")".
_MARK_TOKENS = 4

# Words that differ in case and stand at most so many characters apart are one fold: blanks and a dash between them.
NEAR = 3


def fold_tokens(
    texts: tuple[str, str],
    draft: Sequence[Token],
    final: Sequence[Token],
    cuts: Sequence[Cut],
    breaks: tuple[Breaks, Breaks],
) -> Iterator[Fold]:
    """Folds what differs among the tokens that the cuts leave equal, and in the gaps between them.

    Input: `texts` and `breaks` are (draft, final); breaks are the tokens before which a page ends, or a
    paragraph in a split.
    """
    i = j = 0
    for cut in [*cuts, Cut(len(draft), len(draft), len(final), len(final))]:
        if i < cut.i1 and not _is_written_alike(texts, draft[i : cut.i1], final[j : cut.j1], breaks):
            yield from _gather_case(_fold_run(texts, draft[i : cut.i1], final[j : cut.j1], breaks))
        yield from _fold_around(texts, draft, final, cut)
        i, j = cut.i2, cut.j2


def _is_written_alike(
    texts: tuple[str, str],
    draft: Sequence[Token],
    final: Sequence[Token],
    breaks: tuple[Breaks, Breaks],
) -> bool:
    """Whether a run of equal words is equal to the letter, as most are."""
    own, other = texts
    return (
        not breaks[0] and not breaks[1] and own[draft[0].start : draft[-1].end] == other[final[0].start : final[-1].end]
    )


def _fold_run(
    texts: tuple[str, str],
    draft: Sequence[Token],
    final: Sequence[Token],
    breaks: tuple[Breaks, Breaks],
) -> Iterator[Fold]:
    before: tuple[Token, Token] | None = None
    for own, other in zip(draft, final, strict=True):
        if before:
            gap = Span(before[0].end, own.start), Span(before[1].end, other.start)
            yield from _fold_gap(texts, *gap, (breaks[0].get(own.start), breaks[1].get(other.start)))
        written, rewritten = texts[0][own.start : own.end], texts[1][other.start : other.end]
        if written != rewritten:
            yield Fold(class_of_word(written, rewritten), Span(own.start, own.end), Span(other.start, other.end))
        before = own, other


def _fold_around(texts: tuple[str, str], draft: Sequence[Token], final: Sequence[Token], cut: Cut) -> Iterator[Fold]:
    """Folds differing marks of emphasis around and inside a cut. Blanks there belong to the edit."""
    own = _gaps(texts[0], draft, cut.i1, cut.i2)
    other = _gaps(texts[1], final, cut.j1, cut.j2)
    if _MARKUP.findall(own[0]) != _MARKUP.findall(other[0]):
        yield Fold(FoldKind.MARKUP, own[1], other[1])


def _gaps(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[str, Span]:
    """Gives all that is no token from the token before `first` to the token at `last`, and its range."""
    near = tokens[max(0, first - 1) : last + 1]
    if not near:
        return "", Span(0, 0)
    start = near[0].end if first else near[0].start
    end = near[-1].start if last < len(tokens) else near[-1].end
    inside = tokens[first:last]
    edges = [start, *(offset for token in inside for offset in (token.start, token.end)), max(start, end)]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)), Span(start, max(start, end))


def _gather_case(folds: Iterator[Fold]) -> Iterator[Fold]:
    """Joins words in a row that differ in case, a heading as a rule, to one fold."""
    last: Fold | None = None
    for fold in folds:
        if last and last.kind is fold.kind is FoldKind.CASE and fold.draft.start - last.draft.end <= NEAR:
            last = Fold(FoldKind.CASE, Span(last.draft.start, fold.draft.end), Span(last.final.start, fold.final.end))
            continue
        if last:
            yield last
        last = fold
    if last:
        yield last


def class_of_word(draft: str, final: str) -> FoldKind:
    """Classes the difference between two spellings of one word."""
    if draft.casefold() == final.casefold():
        return FoldKind.CASE
    differing = set(draft) ^ set(final)
    if differing & _QUOTES:
        return FoldKind.QUOTES
    if differing & _DASHES:
        return FoldKind.DASHES
    return FoldKind.MARKUP if differing & set("*_`\\<>&;") else FoldKind.SPACES


def class_of_gap(draft: str, final: str) -> FoldKind:
    """Classes the difference between two gaps: markdown marks, kinds of blanks, or lines."""
    if _MARKUP.findall(draft) != _MARKUP.findall(final):
        return FoldKind.MARKUP
    draft_blanks, final_blanks = _LINE_ENDS.sub(" ", draft), _LINE_ENDS.sub(" ", final)
    is_odd = (set(draft_blanks) ^ set(final_blanks)) - {" "}
    if not is_odd and (_LINE_ENDS.search(draft) or _LINE_ENDS.search(final)):
        return FoldKind.LINES
    return FoldKind.SPACES


def class_of_mark(draft: str, final: str) -> FoldKind:
    """Classes the difference between two list marks: the bullet, or the number."""
    if _BULLET.match(draft) and _BULLET.match(final):
        return FoldKind.BULLETS
    return FoldKind.BULLETS if mark_value(draft) == mark_value(final) else FoldKind.NUMBERING


def mark_value(mark: str) -> str:
    """Gives a list mark without its brackets and stops: "(a)" and "a)" are both "a"."""
    return fold_key(mark).replace("\\", "").strip("()[].:- \u00a0*#_")


def without_mark(tokens: list[Token], mark: str) -> list[Token]:
    """Gives the tokens behind the number with which they begin, if that is the other side's list mark: "7." and "7"."""
    value = mark_value(mark)
    if not any(map(str.isalnum, value)):
        return tokens
    for count in range(min(_MARK_TOKENS, len(tokens) - 1), 0, -1):
        if mark_value("".join(token.key for token in tokens[:count])) == value:
            return tokens[count:]
    return tokens


def inline_marks(
    draft: Minutes, final: Minutes, pair: Pair, tokens: tuple[Sequence[Token], Sequence[Token]], cuts: Sequence[Cut]
) -> dict[Cut, Fold]:
    """Finds the cuts that are list marks in a line on one side, and at the heads of lines on the other.

    draft   RESOLVED that (a) the shed be sold; and (b) the key be kept.
    final   RESOLVED that | (a) the shed be sold; and | (b) the key be kept.
    """
    if (len(pair.draft) == 1) == (len(pair.final) == 1):
        return {}
    is_draft_whole = len(pair.draft) == 1
    minutes, places = (final, pair.final) if is_draft_whole else (draft, pair.draft)
    whole, parts = tokens if is_draft_whole else tokens[::-1]
    marks = {
        bisect_left(parts, minutes.segments[place].pieces[0].start, key=_start): place
        for place in places[1:]
        if minutes.segments[place].mark
    }
    found: dict[Cut, Fold] = {}
    for cut in cuts:
        first, last, at, end = (cut.i1, cut.i2, cut.j1, cut.j2) if is_draft_whole else (cut.j1, cut.j2, cut.i1, cut.i2)
        while first < last and whole[first].key in _LIST_JOINTS:  # "; and (b)"
            first += 1
        at = end if all(token.key in _LIST_JOINTS for token in parts[at:end]) else at
        value = mark_value("".join(token.key for token in whole[first:last]))
        place = next((marks[near] for near in (at, at + 1) if near in marks), None)
        if at != end or not value or place is None:
            continue
        segment = minutes.segments[place]
        if _is_same_mark(value, mark_value(mark_text(minutes.document, segment))):
            spans = Span(whole[first].start, whole[last - 1].end), mark_span(segment)
            found[cut] = Fold(FoldKind.NUMBERING, *(spans if is_draft_whole else spans[::-1]))
    return found


def _is_same_mark(inline: str, counted: str) -> bool:
    """Whether two marks are the same, or a letter where a list that was set anew counts in figures: "b" and "2"."""
    return inline == counted or (len(inline) == 1 and inline.isalpha() and counted.isdecimal())


def list_joints(
    draft: Minutes, final: Minutes, pair: Pair, tokens: tuple[Sequence[Token], Sequence[Token]], cuts: Sequence[Cut]
) -> frozenset[Cut]:
    """Finds the cuts that are the joints of a list in a line; the other side has its entries on lines of their own.

    draft   Actions: paint the gate; mend the fence, and order two bins.
    final   Actions: | - paint the gate | - mend the fence | - order two bins

    So are the bars of a table. "or" is no such joint. The mark behind a title that stands in the line is one as well:
    "Roof: the slates" and "ROOF | The slates".
    """
    if (len(pair.draft) == 1) == (len(pair.final) == 1):
        return frozenset()
    is_draft_whole = len(pair.draft) == 1
    minutes, places = (final, pair.final) if is_draft_whole else (draft, pair.draft)
    whole, parts = tokens if is_draft_whole else tokens[::-1]
    heads = [bisect_left(parts, minutes.segments[place].pieces[0].start, key=_start) for place in places]
    if not all(minutes.segments[place].kind in _ENTRIES for place in places[1:]):
        return _joint_behind_title(whole, parts, heads[1], cuts, is_draft_whole=is_draft_whole)
    starts = {*heads, len(parts)}
    found = set()
    for cut in cuts:
        first, last, at, end = (cut.i1, cut.i2, cut.j1, cut.j2) if is_draft_whole else (cut.j1, cut.j2, cut.i1, cut.i2)
        keys = [token.key for token in (*whole[first:last], *parts[at:end])]
        is_bar = "|" in keys and "and" not in keys
        if _LIST_JOINTS.issuperset(keys) and (is_bar or at in starts or end in starts):
            found.add(cut)
    return frozenset(found)


def _joint_behind_title(
    whole: Sequence[Token], parts: Sequence[Token], end: int, cuts: Sequence[Cut], *, is_draft_whole: bool
) -> frozenset[Cut]:
    """The cut that is one mark behind the words of a title; `end` is where the title's own line ends in `parts`."""
    if end > _LONGEST_TITLE or any(token.key in _TITLE_JOINTS for token in parts[:end]):
        return frozenset()
    for cut in cuts:
        first, last, at, to = (cut.i1, cut.i2, cut.j1, cut.j2) if is_draft_whole else (cut.j1, cut.j2, cut.i1, cut.i2)
        if at == to == end and last - first == 1 and whole[first].key in _TITLE_JOINTS:
            return frozenset((cut,))
    return frozenset()


def _start(token: Token) -> int:
    return token.start


def is_divided_word(draft: str, final: str) -> bool:
    """Whether two passages are the same words, one of them divided at the end of a line ("infra-¶structure")."""
    own, other = (_PAGE_WITHIN.sub("", written) for written in (draft, final))
    if not any(pattern.search(written) for pattern in (_DIVISION, _OPEN_DIVISION) for written in (own, other)):
        return False
    return letters_of(fold_key(own)) == letters_of(fold_key(other)) != ""


def is_masked_address(draft: str, final: str) -> bool:
    """Whether a web page's mask stands on one side for the e-mail address on the other."""
    own, other = plain(draft).strip(), plain(final).strip()
    return any(_MASK.fullmatch(mask) and _ADDRESS.fullmatch(address) for mask, address in ((own, other), (other, own)))


def is_target_of_link(texts: tuple[str, str], edit: Edit, *, prints_links: tuple[bool, bool]) -> bool:
    """Whether one side has the address of a link whose words both have, and no reader misses it on the other.

    [www.ash.gov.uk](http://www.ash.gov.uk/) → www.ash.gov.uk        the words are the address
    [the plan](http://ash.gov.uk/plan) → the plan                    in Word, which keeps the address under the words
    """
    for text, own, other, prints_other in (
        (texts[0], edit.draft, texts[1][edit.final.start : edit.final.end], prints_links[1]),
        (texts[1], edit.final, texts[0][edit.draft.start : edit.draft.end], prints_links[0]),
    ):
        opening = text.rfind("[", max(0, own.start - _LONGEST_LINK), own.end)
        match = _LINK.match(text, opening) if opening >= 0 else None
        if match is None or match.end() < own.end or other not in ("", match["words"]):
            continue
        is_around = own.start >= match.end("words") or own == Span(opening, opening + 1)
        is_whole = own.start <= opening if other else is_around
        if is_whole and (_bare_address(match["words"]) == _bare_address(match["target"]) or not prints_other):
            return True
    return False


def _bare_address(address: str) -> str:
    return _SCHEME.sub("", fold_key(address)).rstrip("/")


def _fold_gap(
    texts: tuple[str, str], draft: Span, final: Span, breaks: tuple[Break | None, Break | None]
) -> Iterator[Fold]:
    if breaks != (None, None):
        if breaks[0] is not breaks[1] and Break.PARAGRAPH not in breaks:
            yield Fold(FoldKind.PAGE_BREAK, draft, final)
        return
    written, rewritten = texts[0][draft.start : draft.end], texts[1][final.start : final.end]
    if written != rewritten:
        yield Fold(class_of_gap(written, rewritten), draft, final)


def fold_list_punctuation(
    edits: Sequence[Edit], draft: Minutes, final: Minutes, alignment: Sequence[Pair]
) -> tuple[list[Fold], list[Edit]]:
    """Separates the stops, and the "and" before the last, that follow from a longer or shorter list. Cost: linear.

    They are folds; the entry that came or went is told. "and" that became "or" follows from nothing.
    """
    list_of = _grown_lists(draft, final, alignment)
    joints: list[tuple[Edit, tuple[str, str]]] = []
    rest: list[Edit] = []
    words: defaultdict[int, set[str]] = defaultdict(set)
    for edit in edits:
        pair = alignment[edit.pair]
        own, other = _joint(draft, pair.draft, edit.draft), _joint(final, pair.final, edit.final)
        if edit.pair in list_of and own is not None and other is not None:
            joints.append((edit, (own, other)))
            words[list_of[edit.pair]] |= {own, other}
        else:
            rest.append(edit)
    folds: list[Fold] = []
    for edit, joined in joints:
        if any(joined) and {"and", "or"} <= words[list_of[edit.pair]]:
            rest.append(edit)
        else:
            folds.append(Fold(FoldKind.NUMBERING, edit.draft, edit.final))
    return folds, sorted(rest, key=lambda edit: edit.pair)


def _joint(minutes: Minutes, places: Sequence[int], span: Span) -> str | None:
    """The word of a joint at the end of a list entry, empty for a stop alone; `None` for anything else."""
    segment, text = minutes.segments[places[-1]], minutes.document.text
    written = _JOINT.fullmatch(text[span.start : span.end])
    if written is None or not _JOINT.fullmatch(text[span.end : segment.end]):
        return None
    return (written["word"] or "").lower()


def _grown_lists(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> dict[int, int]:
    """The pairs in lists of which an entry stands on one side only, each with the first pair of its list.

    Page furniture may stand between them; a list that is left with one entry may be a sentence.
    """
    found: dict[int, int] = {}
    run: list[int] = []
    is_grown = False
    for place, pair in enumerate([*alignment, None]):
        if pair is not None and pair.relation is Relation.FURNITURE:
            continue
        if pair is not None and any(
            _is_entry(minutes, at)
            for minutes, places in ((draft, pair.draft), (final, pair.final))
            for at in places[-1:]
        ):
            run.append(place)
            is_grown = is_grown or pair.relation in (Relation.ADDED, Relation.REMOVED)
            continue
        found |= dict.fromkeys(run, run[0]) if is_grown else {}
        run, is_grown = [], False
    return found


def _is_entry(minutes: Minutes, index: int) -> bool:
    return minutes.segments[index].kind is SegmentKind.LIST_ITEM
