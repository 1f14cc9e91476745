"""Finds the comments that the source of a document carries and no reader of it sees: <!-- check the vote with Ann -->.

<!-- check the vote with Ann -->         somebody wrote it to somebody
<!-- more -->  <!-- omit in toc -->      an instruction to a program
<!--[if gte mso 9]> … <![endif]-->       the same, in pages that Word saved
4 <!-- 5                                 none: it does not end
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.values.documents import Span

_OPENS, _CLOSES = "<!--", "-->"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Instructions to programs: tables of contents, checkers, licences, content systems. Source: the comments of 600
# published minutes in markdown, and the templates of content systems.
_INSTRUCTION = re.compile(
    r"""(?ix) \W* (?:
        (?:see\s|read\s)?more | (?:omit\s(?:in|from)\s|no[-\s]?|end[-\s]?|start[-\s]?)?toc\b.* | mdtoc\b.* | doctoc\b.*
      | (?:markdownlint|prettier|eslint|stylelint|cspell|textlint|vale|lint|jinja|liquid|vim?|emacs|editorconfig)\b.*
      | spdx-.* | copyright\b.* | licen[cs]e\b.* | \[if\b.* | \[?endif\b.* | google_ad.* | googleo[nf]+\b.*
      | (?:begin|end|start|open|close)(?:ing)?[\s:_-]+(?:of\s)?[\w#.-]+(?:\s[\w#.-]+)?
      | /.* | [.#][\w-]+ | [\w-]+\.(?:html?|php|aspx?|js|css)\b.* | (?:wp|mce|gutenberg|drupal|theme|block|file):.*
    ) \W*"""
)
_LONGEST = 2000  # characters of a comment that are compared


def comment_spans(text: str) -> Iterator[Span]:
    """The ranges of the comments in a text. Cost: linear."""
    start = text.find(_OPENS)
    while start >= 0:
        end = text.find(_CLOSES, start + len(_OPENS))
        if end < 0:
            return
        yield Span(start, end + len(_CLOSES))
        start = text.find(_OPENS, end + len(_CLOSES))


def comments_in(text: str) -> tuple[str, ...]:
    """What people wrote in the comments of a text, in order, on one line each."""
    found = (comment_words(text[span.start + len(_OPENS) : span.end - len(_CLOSES)]) for span in comment_spans(text))
    return tuple(words for words in found if words)


def comment_words(content: str) -> str:
    """What a comment says, without tags and blanks; nothing where it instructs a program or has no words."""
    words = " ".join(_TAG.sub(" ", content[:_LONGEST]).split())
    if not any(map(str.isalnum, words)) or _INSTRUCTION.fullmatch(words):
        return ""
    return words
