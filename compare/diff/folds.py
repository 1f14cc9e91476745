"""Folds what differs in typography, layout or list punctuation alone: finds and classes it.

    draft   1.                 That Improving Lives …          sixteen no-break spaces
    final   1. That Improving Lives …

    draft   (a) that the plan be noted; | (b) that it be published.
    final   (a) that the plan be noted.                        with (b) gone, a full stop had to follow (a)

What follows from a change that is reported, as that full stop does, is folded with the typography.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.diff.words import Cut
from compare.text.tokens import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, Token, fold_key, letters_of, plain
from compare.values import Edit, Fold, FoldKind, Minutes, Pair, Relation, SegmentKind, Span

_QUOTES = frozenset(SINGLE_QUOTES + DOUBLE_QUOTES)
_DASHES = frozenset(DASHES)
_MARKUP = re.compile(r"[*_#`\\<>~]|</?[A-Z0-9_]+>")
_LINE_ENDS = re.compile(r"[\r\n\f\v\x85\u2028\u2029]")
_DIVISION = re.compile(r"\w[-\u2010\u2011\u00ad][ \t]*[\r\n]\s*\w")
# Where a typesetter divided a word and nothing tells whether its hyphen was meant: "decision-making", "com-mittee".
_OPEN_DIVISION = re.compile(r"\w\u00ad\w")
_MASK = re.compile(r"\[email.protected\]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_BULLET = re.compile(r"^[^\w]*$|^[oO]$")
_LIST_PUNCTUATION = frozenset((".", ";", ",", "; and", ", and", ";and", ""))

# The tokens of the longest list mark: "(", "viii", ")".
_MARK_TOKENS = 4

# Words that differ in case and stand at most so many characters apart are one fold: blanks and a dash between them.
NEAR = 3


def fold_tokens(
    texts: tuple[str, str],
    draft: Sequence[Token],
    final: Sequence[Token],
    cuts: Sequence[Cut],
    breaks: tuple[frozenset[int], frozenset[int]],
) -> Iterator[Fold]:
    """Folds what differs among the tokens that the cuts leave equal, and in the gaps between them.

    Input: `texts` and `breaks` are (draft, final); breaks are offsets of tokens before which a page break lies (or a
    paragraph's end, in a split).
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
    breaks: tuple[frozenset[int], frozenset[int]],
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
    breaks: tuple[frozenset[int], frozenset[int]],
) -> Iterator[Fold]:
    before: tuple[Token, Token] | None = None
    for own, other in zip(draft, final, strict=True):
        if before:
            gap = Span(before[0].end, own.start), Span(before[1].end, other.start)
            yield from _fold_gap(texts, *gap, (own.start in breaks[0], other.start in breaks[1]))
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
    return fold_key(mark).strip("()[].:- \u00a0*#_")


def without_mark(tokens: list[Token], mark: str) -> list[Token]:
    """Gives the tokens behind the number with which they begin, if that is the other side's list mark: "7." and "7"."""
    value = mark_value(mark)
    if not any(map(str.isalnum, value)):
        return tokens
    for count in range(min(_MARK_TOKENS, len(tokens) - 1), 0, -1):
        if mark_value("".join(token.key for token in tokens[:count])) == value:
            return tokens[count:]
    return tokens


def is_divided_word(draft: str, final: str) -> bool:
    """Whether two passages are the same words, one of them divided at the end of a line ("infra-¶structure")."""
    if not any(pattern.search(written) for pattern in (_DIVISION, _OPEN_DIVISION) for written in (draft, final)):
        return False
    return letters_of(fold_key(draft)) == letters_of(fold_key(final)) != ""


def is_masked_address(draft: str, final: str) -> bool:
    """Whether a web page's mask stands on one side for the e-mail address on the other."""
    own, other = plain(draft).strip(), plain(final).strip()
    return any(_MASK.fullmatch(mask) and _ADDRESS.fullmatch(address) for mask, address in ((own, other), (other, own)))


def _fold_gap(texts: tuple[str, str], draft: Span, final: Span, is_break: tuple[bool, bool]) -> Iterator[Fold]:
    if is_break[0] != is_break[1]:
        yield Fold(FoldKind.PAGE_BREAK, draft, final)
        return
    if is_break[0]:
        return
    written, rewritten = texts[0][draft.start : draft.end], texts[1][final.start : final.end]
    if written != rewritten:
        yield Fold(class_of_gap(written, rewritten), draft, final)


def fold_list_punctuation(
    edits: Sequence[Edit], draft: Minutes, final: Minutes, alignment: Sequence[Pair]
) -> tuple[list[Fold], list[Edit]]:
    """Separates the stops that follow from a longer or shorter list, as folds, from the other edits. Cost: linear."""
    folds: list[Fold] = []
    rest: list[Edit] = []
    for edit in edits:
        pair = alignment[edit.pair]
        is_stop = (
            _is_last_stop(draft, pair.draft, edit.draft)
            and _is_last_stop(final, pair.final, edit.final)
            and any(_is_lone_entry(draft, final, other) for other in alignment[max(0, edit.pair - 1) : edit.pair + 2])
        )
        if is_stop:
            folds.append(Fold(FoldKind.NUMBERING, edit.draft, edit.final))
        else:
            rest.append(edit)
    return folds, rest


def _is_last_stop(minutes: Minutes, places: Sequence[int], span: Span) -> bool:
    segment = minutes.segments[places[-1]]
    text = minutes.document.text
    is_stop = " ".join(text[span.start : span.end].split()) in _LIST_PUNCTUATION
    return is_stop and segment.kind is SegmentKind.LIST_ITEM and not text[span.end : segment.end].strip(" .;,")


def _is_lone_entry(draft: Minutes, final: Minutes, pair: Pair) -> bool:
    if pair.relation not in (Relation.ADDED, Relation.REMOVED):
        return False
    minutes, places = (draft, pair.draft) if pair.draft else (final, pair.final)
    return minutes.segments[places[0]].kind is SegmentKind.LIST_ITEM
