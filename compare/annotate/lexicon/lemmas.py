"""Finds the dictionary form of a word by its ending, where the result is a word.

    provided → provide      studies → study      stopped → stop      children → child      need → need (not "nee")

A dictionary of forms would be surer and weighs thirty megabytes; the endings decide no more than whether two words of
one place are forms of one, and err about once in two hundred pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

# Forms that no ending explains. Each line is one word: its dictionary form first.
_IRREGULAR = """
be am is are was were been being|have has had having|do does did done|go goes went gone|say says said|make made
take took taken|come came|see saw seen|know knew known|get got gotten|give gave given|find found|think thought
tell told|become became|leave left|feel felt|bring brought|begin began begun|keep kept|hold held|write wrote written
stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken|lead led|read|grow grew grown
lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken
spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought
throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten|lay laid|lie lay lain|sell sold
fight fought|teach taught|eat ate eaten|sing sang sung|strike struck|withdraw withdrew withdrawn
undertake undertook undertaken|oversee oversaw overseen|bear bore borne|overcome overcame|arise arose arisen
foresee foresaw foreseen|withhold withheld|uphold upheld|swear swore sworn|show showed shown|shake shook shaken
fly flew flown|ride rode ridden|hide hid hidden|bind bound|wind wound|feed fed|bid bade|mistake mistook mistaken
sleep slept|sweep swept|lend lent|bend bent|dream dreamt|learn learnt|burn burnt|spell spelt|light lit|shoot shot
slide slid|stick stuck|swim swam swum|drink drank drunk|ring rang rung|shrink shrank shrunk|spring sprang sprung
steal stole stolen|freeze froze frozen|wake woke woken|weave wove woven|tear tore torn|blow blew blown
redo redid redone|undergo underwent undergone|forgo forwent forgone|rebuild rebuilt|repay repaid|resell resold
rewrite rewrote rewritten|child children|man men|woman women|person people|foot feet|tooth teeth|goose geese
mouse mice|ox oxen|life lives|wife wives|knife knives|half halves|leaf leaves|shelf shelves|self selves
thief thieves|loaf loaves|wolf wolves|calf calves|analysis analyses|basis bases|crisis crises|criterion criteria
phenomenon phenomena|datum data|medium media|curriculum curricula|memorandum memoranda|referendum referenda
appendix appendices|index indices|hypothesis hypotheses|thesis theses|emphasis emphases|chairman chairmen
alderman aldermen|councilman councilmen|spokesman spokesmen|chairwoman chairwomen|agendum agenda|stimulus stimuli
syllabus syllabi|alumnus alumni|bureau bureaux|formula formulae|good better best|bad worse worst|little less least
much more most|far further furthest|this these|that those|i me my mine|he him his|she her hers|it its|we us our ours
they them their theirs|who whom whose|a an|will would|shall should|may might|can could
"""
_FORMS = {form: line.split()[0] for line in _IRREGULAR.replace("\n", "|").split("|") if line for form in line.split()}
# Of a verb with three forms the past and the participle, where they differ: wrote, written.
_PARTICIPLES = {
    forms[1]: forms[2]
    for line in _IRREGULAR.replace("\n", "|").split("|")
    if len(forms := line.split()) == len(("write", "wrote", "written")) and forms[2].endswith(("n", "ne"))
}


# Verbs of which one form goes with one, another with several.
VERBS_OF_NUMBER = frozenset(["was", "were", "is", "are", "has", "have", "does", "do"])


def participle_of(past: str) -> str | None:
    """Returns the participle of an irregular verb by its past, where the two differ: "written" for "wrote"."""
    return _PARTICIPLES.get(past)


# Words whose ending is no ending.
# fmt: off
_WHOLE = frozenset([
    "during", "evening", "morning", "nothing", "something", "anything", "everything", "ceiling", "interest", "during",
    "wedding", "being", "building", "news", "series", "species", "means", "his", "this", "its", "us", "as", "is",
    "was", "has", "yes", "thus", "plus", "gas", "bus", "less", "unless", "always", "perhaps", "hundred", "indeed",
    "need", "speed", "feed", "seed", "exceed", "proceed", "succeed", "sacred", "naked", "wicked", "bed", "red", "led",
    "shed", "sled", "breed", "king", "ring", "sing", "thing", "bring", "string", "spring", "wing", "swing", "sling",
    "sterling", "across", "business", "process", "address", "princess", "previous", "various", "status", "census",
    "campus", "virus", "bonus", "focus", "corpus", "mathematics", "politics", "economics", "ethics", "physics",
])
# fmt: on
_SHORT = 3  # letters that a stem needs before its ending is cut: "thing", "bed", "ties" are whole
_VOWELS = frozenset("aeiouy")


class Lemmatiser:
    """Finds dictionary forms with the help of word counts."""

    def __init__(self, count: Callable[[str], int]) -> None:
        self._count = count
        self._seen: dict[str, str] = {}

    def lemma(self, key: str) -> str:
        """Returns the dictionary form of a folded word; the word itself where nothing shorter is known."""
        lemma = self._seen.get(key)
        if lemma is None:
            lemma = self._seen[key] = self._find(key)
        return lemma

    def _find(self, key: str) -> str:
        if key in _FORMS:
            return _FORMS[key]
        bare = key.removesuffix("'s")
        if bare != key:
            return self.lemma(bare)
        if len(key) <= _SHORT or key in _WHOLE or not key.isalpha():
            return key
        for stems in (_plural(key), _verbal(key, "ed"), _verbal(key, "ing")):
            for stem in stems:
                if len(stem) > 1 and self._count(stem):
                    return stem
        return key


def _plural(key: str) -> Iterable[str]:
    if not key.endswith("s") or key.endswith(("ss", "us", "is")):
        return
    if key.endswith("ies") and len(key) > _SHORT + 1:
        yield key[:-3] + "y"
    if key.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield key[:-2]
    yield key[:-1]


def _verbal(key: str, ending: str) -> Iterable[str]:
    """Candidates for what stood before -ed or -ing, the likeliest first."""
    stem = key.removesuffix(ending)
    if (
        stem == key
        or len(stem) == 1
        or not _VOWELS & set(stem)
        or (len(stem) < _SHORT and ending == "ing" and stem != "us")
    ):
        return
    if ending == "ed" and stem.endswith("i"):
        yield stem[:-1] + "y"
        return
    if len(stem) > _SHORT and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        yield stem[:-1]
        return
    if _drops_e(stem):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem + "e"
    if len(stem) > _SHORT and stem[-1] == stem[-2]:
        yield stem[:-1]


# fmt: off
_LOST_E = (
    "at", "it", "iv", "is", "iz", "id", "ag", "dg", "ng", "rg", "lv", "rv", "nc", "rc", "rs", "ns", "c", "v", "z", "u",
    "ys",
)
_LOST_NOTHING = ("mit", "sit", "dit", "bit", "eat", "oat", "oid", "aid", "ait", "eed", "ying", "bring")
# fmt: on


def _drops_e(stem: str) -> bool:
    """Whether a stem most likely lost an e: "hop(ed)" would else double its consonant; "provid(ed)", "judg(ed)"."""
    if stem[-1] in _VOWELS:
        return stem[-1] in "aiu"
    if stem.endswith(_LOST_E):
        return not stem.endswith(_LOST_NOTHING)
    # One vowel and one consonant: "car(ing)", "us(ed)", "lin(ed)"; "open", "visit", "rain" lost nothing.
    return stem[-1] not in "wxy" and stem[-2] in "aiou" and sum(letter in _VOWELS for letter in stem) == 1
