"""Which words English knows, how usual they are, and how usual beside one another.

The counts are those of the package symspellpy: 82,765 words and 242,342 pairs of neighbours with their frequency in
printed and web English (their origin: models/README.md). Its files are read in place; the package itself is not
imported. Pairs are looked up in the mapped file by bisection: nothing is parsed, so a comparison with
three doubtful words pays for three.
"""

from __future__ import annotations

import mmap
import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Mapping
from functools import cached_property, lru_cache
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

from compare.annotate.lexicon.lemmas import Lemmatiser
from compare.style.house_style import HouseStyle
from compare.style.senses import Senses, senses_of
from compare.style.word_lists import without_ending
from compare.text.tokens import fold_key, is_word

_WORDS = "frequency_dictionary_en_82_765.txt"
_PAIRS = "frequency_bigramdictionary_en_243_342.txt"

# All pairs of neighbours in the collection that the counts come from, and all words of the list (sums of the files).
# A pair seen fewer than some 6.5 million times is not in the file.
PAIR_FLOOR = 6_500_000

# Bytes between two lines of the index: 1,250 entries, and some 350 lines to search for a pair (2 µs).
_BLOCK = 4096
_LONGEST_LINE = 80  # bytes; the longest of the file has 41

# Lists of `models/patterns/entities.toml` that hold no surnames.
# fmt: off
_LABEL_LISTS = (
    "titles", "plural_titles", "roles", "role_heads", "body_nouns", "org_nouns", "post_nominals", "not_acronyms",
)
# fmt: on

_ISE = re.compile(r"(?<=[^\W\d_]{2}[iy])s(?=(?:e[drs]?|es|ing|ations?|able)$)")
_OUR = re.compile(r"(?<=[^\W\d_]{2})our(?=(?:s|ed|ing|able|ful|ite|ites|er|ers|ly|hood|hoods)?$)")


class Lexicon:
    """Words and pairs with their counts, all from the files, so that two lexicons agree.

    Cost: the first question about a word reads the list (40 ms); one about a pair maps the file and costs 20 µs.
    """

    def __init__(self, style: HouseStyle, folder: Path | None) -> None:
        self._folder = folder
        self._names = frozenset(
            part
            for names in style.names.values()
            for name in names
            for part in fold_key(name).replace("-", " ").split()
        )
        self.function_words = frozenset(style.words.get("function_words", ()))  # words of grammar: "the", "of", "not"
        self._style = style
        self._lemmas = Lemmatiser(self.count)
        self._known: dict[str, bool] = {}
        self._pair_counts: dict[tuple[str, str], int] = {}

    @property
    def is_complete(self) -> bool:
        """Whether the counts are installed; without them every word counts as known and there is no verdict."""
        return self._folder is not None

    @cached_property
    def _variants(self) -> frozenset[tuple[str, str]]:
        pairs = [line.partition("=") for line in self._style.words.get("spelling_variants", ())]
        return frozenset((one.strip(), other.strip()) for one, _, other in pairs)

    def is_variant(self, one: str, other: str) -> bool:
        """Whether the two are right spellings of one word: focussed/focused, organise/organize, favour/favor."""
        return {(one, other), (other, one)} & self._variants != set() or _spelling(one) == _spelling(other)

    @cached_property
    def _opposites(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(line.split()) for line in self._style.words.get("opposites", ()))

    @cached_property
    def _senses(self) -> Senses:
        return senses_of(self._style.senses, self._style.entities)

    def are_opposites(self, one: str, other: str) -> bool:
        """Whether the two are opposite in sense (include/exclude, before/after): chosen, not mistyped."""
        return frozenset((one, other)) in self._opposites or self._senses.are_contraries(one, other)

    @cached_property
    def _mistaken(self) -> frozenset[frozenset[str]]:
        groups = (line.split() for key in ("homophones", "lookalikes") for line in self._style.words.get(key, ()))
        return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))

    def is_mistaken(self, one: str, other: str) -> bool:
        """Whether the lists hold the two as taken for one another by ear or by eye: site/sight, planes/plains."""
        return any(frozenset(pair) in self._mistaken for pair in ((one, other), without_ending(one, other)))

    @cached_property
    def _words_of_force(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(self._style.words.get(key, ())) for key in ("modals", "number_words"))

    def are_both_of_force(self, one: str, other: str) -> bool:
        """Whether both are verbs of duty or both numbers: may/must, four/five."""
        return any({one, other} <= words for words in self._words_of_force)

    def is_of_force(self, key: str) -> bool:
        """Whether the word is a verb of duty: its presence is a decision, never a matter of language."""
        return key in self._words_of_force[0]

    @cached_property
    def _offices(self) -> frozenset[str]:
        return frozenset(map(fold_key, self._style.words.get("roles", ())))

    def is_office(self, key: str) -> bool:
        """Whether the word names an office that one person holds: clerk, treasurer."""
        return key in self._offices

    @cached_property
    def _companies(self) -> Mapping[str, frozenset[str]]:
        companies: dict[str, frozenset[str]] = {}
        for line in self._style.words.get("homophone_company", ()):
            word, _, near = line.partition(" = ")
            companies[word] = companies.get(word, frozenset()) | frozenset(near.split())
        return companies

    def company(self, key: str) -> frozenset[str]:
        """Returns the words that show that this one is meant, and not one that sounds or looks like it.

        "minutes" stands near, "_minutes" directly behind, "full_" directly before. Of a form that has no company of its
        own it is that of the word: "planes" keeps that of "plane".
        """
        found = self._companies.get(key)
        return self._companies.get(self.lemma(key), frozenset()) if found is None else found

    @cached_property
    def labels(self) -> frozenset[str]:
        """Words that name offices, bodies and parts of an attendance list: no surname stands in an entry of these."""
        lists = self._style.entities
        phrases = (
            *(phrase for key in _LABEL_LISTS for phrase in lists.get(key, ())),
            *self._style.words.get("attendance_words", ()),
        )
        parts = (part for phrase in phrases for part in phrase.casefold().replace("-", " ").replace("=", " ").split())
        return frozenset(parts) | self.function_words

    @cached_property
    def before_number(self) -> frozenset[str]:
        """Short forms of words that stand before the number of a reference: "p", "sch"."""
        return frozenset(self._style.reference_forms)

    @property
    def months(self) -> tuple[str, ...]:
        """The months as printed: May and June are given names too."""
        return tuple(line.partition(" = ")[0] for line in self._style.entities.get("months", ()))

    @cached_property
    def _counts(self) -> dict[bytes, bytes]:
        return {} if self._folder is None else _counts_in(self._folder)

    @cached_property
    def _pairs(self) -> mmap.mmap | None:
        if self._folder is None:
            return None
        with (self._folder / _PAIRS).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def count(self, key: str) -> int:
        """Returns how often the word occurs in the collection; 0 when it is not listed."""
        return int(self._counts.get(key.encode(), 0))

    def knows(self, key: str) -> bool:
        """Whether a folded token is a word of English, a name of the house style, a number or a mark."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._is_known(key)
        return known

    def _is_known(self, key: str) -> bool:
        if not self.is_complete or not is_word(key) or any(map(str.isdigit, key)) or len(key) == 1:
            return True
        if key.encode() in self._counts or key in self._names or key in self.function_words:
            return True
        bare = key.removesuffix("'s").removesuffix("'")
        if bare != key:
            return self.knows(bare)
        parts = key.replace("/", "-").replace(".", "-").split("-")
        return len(parts) > 1 and all(not part or self.knows(part) for part in parts)

    def lemma(self, key: str) -> str:
        """Returns the dictionary form of a folded token; the token itself where no rule leads to a known word."""
        return self._lemmas.lemma(key)

    def pair_count(self, first: str, second: str) -> int:
        """Returns how often the two words stand side by side; 0 for pairs below the file's floor."""
        pair = (first, second)
        count = self._pair_counts.get(pair)
        if count is None:
            count = self._pair_counts[pair] = self._find_pair(f"{first} {second} ".encode())
        return count

    @cached_property
    def _runs(self) -> list[tuple[list[bytes], list[int]]]:
        """An index of the file of pairs: for each stretch of it that is in order, every so often a line and its place.

        The file is two lists one behind the other, each in order but for words that once had capitals ("FAQs on"
        before "fabric and"); each break in the order opens a new stretch.
        """
        pairs = self._pairs
        if pairs is None:
            return []
        runs: list[tuple[list[bytes], list[int]]] = []
        before = b""
        for middle in range(0, len(pairs), _BLOCK):
            start = pairs.rfind(b"\n", 0, middle) + 1
            line = pairs[start : start + _LONGEST_LINE].split(b"\n", 1)[0]
            if line < before or not runs:
                runs.append(([], []))
            runs[-1][0].append(line)
            runs[-1][1].append(start)
            before = line
        return runs

    def _find_pair(self, key: bytes) -> int:
        pairs = self._pairs
        if pairs is None:
            return 0
        for lines, starts in self._runs:
            # Before the first line of a stretch: its beginning lies in the block that breaks the order.
            start = starts[max(bisect_right(lines, key) - 1, 0)]
            low = max(start - _BLOCK, 0) if start == starts[0] else start
            is_first = not low and pairs[: len(key)] == key
            place = 0 if is_first else pairs.find(b"\n" + key, max(low - 1, 0), start + 2 * _BLOCK) + 1
            if place or is_first:
                end = pairs.find(b"\n", place)
                return int(pairs[place + len(key) : end if end >= 0 else len(pairs)])
        return 0


@lru_cache(maxsize=1)
def _counts_in(folder: Path) -> dict[bytes, bytes]:
    """Returns the words with their counts, as printed: read twice as fast as text and numbers, and few are needed."""
    fields = iter((folder / _WORDS).read_bytes().removeprefix(BOM_UTF8).split())
    return dict(zip(fields, fields, strict=True))


def _spelling(key: str) -> str:
    """Returns a word with the endings that British English writes in two ways, and American in one, made one."""
    return _OUR.sub("or", _ISE.sub("z", key))


def load_lexicon(style: HouseStyle) -> Lexicon:
    """Returns the lexicon of a house style. Reads nothing yet."""
    return Lexicon(style, _data_folder())


@lru_cache(maxsize=1)
def _data_folder() -> Path | None:
    spec = find_spec("symspellpy")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    return folder if (folder / _WORDS).is_file() and (folder / _PAIRS).is_file() else None
