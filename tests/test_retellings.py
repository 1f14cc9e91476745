"""The same of the same in another construction is one minor finding; the same words in other places are not."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Finding, Severity

_HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n4. Hall\n\nThe clerk had sent the papers round.\n"
_TAIL = "\nNothing else was raised under this item."

_SAME = (
    # who does it stands first or last
    ("The statements had been checked by Councillor Venner.", "Councillor Venner had checked the statements."),
    ("Mrs Dale read the letter from the bowling club.", "The letter from the bowling club was read by Mrs Dale."),
    ("Dr Amin gave a talk on the river.", "A talk on the river was given by Dr Amin."),
    ("The Head thanked Mr Pell for his work.", "Mr Pell was thanked by the Head for his work."),
    ("The drains are being surveyed by Marsh and Co.", "Marsh and Co are surveying the drains."),
    ("Members were told by the officer that it is sound.", "The officer told members that it is sound."),
    (
        "The Chair welcomed the visitors and introduced Ms Orr.",
        "The visitors were welcomed and Ms Orr was introduced by the Chair.",
    ),
    ("The hedge along Mill Lane was cut by volunteers.", "Volunteers cut the hedge along Mill Lane."),
    ("The society's website is run by Tom Odell.", "Tom Odell runs the society's website."),
    ("The agent showed members the plans.", "Members were shown the plans by the agent."),
    ("The auditor found no errors.", "No errors were found by the auditor."),
    ("The visit had been enjoyed by all the pupils.", "All the pupils had enjoyed the visit."),
    ("The stove is to be looked at by Mr Hale.", "Mr Hale is to look at the stove."),
    # a clause first or last
    (
        "Because the pump had failed, the session was cut short.",
        "The session was cut short because the pump had failed.",
    ),
    ("Once the frost has lifted, the green will be rolled.", "The green will be rolled once the frost has lifted."),
    (
        "The Head said that, if the snow continued, the school would open late.",
        "The Head said that the school would open late if the snow continued.",
    ),
    ("The lecture, on being repeated, drew an audience.", "On being repeated the lecture drew an audience."),
    (
        "Mr Dow said that the stove, which smokes badly, is to be swept in May.",
        "Mr Dow said that in May the stove, which smokes badly, is to be swept.",
    ),
    ("The yard was muddy as the river had risen.", "Because the river had risen, the yard was muddy."),
    ("A tenant complained that the yard was dirty.", "The yard was dirty, complained a tenant."),
    # and in other words
    (
        "According to the wardens, fly-tipping was a rising problem.",
        "Fly-tipping was a growing problem, according to the wardens.",
    ),
    (
        "The library had been opened by the author in June, and borrowing had risen since then.",
        "In June the author had opened the library. Since then borrowing had increased.",
    ),
    # another order
    ("In May the roof was mended.", "The roof was mended in May."),
    (
        "Last year the fair had made a loss because of the rain.",
        "Because of the rain, the fair had made a loss last year.",
    ),
    ("Mr Hale and Ms Orr, officers, attended the site visit.", "Officers Mr Hale and Ms Orr attended the site visit."),
    ("Leaflets will be printed and posters will be put up.", "Posters will be put up and leaflets will be printed."),
    ("The garden needs tools, compost and seeds.", "The garden needs seeds, compost and tools."),
    (
        "The paths were swept and the bins were emptied by the crew.",
        "The bins were emptied and the paths were swept by the crew.",
    ),
    # one sentence or two
    (
        "The key, which had been found in the shed, was returned to Mr Kerr.",
        "The key had been found in the shed. It was returned to Mr Kerr.",
    ),
    (
        "The clerk showed the map, which had been found in the loft.",
        "The clerk showed the map. It had been found in the loft.",
    ),
    (
        "The stop was moved. The shelter was painted. The seat was renewed.",
        "The stop was moved, the shelter was painted and the seat was renewed.",
    ),
    (
        "Mr Kerr, who was the oldest tenant, spoke of the flood.",
        "Mr Kerr was the oldest tenant. He spoke of the flood.",
    ),
    (
        "Having been mended in March, the clock was running well.",
        "The clock, which had been mended in March, was running well.",
    ),
    (
        "The Chair thanked the volunteers and closed the meeting.",
        "The Chair thanked the volunteers. The Chair closed the meeting.",
    ),
    # a label or a sentence
    ("Date of next meeting: Tuesday 1st April", "The next meeting will be held on Tuesday 1 April."),
    (
        "Next meeting: 14 May 2025 at 7.30 pm in the Library",
        "The next meeting will be on 14 May 2025 at 7.30 pm in the Library.",
    ),
    ("Venue: the Old School. Cost: £40.", "The venue is the Old School and the cost is £40."),
    # speech
    (
        'Mr Kerr said: "The gate is broken and I will mend it."',
        "Mr Kerr said that the gate was broken and that he would mend it.",
    ),
    ('Mrs Vane asked, "When will the road be open again?"', "Mrs Vane asked when the road would be open again."),
    (
        'Mr Hart said, "We cannot afford a new roof this year."',
        "Mr Hart said that they could not afford a new roof that year.",
    ),
    ('A resident said: "I am worried about my fence."', "A resident said that he was worried about his fence."),
)

_TURNED = (
    ("The owner of the dog met the warden.", "The dog of the owner met the warden."),
    ("The Chair, Mr Bell, thanked the Clerk, Mrs Hay.", "The Chair, Mrs Hay, thanked the Clerk, Mr Bell."),
    ("The clerk thanked Mr Pell for his help.", "The clerk was thanked by Mr Pell for his help."),
    ("Ms Orr was interviewed by Mr Hale.", "Ms Orr interviewed Mr Hale."),
    ("The school supports the parish with its bus.", "The school is supported by the parish with its bus."),
    (
        "The stock was counted by Mr Hale and the tills were checked by Ms Orr.",
        "The stock was counted by Ms Orr and the tills were checked by Mr Hale.",
    ),
    (
        "The barn was swept by the crew and the path by the warden.",
        "The barn was swept by the warden and the path by the crew.",
    ),
    ("Mr Hale gave the school a map and the church a plan.", "Mr Hale gave the school a plan and the church a map."),
    ("The gate was painted before the fence was mended.", "The fence was mended before the gate was painted."),
    ("The path runs from the church to the mill.", "The path runs from the mill to the church."),
    ("Because the pump had failed, the visit was cut short.", "Because the visit was cut short, the pump had failed."),
    ("The ferry was full when the coach arrived.", "When the ferry was full, the coach arrived."),
    ("Mrs Dale had complained about Mr Kerr's dog.", "Mr Kerr had complained about Mrs Dale's dog."),
    (
        "Mr Hale will write to the school and Ms Orr will write to the church.",
        "Ms Orr will write to the school and Mr Hale will write to the church.",
    ),
)

_CRITICAL = (
    (
        "Mrs Shaw proposed and Mrs Lin seconded that the gate be painted.",
        "It was proposed by Mrs Lin and seconded by Mrs Shaw that the gate be painted.",
    ),
    (
        "Councillor Ruddle, whose motion was seconded by Councillor Amble, spoke of the queue.",
        "Councillor Ruddle, who seconded the motion of Councillor Amble, spoke of the queue.",
    ),
    ("The hall earned £400 and the field £250.", "The hall earned £250 and the field £400."),
    ("The fee of £200 was paid by Mr Hale in May.", "Mr Hale paid the fee of £300 in May."),
    ("The gate was not locked by the warden.", "The warden locked the gate."),
    ("The yard had been inspected. No faults were found.", "The yard had been inspected and faults were found."),
    ("The pump is noisy; 12 neighbours have complained.", "The pump is noisy. 20 neighbours have complained."),
    (
        'Mr Kerr said: "The gate is not broken and I will mend it."',
        "Mr Kerr said that the gate was broken and that he would mend it.",
    ),
    ("Date of next meeting: Tuesday 1st April", "The next meeting will be held on Tuesday 8 April."),
    ("Cost: £40", "The cost is £50."),
    ('Mr Hart said, "We can spend £300 on the roof."', "Mr Hart said that they could spend £800 on the roof."),
)

_OTHER_WORDS = (
    ("The hedge was cut by Mr Hale on Saturday.", "Ms Orr cut the hedge on Saturday."),
    ("The hedge was cut by Mr Hale on Saturday.", "Mr Hale planted the hedge on Saturday."),
    (
        "The key, which had been found in the shed, was returned.",
        "The key had been found in the barn. It was returned.",
    ),
    (
        "Mr Kerr, who was the oldest tenant, spoke of the flood.",
        "Mr Kerr was the oldest tenant. Mrs Vane spoke of the flood.",
    ),
    ('A resident said: "I am worried about my fence."', "A resident said that he was pleased about his fence."),
    ("The vicar thanked Mr Brown.", "The vicar thanked Mr Browne."),
    ("The ewes were moved before the river rose.", "After the river rose, the ewes were moved."),
    ("According to the rangers, theft was a rising problem.", "Theft was a falling problem, according to the rangers."),
    (
        "Mr Vale told the trustees that the spire was being repaired.",
        "Mr Vale was informed by the trustees that the spire was being mended.",
    ),
    ("The stove, on being swept, was lit by the warden.", "The stove, before being swept, was lit by the warden."),
)


def _findings(draft: str, final: str, *, use_model: bool) -> list[Finding]:
    comparison = compare_texts(_HEAD + draft + _TAIL, _HEAD + final + _TAIL, use_model=use_model)
    return [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize(("draft", "final"), _SAME, ids=[draft for draft, _ in _SAME])
def test_the_same_in_another_construction_is_one_minor_finding(draft: str, final: str) -> None:
    """Either way round, nobody is held up by passive or active, order, one sentence or two, or reported speech."""
    for one, other in ((draft, final), (final, draft)):
        found = _findings(one, other, use_model=False)
        assert [finding.severity for finding in found] == [Severity.MINOR]


@pytest.mark.parametrize(("draft", "final"), _TURNED, ids=[draft for draft, _ in _TURNED])
def test_the_same_words_in_other_places_are_told_once(draft: str, final: str) -> None:
    """Who did what to whom, and what came first, is one finding, and no light one."""
    for one, other in ((draft, final), (final, draft)):
        assert [finding.severity for finding in _findings(one, other, use_model=False)] == [Severity.MAJOR]


@pytest.mark.parametrize(("draft", "final"), _CRITICAL, ids=[draft for draft, _ in _CRITICAL])
def test_a_retelling_hides_no_vote_sum_or_denial(draft: str, final: str) -> None:
    """What else differs in a sentence that is put together anew is told as gravely as by itself."""
    for one, other in ((draft, final), (final, draft)):
        assert _findings(one, other, use_model=False)[0].severity is Severity.CRITICAL


@pytest.mark.parametrize(("draft", "final"), _OTHER_WORDS, ids=[final for _, final in _OTHER_WORDS])
def test_other_words_are_no_retelling(draft: str, final: str) -> None:
    """Another doer, deed or name is told, whatever the construction."""
    for one, other in ((draft, final), (final, draft)):
        assert _findings(one, other, use_model=False)[0].severity is Severity.MAJOR


def test_a_model_changes_nothing_about_a_retelling() -> None:
    """The words and their order decide, whatever engine names people."""
    draft, final = _SAME[0]
    assert [finding.rule for finding in _findings(draft, final, use_model=True)] == ["grammar.construction"]
    draft, final = _TURNED[1]
    assert [finding.rule for finding in _findings(draft, final, use_model=True)] == ["sense.doer"]
