"""Its and it's, whose and who's, councillors' and councillor's: what the grammar of the place decides.

    moved to [it's] new office          after a preposition a thing stands: "its"
    said that [its] too early           nobody owns a "too": "it's"
    all [councillor's] allowances       of all there are several: "councillors'"
    the [depots] plans allowed          a thing and its verb follow: "the depot's plans"
    the [councillor's] were thanked     no thing follows that a councillor could own: "councillors"
    the [tenant's] / [tenants'] request both are right: no verdict

Rules after Quirk et al., A Comprehensive Grammar of the English Language (1985), 5.112-5.126 (the genitive).
"""

from __future__ import annotations

from compare.annotate.suspect import Exchange
from compare.values import Reading, Side, Verdict, Word

_SURE = 0.95  # confidence where the place allows one of the two alone

# Each possessive, and the short form of two words that is written for it.
_OWNERS = {"its": "it's", "whose": "who's", "your": "you're", "their": "they're"}
_MEANT = {"it's": "it is", "who's": "who is", "you're": "you are", "they're": "they are"}
# fmt: off
_PREPOSITIONS = frozenset([
    "of", "to", "in", "for", "from", "with", "by", "at", "on", "into", "about", "under", "over", "within", "against",
    "between", "through", "during", "towards", "without", "behind", "outside", "near", "around", "along", "across",
])
# No thing begins with these: "its the", "whose not", "their been".
_NO_THING = frozenset([
    "the", "a", "an", "not", "been", "to", "too", "that", "this", "these", "those", "in", "on", "at", "for", "from",
    "being", "going", "because", "is", "was", "very", "so", "just", "likely", "unlikely", "possible", "important",
    "about", "still", "also", "already", "never", "always", "what", "how", "why", "where", "with", "by", "no",
    "unable", "able", "aware", "glad", "sorry", "sure", "ready", "due",
])
_FINITE = frozenset([
    "was", "were", "is", "are", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may",
    "might", "must", "did", "do", "does",
])
# What can be said, thought or hoped: a clause may follow, "said it's late".
_SAYING = frozenset(["say", "think", "believe", "feel", "know", "see", "hope", "fear", "ask", "tell", "mean", "be",
                     "suggest", "agree", "note", "confirm", "report", "understand", "explain", "argue", "stress"])
_ALL = frozenset(["all", "both", "several", "many", "few", "most", "these", "those", "two", "three", "four", "five",
                  "six", "seven", "eight", "nine", "ten", "various"])
_EACH = frozenset(["a", "an", "each", "every", "one", "another", "either", "neither", "this"])
_PERSONS = frozenset(["it", "he", "she", "they", "we"])
_DETERMINERS = frozenset(["the", "this", "that", "our", "its", "their", "his", "her"])
# Plurals that stand before a thing and own none: "the parks manager", "the accounts clerk", "the sports clubs".
_NAMING = frozenset([
    "accounts", "affairs", "arms", "arts", "assets", "benefits", "buildings", "buses", "careers", "claims",
    "communications", "complaints", "customs", "drugs", "elections", "estates", "events", "facilities",
    "finances", "foods", "funds", "games", "goods", "grants", "grounds", "highways", "homes", "jobs", "lands",
    "logistics", "markets", "materials", "media", "members", "minutes", "needs", "operations", "options",
    "parks", "payments", "pensions", "plans", "premises", "procurements", "products", "programmes", "projects",
    "properties", "railways", "rates", "records", "relations", "repairs", "resources", "rights", "risks",
    "roads", "sales", "savings", "securities", "services", "skills", "sports", "standards", "streets",
    "systems", "taxes", "trades", "trees", "visitors", "waters", "ways", "works",
])
# So do most words for people: "the carers forum", "the veterans club".
_PEOPLE = ("ers", "ors", "ants", "ents", "ees", "ans", "ists", "girls", "boys", "pupils", "friends")
_BEHIND_PLURAL = _FINITE | frozenset(["of", "who", "which"])
_BEFORE_PLACE = frozenset(["in", "from", "on", "near", "over", "up", "down", "out", "go", "went", "lived", "worked"])
# fmt: on
_VERBAL = frozenset(("VERB", "AUX"))
_THING = frozenset(("NOUN", "PROPN"))


def misplaced_apostrophe(exchange: Exchange) -> Verdict | None:
    """Returns the side whose apostrophe, or lack of one, the words around do not allow; `None` where both may stand."""
    one, other = exchange.one.key, exchange.other.key
    if "'" not in one + other and {one, other} != {"their", "there"}:
        return None
    found = [_wrong(reading, {one, other}) for reading in (exchange.draft, exchange.final)]
    if found[0] is None or found[1] is None or found[0][0] != found[1][0]:
        return None
    wrong, why = found[0]
    return Verdict(Side.DRAFT if wrong == one else Side.FINAL, _SURE, why)


def _wrong(reading: Reading, words: set[str]) -> tuple[str, str] | None:
    before = reading.before[-1] if reading.before else None
    after = reading.after[0] if reading.after else None
    if words == {"their", "there"}:
        return _there(before, after)
    for owner, short in _OWNERS.items():
        if words == {owner, short}:
            return _owner_or_short(owner, short, before, reading.after)
    return _possessive(sorted(words, key=len), before, reading)


def _there(before: Word | None, after: Word | None) -> tuple[str, str] | None:
    if after is None:
        return None
    if after.key in _FINITE:
        return "their", f"'there {after.text}' is said, 'their {after.text}' is not"
    if before is not None and before.key not in _BEFORE_PLACE and _is_owned(before, after):
        return "there", f"'{after.text}' is somebody's: 'their {after.text}'"
    return None


def _is_owned(before: Word, after: Word) -> bool:
    """Whether a thing follows that is somebody's: "for their help", "left their bins", "said that their teachers"."""
    if before.key in _PREPOSITIONS:
        return after.pos in _THING
    return after.pos == "NOUN" and (before.pos == "VERB" or before.key == "that")


def _owner_or_short(owner: str, short: str, before: Word | None, following: tuple[Word, ...]) -> tuple[str, str] | None:
    after = following[0] if following else None
    if after is None or not after.is_word:
        return None
    because = f"'{short}' means '{_MEANT[short]}'"
    if after.key in _NO_THING or (owner == "whose" and after.pos == "VERB" and after.key.endswith("ing")):
        return owner, f"'{owner}' says whose a thing is, and '{after.text}' is none; {because}"
    if owner == "whose":
        is_owner = len(following) > 1 and (
            following[1].key in _FINITE or (after.pos in _THING and _is_verb(following[1]))
        )
    else:
        is_owner = before is not None and (before.key in _PREPOSITIONS or _takes_thing(before, following))
    return (short, f"'{after.text}' is somebody's; {because}") if is_owner else None


def _is_verb(word: Word) -> bool:
    """Whether a noun before this word has a clause of its own: "whose garden adjoins", "whose duty it is"."""
    return word.pos in _VERBAL or word.key in _FINITE | _PERSONS or word.key.endswith(("ed", "s"))


def _takes_thing(before: Word, following: tuple[Word, ...]) -> bool:
    """Whether a verb stands before that takes a thing, and a thing follows: "published its annual accounts"."""
    parts = [word.pos for word in following[:2]]
    is_thing = parts[0] in _THING or (parts[0] == "ADJ" and len(parts) > 1 and parts[1] in _THING)
    return is_thing and before.pos == "VERB" and before.lemma not in _SAYING


def _possessive(words: list[str], before: Word | None, reading: Reading) -> tuple[str, str] | None:
    """Decides among "councillors", "councillor's" and "councillors'"."""
    plain = {word.replace("'", "") for word in words}
    if len(plain) != 1 or not next(iter(plain)).endswith("s") or len(next(iter(plain))) < len("cats"):
        return None
    several = next(iter(plain))
    of_one, of_several = f"{several[:-1]}'s", f"{several}'"
    if set(words) == {several, of_one}:
        return _plural_or_owner(several, of_one, before, reading)
    if set(words) == {of_one, of_several} and before is not None:
        if before.key in _ALL:
            return of_one, f"'{before.text}' is followed by several, '{of_one}' is one's"
        if before.key in _EACH:
            return of_several, f"'{before.text}' is followed by one, '{of_several}' is several's"
    return None


def _plural_or_owner(several: str, of_one: str, before: Word | None, reading: Reading) -> tuple[str, str] | None:
    after = reading.after[0] if reading.after else None
    if after is not None and after.key in _BEHIND_PLURAL and (before is None or before.key not in _EACH):
        return of_one, f"'{after.text}' cannot be somebody's: '{several} {after.text}'"
    if before is not None and before.key in _ALL and (after is None or after.key == "."):
        return of_one, f"'{before.text}' is followed by several"
    if _owns(several, before, reading):
        return several, f"'{reading.after[0].text}' is somebody's: '{of_one}'"
    return None


def _owns(several: str, before: Word | None, reading: Reading) -> bool:
    """Whether a plural stands before another thing and a verb behind that: "the depots plans allowed"."""
    is_naming = several in _NAMING or several.endswith(_PEOPLE)
    if before is None or before.key not in _DETERMINERS or is_naming or len(reading.after) <= 1:
        return False
    thing, verb = reading.after[:2]
    is_verb = verb.key in _FINITE or (verb.pos == "VERB" and verb.key.endswith("ed"))
    return thing.pos == "NOUN" and is_verb
