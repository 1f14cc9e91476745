"""The house style's word lists, ready for the rules: sets of words, groups of words, and phrases to look for.

    "approve = approve approves approved"   →   outcomes["approved"] = "approve"
    "cllr = councillor"                     →   long_forms["cllr"] = ("councillor",)

What each list is for stands above it in `models/patterns/words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from compare.style.denials import Denials
from compare.style.forces import Forces, forces_of
from compare.style.house_style import HouseStyle
from compare.style.nil_returns import NilReturns, nil_returns_of
from compare.style.recasts import Recasts, recasts_of
from compare.style.senses import Senses, senses_of
from compare.style.stems import Stems
from compare.style.synonyms import Synonyms, synonyms_of
from compare.style.tenses import Tenses, tenses_of
from compare.text.tokens import fold_key, tokenise
from compare.text.word_search import WordSearch
from compare.values import Word

# Letters that must follow a negating prefix: "fit" of "unfit"; with two, "unit" would deny "it". The prefixes that
# begin many other words need one more: "inthe" does not deny "the".
_SHORTEST_ROOT = 3
_LONGEST_END = 5  # letters of a form's end: "re-creation"
_LOOSE_PREFIXES = ("in", "im", "il", "ir")

# -ize to -ise, -yze to -yse, -our to -or: all are spellings of one word.
_ZED = re.compile(r"(?<=[a-z]{2})([iy])z(e|es|ed|ing|er|ers|ation|ations|ational)$")
_OUR = re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|hood|hoods|ite|ites)?$")

# The lists that are read as sets of single words, and those that are searched for as phrases of a sentence.
_SETS = (
    *("turning_words", "vote_form_words"),
    *("function_words", "negations", "modals", "roles", "role_modifiers", "titles", "attendance_words"),
    *("interest_words", "vote_words", "number_words", "draft_marks", "approved_marks", "place_words"),
    *("organisation_words", "determiners", "before_noun", "after_noun", "no_limit_after_up_to", "comparatives"),
    *("decision_things", "right_when_doubled", "movement_words", "presence_words", "prose_words"),
    *(
        "attendance_headings",
        "mover_words",
        "putting_words",
        "outcomes_for",
        "outcomes_against",
        "common_outcomes",
        "voted_things",
    ),
    *("reporting_verbs", "outcome_extents", "votes_cast", "capacity_words", "stand_in_words"),
    *(
        "first_page_labels",
        "words_of_meetings",
        "reported_speech",
        "plain_saying",
        "note_takers",
        "bodies_of_notes",
        "signing_words",
        "asking_words",
        "question_openers",
    ),
    *("prepositions", "clause_links", "joining_words", "joining_adverbs", "free_adverbs", "fixed_adverbs"),
    *("particles", "time_nouns", "time_modifiers", "announcing_words", "no_past_in_ed"),
    *("binding_deeds", "binding_things", "words_within_verbs", "clause_prepositions"),
    *("denying_words", "completed_denials", "power_words", "light_verbs", "believing_verbs", "universal_words"),
    "modals_of_action",
    "words_of_construction",
    "rank_words",
    *("thanking_words", "words_of_courtesy", "notes_on_papers", "row_links", "row_heads"),
    *("presence_facts", "absence_words", "part_words", "admission_words", "session_words", "agenda_parts"),
    *("parts_with_numerals", "private_marks"),
    *("following_words", "leading_words"),
    *("limit_endings", "limited_things", "limiting_verbs", "pointing_words"),
)
_PHRASES = (
    *(
        "decision_subjects",
        "deciding_bodies",
        "ordered_lists",
        "vote_contexts",
        "attendance_contexts",
        "movement_contexts",
    ),
    *("interest_contexts", "interest_reminders", "part_contexts", "session_contexts", "session_steps"),
    *("grounds_of_exclusion", "private_headings", "binding_contexts", "leave_contexts"),
    *(
        "agenda_part_contexts",
        "limb_leads",
        "office_contexts",
        "power_contexts",
        "file_day_phrases",
        "visitor_contexts",
    ),
)


# The lists of `synonyms.toml` by name, and what says the same among opposed words.
SameSenseLists = tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]


@dataclass(frozen=True)
class WordLists:
    """What rules know of words. Built once for a house style; every key is folded.

    `sets` and `phrases` hold lists by their name. `outcomes` maps each verb that decides to the first of its forms;
    `decisive` are the outcomes that decide something in a narrative too.
    """

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    outcomes: Mapping[str, str]
    decisive: frozenset[str]
    plain_outcomes: Mapping[str, frozenset[str]]  # families of plain verbs, and the formal ones that are the same
    motion_states: Mapping[str, str]  # "amended" and "substantive" → "amended"
    amendment_fates: Mapping[str, str]  # "withdrew" → "withdrawn"
    stems: Stems
    long_forms: Mapping[str, tuple[str, ...]]
    reference_forms: Mapping[str, tuple[str, ...]]  # short only before a number
    office_forms: Mapping[str, str]  # short only in the name of an office: "hon", "sec"
    spellings: Mapping[str, str]
    matter_tags: Mapping[str, tuple[str, ...]]
    grammar_tags: Mapping[str, tuple[str, ...]]
    homophones: Mapping[str, frozenset[str]]
    lookalikes: Mapping[str, frozenset[str]]
    opposites: frozenset[frozenset[str]]
    figure_words: Mapping[str, tuple[tuple[str, str], ...]]  # "weekly" → (("rhythm", "week"),)
    negation_prefixes: tuple[str, ...]
    prefix_traps: tuple[str, ...]
    hyphened_stems: tuple[str, ...]
    force_phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    limit_openings: Mapping[str, tuple[tuple[str, ...], ...]]
    header_words: frozenset[str]
    pronoun_persons: Mapping[str, str]  # "mrs" and "her" → "she"
    links_alike: Mapping[str, str]  # what opens a clause, by the word that says the same: "because" → "as"
    gathering_headings: frozenset[str]  # headings that only gather what is below them: "Notes"
    forces: Forces
    recasts: Recasts
    due_words: Mapping[str, str]  # what says in one word that something is to be done: "payable" → stem of "pay"
    denied_any: Mapping[str, tuple[str, ...]]  # what "not" and one of the forms make: "no" of "not … any"
    counted_units: frozenset[str]  # units that are things: "member", not "day"
    senses: Senses
    tenses: Tenses
    nil_returns: NilReturns
    same_sense: SameSenseLists

    @cached_property
    def denials(self) -> Denials:
        """The words with which something is denied."""
        return Denials(
            words=self.sets["negations"],
            denying=self.sets["denying_words"],
            completed=self.sets["completed_denials"],
            powers=self.sets["power_words"],
            light=self.sets["light_verbs"],
            believing=self.sets["believing_verbs"],
            universal=self.sets["universal_words"],
            with_any=self.denied_any,
            passed=self.sets["function_words"] | self.sets["modals"],
            stems=self.stems,
            tenses=self.tenses,
            prefixes=tuple(self.negation_prefixes),
            is_negated=self.is_negated,
        )

    @cached_property
    def synonyms(self) -> Synonyms:
        """The words that say the same. Built when a rule first asks: most comparisons need them late or never."""
        return synonyms_of(*self.same_sense, self.stems.irregular)

    @cached_property
    def outcome_words(self) -> frozenset[str]:
        """The words that say an outcome, alone or as one of two: "voted" and "down" of "voted down"."""
        return frozenset(word for form in self.outcomes for word in form.split("_"))

    @property
    def force(self) -> frozenset[str]:
        """The verbs of duty or power, and the words that deny."""
        return self.sets["modals"] | self.sets["negations"]

    def has(self, list_name: str, key: str) -> bool:
        """Whether the list of that name holds the key."""
        return key in self.sets[list_name]

    def has_phrase(self, list_name: str, text: str) -> bool:
        """Whether a folded text has one of the phrases of the list of that name."""
        return _any_phrase(self.phrases[list_name]).is_in(text)

    def is_function_word(self, word: Word) -> bool:
        """Whether the word carries grammar, not matter: an article, preposition, conjunction, pronoun or auxiliary."""
        if word.key in self.sets["function_words"]:
            return word.pos not in self.matter_tags.get(word.key, ())
        return word.pos in self.grammar_tags.get(word.key, ())

    def is_negated(self, longer: str, shorter: str) -> bool:
        """Whether `longer` is `shorter` with a negating prefix: unreasonable/reasonable, but not inform/form."""
        if len(shorter) < _SHORTEST_ROOT or not longer.endswith(shorter):
            return False
        prefix = longer[: len(longer) - len(shorter)]
        if len(shorter) == _SHORTEST_ROOT and prefix in _LOOSE_PREFIXES:
            return False
        return prefix in self.negation_prefixes and not any(
            longer == trap or (trap[-1] == "*" and longer.startswith(trap[:-1])) for trap in self.prefix_traps
        )

    def is_other_word(self, one: str, other: str) -> bool:
        """Whether a hyphen alone makes another word of a word: resigned/re-signed, but not reopened/re-opened."""
        hyphened, plain = (one, other) if "-" in one else (other, one)
        return (
            "-" not in plain
            and hyphened.replace("-", "") == plain
            and any(
                hyphened.startswith(stem) and len(hyphened) <= len(stem) + _LONGEST_END for stem in self.hyphened_stems
            )
        )

    def is_opposite(self, one: str, other: str) -> bool:
        """Whether the two are contraries: north/south, he/she, before/after."""
        return frozenset((one, other)) in self.opposites or self.senses.are_contraries(one, other)

    def sounds_like(self, one: str, other: str) -> bool:
        """Whether the two sound the same: site/sight, planes/plains."""
        bare, other_bare = without_ending(one, other)
        return other in self.homophones.get(one, frozenset()) or other_bare in self.homophones.get(bare, frozenset())

    def is_confusable(self, one: str, other: str) -> bool:
        """Whether the two are taken for one another by ear or by eye: site/sight, quite/quiet."""
        return self.sounds_like(one, other) or other in self.lookalikes.get(one, frozenset())

    def spelling(self, key: str) -> str:
        """One of the right spellings of a word, the same for all of them."""
        key = self.spellings.get(key, key)
        if "iz" in key or "yz" in key:
            key = _ZED.sub(r"\1s\2", key)
        return _OUR.sub(r"or\1", key) if "our" in key else key

    def is_short_form(self, key: str) -> bool:
        """Whether a full stop after this word may be that of a short form: an initial, "Cllr", "Dept"."""
        is_abbreviated = key in self.long_forms or key in self.reference_forms or key in self.office_forms
        return len(key) == 1 or is_abbreviated or key in self.sets["titles"]


def word_lists_of(style: HouseStyle) -> WordLists:
    """The word lists of a house style, a profile's additions included."""
    headers = (*style.minutes["resolution_headers"], *style.minutes.get("resolution_headers_weak", ()))
    forms = tuple(sorted(style.reference_forms.items()))
    gathering, senses = style.minutes["container_headings"], senses_of(style.senses, style.entities)
    same_sense = tuple(sorted(style.synonyms.items())), style.senses["same_sense"]
    meanings = {unit.casefold(): one for unit, one in _assignments(style.entities["units"])}
    counted = frozenset(meanings.get(unit.casefold(), unit) for unit in style.entities["counted_units"])
    words, nil_returns = tuple(sorted(style.words.items())), nil_returns_of(style.words)
    return _word_lists(words, headers, forms, gathering, senses, nil_returns, same_sense, counted)


@lru_cache(maxsize=8)
def _word_lists(
    words: tuple[tuple[str, tuple[str, ...]], ...],
    headers: tuple[str, ...],
    forms: tuple[tuple[str, str], ...],
    gathering: tuple[str, ...],
    senses: Senses,
    nil_returns: NilReturns,
    same_sense: SameSenseLists,
    counted: frozenset[str],
) -> WordLists:
    lists = dict(words)
    stems = Stems({word: forms.split()[0] for forms in lists["irregular_forms"] for word in forms.split()})
    grammar = frozenset(map(fold_key, (*lists["function_words"], *lists["negations"])))
    return WordLists(
        sets={name: frozenset(map(fold_key, lists[name])) for name in _SETS},
        phrases={name: lists[name] for name in _PHRASES}
        | {
            "attendance_contexts": (
                *lists["attendance_contexts"],
                *(words for words in lists["attendance_words"] if " " in words),
            ),
        },
        outcomes={form: name for name, forms in _assignments(lists["decision_verbs"]) for form in forms.split()},
        decisive=frozenset(lists["outcome_families"]),
        motion_states={form: name for name, forms in _assignments(lists["motion_states"]) for form in forms.split()},
        amendment_fates={
            form: name for name, forms in _assignments(lists["amendment_fates"]) for form in forms.split()
        },
        plain_outcomes={plain: frozenset(formal.split()) for plain, formal in _assignments(lists["plain_outcomes"])},
        stems=stems,
        forces=forces_of(_assignments(lists["modal_forces"]), grammar, stems),
        recasts=recasts_of(_assignments(lists["recast_forms"]), stems),
        due_words={word: stems.of(verb) for word, verb in _assignments(lists["due_words"])},
        denied_any={word: tuple(forms.split()) for word, forms in _assignments(lists["denied_any"])},
        long_forms={short: tuple(long.split()) for short, long in _assignments(map(fold_key, lists["abbreviations"]))},
        office_forms=dict(_assignments(lists["office_forms"])),
        reference_forms={short: tuple(long.split()) for short, long in forms},
        spellings=dict(_assignments(map(fold_key, (*lists["same_words"], *lists["spelling_variants"])))),
        matter_tags={word: tuple(tags.split()) for word, tags in _assignments(lists["function_words_of_matter"])},
        grammar_tags={word: tuple(tags.split()) for word, tags in _assignments(lists["matter_words_of_grammar"])},
        homophones=_others_of_group(lists["homophones"]),
        lookalikes=_others_of_group(lists["lookalikes"]),
        opposites=frozenset(frozenset(pair.split()) for pair in lists["opposites"]),
        figure_words=_by_form(lists["figure_words"]),
        negation_prefixes=lists["negation_prefixes"],
        prefix_traps=lists["prefix_traps"],
        hyphened_stems=lists["hyphened_stems"],
        force_phrases=_by_first_word(lists["force_phrases"]),
        limit_openings=_by_first_word(lists["limit_openings"]),
        header_words=frozenset(word for header in headers for word in fold_key(header).split()),
        pronoun_persons={
            form: person for person, forms in _assignments(lists["pronoun_persons"]) for form in forms.split()
        },
        links_alike={link: head for head, links in _assignments(lists["links_alike"]) for link in links.split()},
        gathering_headings=frozenset(map(fold_key, gathering)),
        counted_units=counted,
        senses=senses,
        tenses=tenses_of(lists["past_forms"]),
        nil_returns=nil_returns,
        same_sense=same_sense,
    )


def _assignments(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The two sides of each "one = other"."""
    for line in lines:
        left, _, right = line.partition(" = ")
        yield left, right


def _by_form(lines: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each form of "kind value = forms", the kinds and values that it may say."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for family, forms in _assignments(lines):
        kind, _, value = family.partition(" ")
        for form in map(fold_key, forms.split()):
            found[form] = (*found.get(form, ()), (kind, value))
    return found


def without_ending(one: str, other: str) -> tuple[str, str]:
    """Returns two folded words without the ending that both have: planes/plains, plane/plain."""
    ending = next((ending for ending in _ENDINGS if one.endswith(ending) and other.endswith(ending)), "")
    return one.removesuffix(ending), other.removesuffix(ending)


_ENDINGS = ("'s", "s'", "ing", "ed", "s")


def _others_of_group(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each word of the lines, the other words of its lines."""
    others: dict[str, frozenset[str]] = {}
    for line in lines:
        group = frozenset(line.split())
        for word in group:
            others[word] = others.get(word, frozenset()) | group - {word}
    return others


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        keys = tuple(token.key for token in tokenise(phrase))
        found[keys[0]] = (*found.get(keys[0], ()), keys)
    return found


# Built when a rule first needs it: most comparisons have no vote and no interest.
@lru_cache(maxsize=32)
def _any_phrase(phrases: tuple[str, ...]) -> WordSearch:
    ordered = sorted({fold_key(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    letters = "".join(phrase[0] for phrase in ordered)
    return WordSearch(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b", letters, re.NOFLAG)
