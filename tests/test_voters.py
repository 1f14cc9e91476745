"""A recorded vote is a set of people for each answer, whatever form it is written in."""

from __future__ import annotations

import pytest

from compare import Severity, compare_texts

_HEAD = "Quarry Homes Ltd, 4 March 2025\n\n4. Sale of the depot\n\nThe vote was recorded.\n\n"
_TAIL = "\n\nThe Secretary would write to the buyer."
# The same vote: Hale and Ibbot for it, Jupp against it, Kerr abstained.
_FORMS = {
    "sentence": "For: Ms Hale and Mr Ibbot. Against: Mrs Jupp. Abstained: Mr Kerr.",
    "counted": "For (2): Ms Hale, Mr Ibbot; Against (1): Mrs Jupp; Abstained (1): Mr Kerr.",
    "lines": "For: Ms Hale, Mr Ibbot\nAgainst: Mrs Jupp\nAbstained: Mr Kerr",
    "order": "Abstained: Mr Kerr\nAgainst: Mrs Jupp\nFor: Mr Ibbot, Ms Hale",
    "bullets": "For:\n- Ms Hale\n- Mr Ibbot\n\nAgainst:\n- Mrs Jupp\n\nAbstained:\n- Mr Kerr",
    "votes": "- Ms Hale - for\n- Mr Ibbot - for\n- Mrs Jupp - against\n- Mr Kerr - abstained",
    "one line": "Ms Hale: for; Mr Ibbot: for; Mrs Jupp: against; Mr Kerr: abstained",
    "table": "| Director | Vote |\n|---|---|\n| Ms Hale | For |\n| Mr Ibbot | For |\n| Mrs Jupp | Against |\n"
    "| Mr Kerr | Abstained |",
    "ticks": "| Director | For | Against | Abstained |\n|---|---|---|---|\n| Ms Hale | x | | |\n| Mr Ibbot | x | | |\n"
    "| Mrs Jupp | | x | |\n| Mr Kerr | | | x |",
    "columns": "| For | Against | Abstained |\n|---|---|---|\n| Ms Hale | Mrs Jupp | Mr Kerr |\n| Mr Ibbot | | |",
    "verbs": "Ms Hale and Mr Ibbot voted for the proposal; Mrs Jupp voted against; Mr Kerr abstained.",
    "ayes": "Ayes: Ms Hale, Mr Ibbot. Noes: Mrs Jupp. Abstentions: Mr Kerr.",
}
# What happens to Mr Ibbot.
_AGAINST = {
    "sentence": "For: Ms Hale. Against: Mr Ibbot and Mrs Jupp. Abstained: Mr Kerr.",
    "bullets": "For:\n- Ms Hale\n\nAgainst:\n- Mr Ibbot\n- Mrs Jupp\n\nAbstained:\n- Mr Kerr",
    "one line": "Ms Hale: for; Mr Ibbot: against; Mrs Jupp: against; Mr Kerr: abstained",
    "table": "| Director | Vote |\n|---|---|\n| Ms Hale | For |\n| Mr Ibbot | Against |\n| Mrs Jupp | Against |\n"
    "| Mr Kerr | Abstained |",
    "verbs": "Ms Hale voted for the proposal; Mr Ibbot and Mrs Jupp voted against; Mr Kerr abstained.",
}
_GONE = {
    "sentence": "For: Ms Hale. Against: Mrs Jupp. Abstained: Mr Kerr.",
    "bullets": "For:\n- Ms Hale\n\nAgainst:\n- Mrs Jupp\n\nAbstained:\n- Mr Kerr",
    "table": "| Director | Vote |\n|---|---|\n| Ms Hale | For |\n| Mrs Jupp | Against |\n| Mr Kerr | Abstained |",
}


def _compared(draft: str, final: str) -> list[tuple[str, Severity]]:
    comparison = compare_texts(_HEAD + draft + _TAIL, _HEAD + final + _TAIL, use_model=False)
    return [(finding.rule, finding.severity) for finding in comparison.findings]


@pytest.mark.parametrize("form", [form for form in _FORMS if form != "sentence"])
def test_the_same_votes_in_another_form_are_one_cosmetic_finding(form: str) -> None:
    """Lists, sentences, labels and tables of the same votes differ in form alone, in both directions."""
    for draft, final in (("sentence", form), (form, "sentence")):
        found = _compared(_FORMS[draft], _FORMS[final])
        assert len(found) <= 1
        assert all(severity is Severity.COSMETIC for _, severity in found), found


@pytest.mark.parametrize("form", _AGAINST)
@pytest.mark.parametrize("draft", ["sentence", "bullets", "ticks", "order"])
def test_a_voter_who_votes_another_way_is_one_critical_finding(draft: str, form: str) -> None:
    """One person under another answer is one critical finding, whatever form the two lists have."""
    found = _compared(_FORMS[draft], _AGAINST[form])
    assert found == [("vote.changed", Severity.CRITICAL)]
    assert _compared(_AGAINST[form], _FORMS[draft]) == found


@pytest.mark.parametrize("form", _GONE)
@pytest.mark.parametrize("draft", ["sentence", "bullets", "table"])
def test_a_voter_who_came_or_went_is_one_critical_finding(draft: str, form: str) -> None:
    """One person more or fewer is one critical finding, whatever form the two lists have."""
    found = _compared(_FORMS[draft], _GONE[form])
    assert found == [("vote.changed", Severity.CRITICAL)]
    assert _compared(_GONE[form], _FORMS[draft]) == found


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("For: Ms Hale, Mr Ibbot. Against: none.", "For:\n- Ms Hale\n- Mr Ibbot\n\nAgainst:\n- None"),
        ("Directors voting for it were Ms Hale and Mr Ibbot.", "Voting for: Ms Hale, Mr Ibbot"),
        ("Mover: Tom Odell; Seconder: Ann Pell", "Seconder: Ann Pell; Mover: Tom Odell"),
        ("It was agreed unanimously to sell.", "It was unanimously agreed to sell."),
        ("The motion was, nem. con., carried.", "The motion was carried nem. con."),
        ("The motion was carried by all present.", "All present carried the motion."),
        ("It passed by a vote of 5 to 3.", "It passed by 5 votes to 3."),
    ],
)
def test_the_same_words_of_a_vote_in_another_order_are_one_small_finding(draft: str, final: str) -> None:
    """Who moved, how many, and how it was carried may be said in any order."""
    found = _compared(draft, final)
    assert len(found) <= 1
    assert all(severity in (Severity.COSMETIC, Severity.MINOR) for _, severity in found), found


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("For the motion: Ms Hale, Mr Ibbot.", "For the amendment:\n- Ms Hale\n- Mr Ibbot"),
        ("For (2): Ms Hale, Mr Ibbot. Against (1): Mrs Jupp.", "For (2): Ms Hale, Mr Ibbot. Against (2): Mrs Jupp."),
        ("Proposed by Mrs Pell and seconded by Mr Odell.", "Proposed by Mr Odell and seconded by Mrs Pell."),
        ("Motion (Pell), second (Odell) to adjourn. Passed.", "Motion (Pell), second (Wick) to adjourn. Passed."),
        ("It passed by a vote of 5 to 3.", "It passed by a vote of 6 to 3."),
        ("Abstained: Ms Hale, Mr Ibbot", "Recused: Ms Hale, Mr Ibbot"),
    ],
)
def test_what_differs_in_a_vote_is_critical_in_any_form(draft: str, final: str) -> None:
    """Another question, another number, another mover: a vote that changed."""
    assert Severity.CRITICAL in {severity for _, severity in _compared(draft, final)}


def test_a_vote_that_stands_under_another_item_is_critical() -> None:
    """The same vote on another question is another vote."""
    vote = "For: Ms Hale, Mr Ibbot. Against: Mrs Jupp.\n\n"
    items = [
        "4. Depot\n\nThe depot was discussed at length.\n\n",
        "5. Lease\n\nThe lease was explained by Mr Kerr.\n\n",
    ]
    found = compare_texts(items[0] + vote + items[1], items[0] + items[1] + vote, use_model=False).findings
    assert [(finding.rule, finding.severity) for finding in found] == [("vote.changed", Severity.CRITICAL)]


def test_answers_that_are_no_votes_are_no_record_of_voting() -> None:
    """A list of dishes with yes and no is no vote."""
    found = compare_texts("Menu\n\n- Soup: yes\n- Fish: no", "Menu\n\nSoup: yes; Fish: no", use_model=False).findings
    assert not [finding for finding in found if finding.rule.startswith("vote")]


_MOVED = (
    "It was moved by Cllr Ash and seconded by Cllr Birch that the pond be drained.",
    "On the motion of Cllr Ash, seconded by Cllr Birch, that the pond be drained.",
    "Councillor Ash moved, and Councillor Birch seconded, that the pond be drained.",
    "On the proposal of Cllr. Ash, seconded by Cllr. Birch, that the pond be drained.",
)
_MOVERS = (
    "Proposed: Cllr Ash. Seconded: Cllr Birch.",
    "Proposed by Councillor Ash and seconded by Councillor Birch.",
    "Proposer: Cllr Ash. Seconder: Cllr Birch.",
    "Moved by Cllr Ash, seconded by Cllr Birch.",
)


@pytest.mark.parametrize(
    ("draft", "final"), [(forms[0], form) for forms in (_MOVED, _MOVERS) for form in forms[1:]], ids=lambda form: form
)
def test_mover_and_seconder_in_another_formula_are_the_same(draft: str, final: str) -> None:
    """Labels, "on the motion of" and "Mr Ash moved" name the same people; exchanged they are one critical finding."""
    for pair in ((draft, final), (final, draft)):
        found = _compared(*pair)
        assert len(found) <= 1
        assert all(severity in (Severity.COSMETIC, Severity.MINOR) for _, severity in found), found
    exchanged = final.replace("Ash", "Oak").replace("Birch", "Ash").replace("Oak", "Birch")
    for other in (exchanged, draft.replace("Ash", "Oak").replace("Birch", "Ash").replace("Oak", "Birch")):
        assert _compared(draft, other) == [("vote.changed", Severity.CRITICAL)]


def test_names_with_initials_before_what_they_did_are_mover_and_seconder() -> None:
    """D. Ellis proposed, R. Frost seconded: the same two in another formula are no other vote."""
    draft = "It was proposed by D. Ellis and seconded by R. Frost that the tap be mended."
    final = "D. Ellis proposed, and R. Frost seconded, that the tap be mended."
    assert {severity for _, severity in _compared(draft, final)} <= {Severity.COSMETIC, Severity.MINOR}
    exchanged = "R. Frost proposed, and D. Ellis seconded, that the tap be mended."
    assert _compared(draft, exchanged) == [("vote.changed", Severity.CRITICAL)]


def test_bare_names_behind_moved_and_seconded_are_mover_and_seconder() -> None:
    """Moved Ash, seconded Birch: exchanged it is one finding."""
    assert _compared("Moved Ash, seconded Birch.", "Moved Birch, seconded Ash.") == [
        ("vote.changed", Severity.CRITICAL)
    ]
