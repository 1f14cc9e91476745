"""Noise: what files, printers and web pages do to minutes without touching a word of them.

    1. That the report be noted.   →   (1)  That the report
                                            be noted.

Each entry of `NOISE` is a function of a text. The words, their order and their stops are the same afterwards; a reader
with the two prints side by side would say that nothing was changed.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

Noise = Callable[[str], str]

_MARK = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*•–+]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])(?P<gap>[ \t\xa0]+)(?=\S)(?!\d+ -$)"
)
_FIXED = re.compile(r"[ \t]*(?:#|\||>|---|===|```|<)|[^\n]*\t|\*\*[^*]+\*\*\s*$")
_HEADING = re.compile(
    r"(?P<hashes>#{1,6} )?(?P<bold>\*\*)?(?P<number>[A-Z]{0,3} ?\d[\d./]*[.)]?[ \t]+)?"
    r"(?P<words>[A-Z][^\n*]{2,100}?)(?P=bold)?[ \t]*"
)
_NAMES = re.compile(
    r"(?i)\b(?:council|committee|board|panel|commission|trust|forum|cabinet|governors|company|senate|limited)\b"
)
_LONGEST_HEAD = 75  # characters; what a page prints above its text, and titles, are not wrapped
_PAGED = re.compile(r"(?m)^\W*(?:[Pp]age )?\d{1,3}\W*$")  # a text that has its page numbers already
_LONE_MARK = re.compile(r"(?m)^\(?\w{1,3}[.)]$")
_PARAGRAPH_END = re.compile(r"\n(?:[ \t]*\n)+")
_LONG_WORD = re.compile(r"(?<![\w@./-])[a-z]{9,}(?![\w@-])")


def _lines(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(change(line) for line in text.split("\n"))


def _paragraphs(text: str) -> list[str]:
    return _PARAGRAPH_END.split(text.strip("\n"))


def _is_plain(line: str) -> bool:
    """Whether a line is prose or a list item: no table, rule, heading of markdown, quotation or front matter."""
    return bool(line.strip()) and _FIXED.match(line) is None


def _body_start(text: str) -> int:
    """Where markdown's front matter ends."""
    end = text.find("\n---\n", 4) if text.startswith("---\n") else -1
    return end + len("\n---\n") if end > 0 else 0


def _body(text: str) -> str:
    """The name of the body that the first lines give, and a page's head repeats; "" where they give none."""
    words = [line.strip("#* ") for line in text[_body_start(text) :].split("\n") if line.strip("#* ")][:4]
    named = [line for line in words if _NAMES.search(line) and len(line) < 70]
    return named[0] if named else ""


def _below_front_matter(change: Noise) -> Noise:
    def changed(text: str) -> str:
        start = _body_start(text)
        return text[:start] + change(text[start:])

    return changed


def _wrap_line(line: str, width: int, hang: bool) -> str:  # noqa: FBT001
    if len(line) <= width or not _is_plain(line) or (len(line) <= _LONGEST_HEAD and line[-1].isalpha()):
        return line
    mark = _MARK.match(line)
    indent = line[: len(line) - len(line.lstrip(" "))]
    after = (" " * mark.end() if mark else indent) if hang else ""
    return textwrap.fill(
        line, width, subsequent_indent=after, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )


def wrap(width: int, *, hang: bool = True) -> Noise:
    """Lines no longer than `width` columns, as in a mail or a print."""
    return _below_front_matter(lambda text: _lines(_unwrap(text), lambda line: _wrap_line(line, width, hang)))


def _unwrap(text: str) -> str:
    """The lines of a paragraph on one line, where the one above is full."""
    lines: list[str] = []
    for line in text.split("\n"):
        above = lines[-1] if lines else ""
        is_full = len(above.rsplit("\n", 1)[-1]) > 55 and len(above) + len(line.split(" ", 1)[0]) > 68
        if line[:1].islower() and is_full and _is_plain(above):
            lines[-1] = f"{above} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _divide_words(text: str) -> str:
    """Wrapped lines whose last word is divided with a hyphen."""

    def divide(match: re.Match[str]) -> str:
        word = match[0]
        return f"{word[:5]}-\n{word[5:]}"

    lines = []
    for line in text.split("\n"):
        if len(line) > 90 and _is_plain(line):
            words = _LONG_WORD.search(line, 50)
            if words:
                line = line[: words.start()] + _LONG_WORD.sub(divide, line[words.start() :], count=1)  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines)


def break_page(between: str, *, every: int = 1) -> Noise:
    """Every so many long paragraphs cut in mid-sentence, with what the page prints there."""

    def change(text: str) -> str:
        lines, seen, name = text.split("\n"), 0, _body(text) or "Woolmere Parish Council"
        for place, line in enumerate(lines):
            middle = line.find(" ", len(line) // 2)
            if len(line) < 160 or not _is_plain(line) or not line[middle + 1 : middle + 2].islower():
                continue
            if not line[middle - 1].isalpha():
                continue
            seen += 1
            if seen % every == 0:
                page = between.replace("#", str(seen // every + 1)).replace("~", name)
                lines[place] = line[:middle] + page + line[middle + 1 :]
        return "\n".join(lines)

    return _below_front_matter(change)


def _pages(foot: str, head: str, *, feed: bool, length: int = 40) -> Noise:
    def change(text: str) -> str:
        name = _body(text)
        if _PAGED.search(text) or (not name and "~" in foot + head):
            return text
        lines = wrap(76, hang=False)(text).rstrip().split("\n")
        pages = [lines[start : start + length] for start in range(0, len(lines), length)]
        if len(pages) == 1:
            return text
        printed = []
        for number, page in enumerate(pages, 1):
            top = [head.replace("#", str(number)).replace("~", name), ""] if head and number > 1 else []
            end = ["", foot.replace("#", str(number)).replace("@", str(len(pages)))] if foot else []
            printed.append("\n".join([*top, *page, *end]))
        return ("\n\f" if feed else "\n\n").join(printed)

    return _below_front_matter(change)


def _marks(new: Callable[[str], str]) -> Noise:
    """Another form of every number or bullet of the lists that stand inside an item."""

    def one(line: str) -> str:
        match = _MARK.match(line)
        return f"{match['indent']}{new(match['mark'])}{match['gap']}{line[match.end() :]}" if match else line

    return _below_front_matter(lambda text: _lines(text, one))


def _bullets(new: str) -> Noise:
    return _marks(lambda mark: new if mark in "-*•–+" else mark)


def _bare(lead: str) -> Noise:
    """The bullets of lists lost, and only the indent left."""

    def one(line: str) -> str:
        match = re.match(r"[ \t]*[-*•–+][ \t\xa0]+(?=\w)(?!\d+ -$)", line)
        return lead + line[match.end() :] if match else line

    return _below_front_matter(lambda text: _lines(text, one))


def _bracket(mark: str, form: str) -> str:
    value = mark.strip("().")
    return form.replace("n", value) if value.isalnum() else mark


def _heading(change: Callable[[re.Match[str]], str]) -> Noise:
    """Another look of the lines that certainly are headings: numbered and in capitals, in bold, or behind hashes."""

    def one(line: str) -> str:
        match = _HEADING.fullmatch(line)
        if match is None or not (match["hashes"] or match["bold"] or (match["number"] and match["words"].isupper())):
            return line
        if match["words"].rstrip(": .-").lower() in (
            "resolved",
            "recommended",
            "agreed",
            "decision",
            "present",
            "vote",
        ):
            return line
        return change(match)

    return _below_front_matter(lambda text: _lines(text, one))


def _title_case(words: str) -> str:
    return " ".join(word.capitalize() if word.isupper() or word.islower() else word for word in words.split(" "))


def _in_words(text: str, change: Callable[[str], str]) -> str:
    return _LONG_WORD.sub(lambda match: change(match[0]), text)


def curly(text: str) -> str:
    """Straight quotation marks and apostrophes in their printed forms."""
    text = re.sub(r"(?<![\w.,;:!?)’”\"'*])\"(?=[\w£(‘'*])", "“", text).replace('"', "”")
    text = re.sub(r"(?<![\w.,;:!?)’”'*])'(?=[\w£(“])", "‘", text)
    return text.replace("'", "’")


def _straight(text: str) -> str:
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def _quote(text: str) -> str:
    """A mail's answer; a text with numbers on lines of their own is left alone, for a ">" would stand below them."""
    return text if _LONE_MARK.search(text) else _lines(text, lambda line: f"> {line}".rstrip())


def _justified(text: str) -> str:
    """Blanks widened to fill the line, as a print with two straight margins gives."""

    def widen(match: re.Match[str]) -> str:
        return " " * (1 + (match.start() % 3 == 0) + (match.start() % 5 == 0))

    return _lines(text, lambda line: re.sub(r"(?<=\w) (?=\w)", widen, line) if len(line) > 100 else line)


def _tight(text: str) -> str:
    """No blank line between paragraphs; tables and markdown's rules keep theirs."""
    return re.sub(r"\n{2,}(?![|>]|-{3}|={3}|```)", "\n", text)


def _number_apart(gap: str) -> Noise:
    def change(text: str) -> str:
        return re.sub(r"(?m)^((?:\*\*)?)(\d{1,3}\.?)[ \t]+(?=[A-Z]{3}[A-Z ’',-]+(?:\*\*)?$)", rf"\1\2{gap}", text)

    return _below_front_matter(change)


def _then(*noises: Noise) -> Noise:
    def change(text: str) -> str:
        for noise in noises:
            text = noise(text)
        return text

    return change


def _ligatures(text: str) -> str:
    for letters, one in (("ffi", "ﬃ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")):
        text = re.sub(rf"(?<=[a-z]){letters}|(?<![\w@./]){letters}(?=[a-z])", one, text)
    return text


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _no_bold(text: str) -> str:
    return re.sub(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*", r"\1", text)


# Usual first: what a clerk's files differ by in most weeks.
NOISE: dict[str, Noise] = {
    "wrap 72": wrap(72),
    "wrap 60": wrap(60),
    "wrap 72, no hang": wrap(72, hang=False),
    "unwrap": _unwrap,
    "no blank lines": _tight,
    "wrap 76, no blank lines": _then(wrap(76, hang=False), _tight),
    "blank lines doubled": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blank line after every line": lambda text: re.sub(r"(?<=[.:;])\n(?=[^\W\d])", "\n\n", text),
    "blank lines hold a no-break space": lambda text: text.replace("\n\n", "\n\xa0\n"),
    "page break: blank line": break_page("\n\n"),
    "page break: page and head": break_page("\n\nPage # of 9\n~ - 3 March 2025\n\n"),
    "page break: number": break_page("\n\n#\n\n"),
    "page break: form feed": break_page("\n\f"),
    "page break: number and feed": break_page("\n\n#\n\f"),
    "page break: one only": break_page("\n\n7\n\n", every=3),
    "pages: number": _pages("#", "", feed=False),
    "pages: page n of m": _pages("Page # of @", "", feed=False),
    "pages: number, feed": _pages("#", "", feed=True),
    "pages: number, running head": _pages("#", "~ - 03/03/25", feed=False),
    "pages: running head and number on a line": _pages("", "~      #", feed=True),
    "pages: foot and head, feed": _pages("Chairman's initials ......      Page #", "~", feed=True),
    "pages: initials": _pages("Signed .................... Date ....................", "", feed=False),
    "bullets -": _bullets("-"),
    "bullets *": _bullets("*"),
    "bullets •": _bullets("•"),
    "bullets –": _bullets("–"),
    "bullets · glued": _below_front_matter(lambda text: re.sub(r"(?m)^([ \t]*)[-*•] (?=[A-Za-z])", r"\1•", text)),
    "bullets lost, indent": _bare("    "),
    "bullets lost, no-break indent": _bare("\xa0\xa0\xa0\xa0"),
    "bullets lost": _bare(""),
    "bullets on own line": _below_front_matter(lambda text: re.sub(r"(?m)^[-*•] (?=\w)(?!\d+ -$)", "•\n", text)),
    "1. to 1)": _marks(lambda mark: _bracket(mark, "n)")),
    "1. to (1)": _marks(lambda mark: _bracket(mark, "(n)")),
    "(1) to 1.": _marks(lambda mark: _bracket(mark, "n.")),
    "numbers on own line": _below_front_matter(
        lambda text: re.sub(
            r"(?m)^[ \t]*(\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]) (?=[A-Za-z])(?![A-Z ’',-]+$)", r"\1\n\n", text
        )
    ),
    "heading number on own line": _number_apart(r"\n"),
    "heading number on own line, blank": _number_apart(r"\n\n"),
    "heading number without stop": _below_front_matter(
        lambda text: re.sub(r"(?m)^((?:\*\*)?\d{1,3})\. (?=[A-Z]{3}[A-Z ’',-]+(?:\*\*)?$)", r"\1 ", text)
    ),
    "heading number with stop": _below_front_matter(
        lambda text: re.sub(r"(?m)^(\d{1,3}) (?=[A-Z]{3}[A-Z ’',-]+$)", r"\1. ", text)
    ),
    "headings UPPER": _heading(lambda m: m[0][: m.start("words")] + m["words"].upper() + m[0][m.end("words") :]),
    "headings Title": _heading(lambda m: m[0][: m.start("words")] + _title_case(m["words"]) + m[0][m.end("words") :]),
    "headings bold": _heading(
        lambda m: m[0] if m["bold"] else f"{m['hashes'] or ''}**{m['number'] or ''}{m['words']}**"
    ),
    "headings plain": _heading(lambda m: (m["number"] or "") + m["words"]),
    "headings ###": _heading(lambda m: f"### {m['number'] or ''}{m['words']}"),
    "bold lost": _no_bold,
    "italics added": _below_front_matter(
        lambda text: re.sub(r"(?m)^((?:RESOLVED|Resolved|AGREED|RECOMMENDED)[^\n*_]{30,})$", r"*\1*", text)
    ),
    "decision words bold": lambda text: re.sub(r"(?<!\*)\b(RESOLVED|Resolved|AGREED)\b(?!\*)", r"**\1**", text),
    "curly": curly,
    "straight": _straight,
    "en dashes": lambda text: text.replace(" - ", " – "),
    "em dashes": lambda text: text.replace(" – ", " — "),
    "hyphens for dashes": lambda text: text.replace(" – ", " - ").replace("—", "-"),
    "no-break hyphens": lambda text: re.sub(r"(?<=[a-z])-(?=[a-z])", "\u2011", text),
    "nbsp after stops": lambda text: text.replace(". ", ".\xa0 ").replace(", ", ",\xa0"),
    "nbsp in names": lambda text: re.sub(r"(Councillor|Cllr|Mr|Mrs|Ms|Dr) ", "\\1\xa0", text),
    "nbsp in lists": _below_front_matter(
        lambda text: _lines(text, lambda line: _MARK.sub("\\g<indent>\\g<mark>\xa0\xa0\xa0", line, count=1))
    ),
    "nbsp between words": lambda text: re.sub(r"(?<=[^\W\d]) (?=[^\W\d])", "\xa0", text),
    "double spaces": lambda text: re.sub(r"\. (?=\S)", ".  ", text),
    "justified": _below_front_matter(_justified),
    "tabs after marks": _marks(lambda mark: mark + "\t"),
    "tabs after heading numbers": _below_front_matter(
        lambda text: re.sub(r"(?m)^(\d{1,3}\.?) +(?=[A-Z]{3}[A-Z ’',-]+$)", "\\1\t", text)
    ),
    "trailing blanks": lambda text: text.replace("\n", "   \n"),
    "left margin": _below_front_matter(
        lambda text: _lines(text, lambda line: "      " + line if line.strip() else line)
    ),
    "first line indent": _below_front_matter(
        lambda text: _lines(text, lambda line: "  " + line if len(line) > 100 and _is_plain(line) else line)
    ),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "form feeds between paragraphs": lambda text: "\n\f".join(
        "\n\n".join(_paragraphs(text)[start : start + 6]) for start in range(0, len(_paragraphs(text)), 6)
    ),
    "soft hyphens": lambda text: _in_words(text, lambda word: f"{word[:4]}\u00ad{word[4:]}"),
    "zero-width spaces": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z]{6})", " \u200b", text),
    "byte order mark": lambda text: "\ufeff" + text,
    "ligatures": _ligatures,
    "divided words": _below_front_matter(_divide_words),
    "decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "markdown escapes": _below_front_matter(lambda text: re.sub(r"(?m)^([ \t]*\(?\d{1,3})([.)]) ", r"\1\\\2 ", text)),
    "block quote": _below_front_matter(_quote),
    "two blanks at line ends": lambda text: re.sub(r"(?<=\S)\n", "  \n", text),
    "rules between items": lambda text: re.sub(r"\n\n(?=(?:\*\*|#+ )?\d{1,3}\.? [A-Z]{3})", "\n\n---\n\n", text),
    "dates": lambda text: re.sub(rf"\b(\d{{1,2}}) ({_MONTHS}) (20\d\d)\b", r"\1 \2, \3", text),
}

# What comes together: the whole journey of a file.
JOURNEYS: dict[str, Noise] = {
    "print": _then(curly, _pages("Page # of @", "~", feed=True), _ligatures),
    "print, numbers only": _then(NOISE["double spaces"], _pages("#", "", feed=True, length=52)),
    "print in narrow columns": _then(curly, wrap(52, hang=False), _tight),
    "copied from the word processor": _then(curly, NOISE["tabs after marks"], NOISE["nbsp in names"], _tight),
    "saved web page": _then(
        NOISE["nbsp after stops"], _bare("\xa0\xa0\xa0\xa0"), NOISE["trailing blanks"], NOISE["crlf"]
    ),
    "markdown": _then(NOISE["headings ###"], NOISE["decision words bold"], NOISE["markdown escapes"], _bullets("*")),
    "mail": _then(_straight, wrap(72), NOISE["block quote"], NOISE["crlf"]),
    "typed again": _then(
        _straight, NOISE["hyphens for dashes"], NOISE["double spaces"], NOISE["headings UPPER"], _bullets("-")
    ),
}
