"""Decisions in plain sentences: what decides and what only tells, thinks or agrees about how something was."""

from __future__ import annotations

import pytest

from compare import Severity, compare_texts

_FRAME = (
    "Minutes of the Ashcombe Trust held on 12 March 2025\n\n1. Welcome\n\nThe Chair spoke of the frost.\n\n"
    "2. Business\n\nThe post had been answered.\n\n{}\n\n3. Close\n\nThe kettle was put away.\n"
)


def _grades(draft: str, final: str) -> list[Severity]:
    found = compare_texts(_FRAME.format(draft), _FRAME.format(final), use_model=False).findings
    return [finding.severity for finding in found]


# Each with a word in braces that the final has otherwise.
_DECIDES = (
    "All resolved that the lease of the {boathouse} be granted.",
    "Councillors agreed that the {barn} be sold.",
    "Everyone agreed that the clerk should order two {benches}.",
    "The councillors present decided to move the {board}.",
    "It was approved that the {roof} be mended.",
    "It is recommended that the {policy} be adopted.",
    "It was then agreed, by a large majority, that the {barn} be sold.",
    "It was moved, seconded and carried that the {library} stay open.",
    "It has been decided to keep the {library} in the school.",
    "On a show of hands it was carried that {smoking} be banned.",
    "Moved that the {hut} be pulled down. Carried.",
    "Moved to accept the {bylaws} as revised. Motion passes.",
    "There was agreement that the fete be held in the {school}.",
    "The consensus was to keep the {swings}.",
    "The Board gave its approval to the {merger}.",
    "Approval was given for the purchase of a {marquee}.",
    "Unanimous consent for the release of the {annual} report.",
    "The following decisions were taken:\n\n- The {boiler} is replaced this summer.\n\n- The piano is sold.",
    "The following were agreed:\n\n- Repaint the {porch}.\n\n- Mend the clock.",
    "The Board took the following decisions:\n\n- The {boiler} is replaced.\n\n- The piano is sold.",
    "The Treasurer asked for leave to buy a {safe}. Agreed.",
    "The Treasurer asked for leave to buy a {safe}. This was unanimously agreed.",
    "The Treasurer asked for leave to buy a {safe}.\n\nAgreed.",
    "The Chair suggested that we meet in the {library} in future. All agreed.",
    "The meeting accepted the lowest tender for the {vestry}.",
    "Members were unanimous that the footpath be diverted along the {hedge}.",
    "Members discussed the bids and agreed to wait for the {surveyor}.",
    "The roof was discussed and members agreed to wait for the {surveyor}.",
    "PROPOSAL ACCEPTED: use the shared {calendar} for dates.",
    "The application was deferred until the {spring}.",
    "The policy was adopted and will be read by {staff}.",
    "Pam Rudd was elected Chair for the {winter}.",
    "The Board co-opted Pam Rudd for the {winter}.",
    "By unanimous consent, the agenda was changed to add the {sidewalks}.",
    "M/S/C to approve the variance for the {porch}.",
    "It was remitted to the Clerk to write to the {Provost}.",
    "It was carried with none against that the hut be painted {green}.",
    "It was agreed that we consider asking the {school}, as had been done before, and to seek help.",
    "The minutes of the {winter} were approved by Ann Pell and seconded by Tom Odell.",
    "The meeting was late. The committee accepted the tender for the {vestry}. Tea was served.",
    "The request of the {scouts} for a key was turned down.",
    "Members threw out the proposal for a {marquee}.",
    "The report on the {drains} was signed off.",
    "Moved Mr Ash, seconded Mrs Birch\nThat the hall be let to the {scouts}.\nCarried.",
    'Mr Ash moved, Mrs Birch seconded:\n\n"That this Council funds a new {bridge}."\n\nThe motion was put and agreed.',
    "MOTION: Moved by Reeve Ash, seconded by Reeve Birch\nTHAT staff report on {sidewalk} funding.\nCARRIED",
    "On the proposal of Cllr Ash\nSeconded by Cllr Birch\nThat a bay be marked outside the {library}.\nAdopted.",
)


@pytest.mark.parametrize("sentence", _DECIDES)
def test_a_sentence_that_decides_is_a_resolution(sentence: str) -> None:
    """Another word in a decision is critical, whoever decides and however it is worded; in either direction."""
    before, _, rest = sentence.partition("{")
    word, _, after = rest.partition("}")
    draft, final = f"{before}{word}{after}", f"{before}orchard{after}"
    assert _grades(draft, final) == _grades(final, draft) == [Severity.CRITICAL]


_TELLS = (
    "Members agreed that it had been a {good} year for the club.",
    "All agreed that this was a {difficult} question.",
    "It was agreed that the hall is {damp}.",
    "The consensus was that the {play} had been too long.",
    "The applicant agreed to come back with {drawings} of the porch.",
    "The noise was discussed. The {plumber} agreed to come back.",
    "The trustees heard that the applicant had apologised and agreed to come with {drawings}.",
    "The clerk recalled that the school had closed and members agreed to help the {pupils}.",
    "It was agreed by the {doctor} to see him again.",
    "Members accepted the apology of the {caterer} with good grace.",
    "The plans were approved by the {county}.",
    "The clerk said that the {view} was fine. All agreed.",
    "The view from the {hill} was fine. All agreed.",
    "The following points were made: the path is {muddy}, the stile is loose.",
    "She moved to the village in {spring} and carried the banner.",
    "Mr Hale was appointed to the bench in 1994 and grew {roses}.",
    "A {consensus} on the door has yet to emerge.",
    "Everyone passed a pleasant evening with {quizzes}.",
    "It was determined that opening the {shop} allows us to see more.",
    "All agreed that we would benefit from the new {library}.",
    "The {pond} remained a problem and it was AGREED to write to Mr Ellis.",
    "The lights were turned down in the {hall}.",
    "Members put off their {coats} at the door.",
    "Moved Mr Ash, seconded Mrs Birch\nThat the {hall} be sold.\nThe motion was lost.",
    "Moved Mr Ash, seconded Mrs Birch\nThat was a {long} debate, and the Chair was thanked.",
)


@pytest.mark.parametrize("sentence", _TELLS)
def test_a_sentence_that_only_tells_is_none(sentence: str) -> None:
    """An opinion, a report, what others did or were allowed: another word is major at most."""
    before, _, rest = sentence.partition("{")
    word, _, after = rest.partition("}")
    draft, final = f"{before}{word}{after}", f"{before}orchard{after}"
    assert Severity.CRITICAL not in _grades(draft, final) + _grades(final, draft)


@pytest.mark.parametrize(
    "decision",
    [
        "Members agreed to accept the tender of Harker Brothers.",
        "Motion by Perez to approve the plat. Motion carried.",
        "There was agreement that the vestry be locked.",
        "The roof was discussed at length. Members agreed to mend it with tiles.",
        "The roof was discussed at length and members agreed to mend it with tiles.",
    ],
)
@pytest.mark.parametrize("frame", ["The frost was hard.\n\n{}\n\nThe crew was thanked.", "The frost was hard. {} Tea."])
def test_a_decision_that_is_lost_is_critical(decision: str, frame: str) -> None:
    """A decision without "Resolved" that only one side has, as a paragraph or as a sentence of one."""
    draft, final = frame.format(decision), frame.format("").replace("\n\n\n\n", "\n\n").replace("  ", " ")
    assert _grades(draft, final) == _grades(final, draft) == [Severity.CRITICAL]


_DONE = (
    ("The contract with Moss Ltd had been signed.", "The contract with Moss Ltd would be signed."),
    ("The solicitor had signed the lease.", "The solicitor would sign the lease."),
    ("The contractor has paid the retention of £4,100.", "The contractor has to pay the retention of £4,100."),
    ("The deposit of £900 was paid.", "The deposit of £900 is payable."),
    ("The rent has been paid.", "The rent is still to be paid."),
    ("Ms Rudd has been appointed as auditor.", "Ms Rudd will be appointed as auditor."),
    ("The premises licence has been granted.", "The premises licence is to be granted."),
    ("The invoice was settled in May.", "The invoice is due to be settled in May."),
    ("The Trust has adopted a new budget.", "The Trust has to adopt a new budget."),
    ("The contract is signed.", "The contract has yet to be signed."),
)
_OTHER_DEEDS = (
    ("The gate had been mended.", "The gate would be mended."),
    ("The hedges were cut and cleared by the crew.", "The hedges were cut and are to be cleared by the crew."),
    ("The crew cleaned the pond.", "The crew will clean the pond."),
)
_NO_OTHER_DEED = (
    ("The clerk said that the lease had been signed.", "The clerk said that the lease has been signed."),
    ("The rent is to be paid on Friday.", "The rent was to be paid on Friday."),
    ("The lease would be signed soon, he said.", "The lease will be signed soon, he said."),
    ("A decision has to me made in May.", "A decision has to be made in May."),
)


@pytest.mark.parametrize(("grade", "pairs"), [(Severity.CRITICAL, _DONE), (Severity.MAJOR, _OTHER_DEEDS)])
def test_what_is_still_to_be_done_was_not_done(grade: Severity, pairs: tuple[tuple[str, str], ...]) -> None:
    """Done or due is critical of what binds, a sum, a contract, an appointment; major of all else."""
    for draft, final in pairs:
        assert _grades(draft, final) == _grades(final, draft) == [grade], draft


@pytest.mark.parametrize(("draft", "final"), _NO_OTHER_DEED)
def test_another_tense_is_no_other_deed(draft: str, final: str) -> None:
    """What is done, or due, on both sides is a matter of tense or a slip."""
    found = [*compare_texts(_FRAME.format(draft), _FRAME.format(final), use_model=False).findings]
    assert "modality.done" not in [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The proposal was voted down.", "The proposal was voted through."),
        ("The ordinance was voted through on second reading.", "The ordinance was tabled on second reading."),
        ("The application was therefore put off.", "The application was therefore turned down."),
        ("Members let the application through.", "Members turned the application down."),
        ("The new sign was given the go-ahead.", "The new sign was put on hold."),
        ("The yew works were waved through.", "The yew works were thrown out."),
        ("The bill was passed with Mr Pell opposed.", "The bill was passed with Mr Moss opposed."),
        ("Joan Frith was elected Chair.", "Joan Frith was elected Vice-Chair."),
        ("Joan Frith was re-elected treasurer unopposed.", "Joan Frith was re-elected secretary unopposed."),
        ("Mr Odell stood down as secretary.", "Mr Odell stood down as treasurer."),
        ("Mr Noakes was appointed auditor.", "Mr Oakes was appointed auditor."),
    ],
)
def test_outcomes_and_offices_without_a_header_are_critical(draft: str, final: str) -> None:
    """How a vote went, who dissented, and who fills or leaves which office."""
    assert _grades(draft, final) == _grades(final, draft) == [Severity.CRITICAL]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The bid was turned down.", "The bid was rejected."),
        ("The matter was put off until June.", "The matter was deferred until June."),
        ("The chairs were thrown out.", "The chairs were given away."),
    ],
)
def test_a_plain_verb_for_a_formal_one_is_no_other_outcome(draft: str, final: str) -> None:
    """The same outcome in a plain verb and in a formal one is major in a decision, and never critical."""
    assert _grades(draft, final) == _grades(final, draft) == [Severity.MAJOR]
