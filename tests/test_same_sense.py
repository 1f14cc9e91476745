"""The same sense in other words: minor in what is told, never in what is decided; near neighbours stay major."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare import Severity, compare_texts
from compare.rules.grammar import construction
from compare.rules.resolution import wording as resolution_wording
from compare.rules.wording import same_sense
from compare.style.house_style import default_house_style
from compare.style.list_names import is_list_of_groups

SAME = [
    ("The warden sorted out the problem with the lock.", "The warden dealt with the problem with the lock."),
    ("Residents were keen to help with the planting.", "Residents were eager to help with the planting."),
    ("The manager let the staff know about the change.", "The manager informed the staff about the change."),
    ("He was upset at the delay.", "He was unhappy about the delay."),
    ("The Head spoke warmly of the helpers.", "The Head praised the helpers."),
    ("The Clerk stated that the boiler had broken down.", "The Clerk reported that the boiler had broken down."),
    ("Mr Dunn enquired whether the path would be lit.", "Mr Dunn asked if the path would be lit."),
    ("The officer set out the history of the site.", "The officer outlined the history of the site."),
    ("Members thanked Mrs Lowe for her hard work.", "Mrs Lowe was thanked by members for her hard work."),
    ("The trustees were extremely grateful for the donation.", "The trustees were very grateful for the donation."),
    ("The treasurer provided an update on the accounts.", "The treasurer gave an update on the accounts."),
    ("The warden pointed out that the fence was loose.", "The warden observed that the fence was loose."),
    ("A new mower had been bought in the spring.", "A new mower had been purchased in the spring."),
    ("The school had to close owing to the snow.", "The school needed to close because of the snow."),
    (
        "Mr Hart said he would contact the county about the drain.",
        "Mr Hart said he would get in touch with the county about the drain.",
    ),
    ("There was a discussion about the play area.", "There was a discussion regarding the play area."),
    ("The hall was almost full for the pantomime.", "The hall was nearly full for the pantomime."),
    ("The committee looked at the plans for the barn.", "The committee examined the plans for the barn."),
    (
        "The Chair closed the meeting and wished all a happy Christmas.",
        "The Chair closed the meeting and wished everyone a happy Christmas.",
    ),
    ("A vote of thanks was given to the caterers.", "The caterers were given a vote of thanks."),
    ("The manager answered questions from members.", "The manager responded to questions from members."),
    ("The survey is currently being carried out.", "The survey is at present being undertaken."),
    ("The engineer will send the drawings shortly.", "The engineer will send the drawings soon."),
    ("The roof was repaired before the storm.", "The roof was mended before the storm."),
    ("Several people praised the flower beds.", "Several people complimented the flower beds."),
    (
        "The youth club was very well attended throughout the summer holidays.",
        "The youth club had been very well attended throughout the summer holidays.",
    ),
    ("The charity helps elderly people with their shopping.", "The charity assists older people with their shopping."),
    ("The landlord needs to clear the gutters.", "The landlord has to clear the gutters."),
    ("Visitors did not have to pay for parking.", "Visitors did not need to pay for parking."),
    ("The director gave details of the staff survey.", "The director provided details of the staff survey."),
    ("The band started playing at the fete before the rain.", "The band began playing at the fete before the rain."),
    ("The crew took away the fallen branches.", "The crew removed the fallen branches."),
    ("Ms Reid commented on the large number of visitors.", "Ms Reid remarked on the high number of visitors."),
    ("The vicar expressed his thanks to the bell ringers.", "The vicar thanked the bell ringers."),
    ("Members were of the view that the sign was too small.", "Members considered that the sign was too small."),
    ("The Board was pleased with the results.", "The Board was happy with the results."),
    (
        "The minutes secretary would circulate the slides to everyone.",
        "The minutes secretary would send round the slides to everyone.",
    ),
    (
        "Some concern was voiced about the noise from the pub.",
        "Some concern was expressed about the noise from the pub.",
    ),
    ("The library is used mainly by children.", "The library is used chiefly by children."),
    ("The report dealt with the state of the bridges.", "The report covered the state of the bridges."),
    ("The headteacher described the trip to the coast.", "The headteacher spoke about the trip to the coast."),
    (
        "It was hoped to finish the mural before the carnival.",
        "It was hoped to complete the mural before the carnival.",
    ),
    ("The Head of Parks gave an update on the lake.", "The Head of Parks updated members on the lake."),
    ("Members noted the position.", "Members noted the situation."),
    (
        "Mrs Hay felt it was a good idea to ask the school first.",
        "Mrs Hay thought it was a good idea to ask the school first.",
    ),
    ("The Clerk had been in contact with the engineer.", "The Clerk had been in touch with the engineer."),
    ("The heating was not working properly.", "The heating was not functioning properly."),
    ("The Chair invited the auditor to speak.", "The Chair asked the auditor to speak."),
    ("The trip to the coast had gone well.", "The trip to the coast had been a success."),
    ("Concerns were raised by residents about speeding.", "Residents raised concerns about speeding."),
    ("The report was presented by the Treasurer.", "The Treasurer presented the report."),
    ("It was reported that the fence had been damaged.", "It was stated that the fence had been damaged."),
    ("The group meets on a monthly basis.", "The group meets monthly."),
    ("There had been a number of complaints.", "There had been several complaints."),
    ("The Secretary read out a letter from the bishop.", "The Secretary read a letter from the bishop."),
    ("He went on to explain the new system.", "He then explained the new system."),
    ("The new signs had arrived and would be put up shortly.", "The new signs had arrived and would be erected soon."),
    ("The caretaker is to check the locks.", "The caretaker will check the locks."),
    ("The trees are to be looked at by a surgeon.", "The trees are to be examined by a surgeon."),
    ("Cllr Oke wondered if the lights could be dimmed.", "Cllr Oke asked whether the lights could be dimmed."),
    ("A member of the public spoke about dog fouling.", "A member of the public raised the issue of dog fouling."),
    ("The footpath was in a poor state.", "The footpath was in a bad state."),
    ("The event was cancelled because of bad weather.", "The event was cancelled due to bad weather."),
    ("Mr Quill provided members with an overview of the scheme.", "Mr Quill gave members an overview of the scheme."),
    (
        "In answer to questions, the officer said the lease was long.",
        "In response to questions, the officer said the lease was long.",
    ),
    ("The Principal paid tribute to the cooks.", "The Principal praised the cooks."),
    (
        "The manager confirmed that she had spoken to the tenant.",
        "The manager confirmed that she had talked to the tenant.",
    ),
    ("The road was closed for a number of weeks.", "The road was closed for several weeks."),
    (
        "The clock has now been mended and is keeping good time.",
        "The clock has now been repaired and is keeping good time.",
    ),
    ("The leak was discovered by a walker.", "A walker found the leak."),
    ("The team worked extremely hard over the winter.", "The team worked very hard over the winter."),
    ("Hopefully the hall will reopen in May.", "It is hoped that the hall will reopen in May."),
    (
        "The Treasurer went through the accounts line by line.",
        "The Treasurer took members through the accounts line by line.",
    ),
    ("The old shed has been taken down.", "The old shed has been dismantled."),
    ("Many thanks were expressed to the outgoing editor.", "Many thanks were given to the outgoing editor."),
    ("The bus shelter was vandalised again last week.", "The bus shelter was again vandalised last week."),
    ("The speaker then took questions from the floor.", "The speaker then answered questions from the floor."),
    (
        "The Clerk has written to the owners asking them to trim the hedge.",
        "The Clerk has written to the owners requesting them to cut back the hedge.",
    ),
    ("Governors found the visit helpful.", "Governors found the visit useful."),
    ("Members expressed concern at the delays.", "Members were troubled by the delays."),
    ("The Board thanked her for a thorough talk.", "The Board thanked her for a comprehensive talk."),
    ("The agent spoke for ten minutes.", "The agent addressed members for ten minutes."),
    ("Apart from the porch the roof was sound.", "Save for the porch the roof was sound."),
    ("Progress on the sluice was satisfactory.", "Progress on the sluice was acceptable."),
    ("The stall holder had ceased trading.", "The stall holder had gone out of business."),
    ("The wall had deteriorated over the winter.", "The wall had got worse over the winter."),
    ("Traffic was a growing problem.", "Traffic was an increasing problem."),
    ("The bins were far too heavy.", "The bins were much too heavy."),
    ("Mrs Lowe was unsure whether the key had come.", "Mrs Lowe was not certain whether the key had come."),
    ("Parents raised questions about the crossing.", "Parents asked about the crossing."),
    ("There were no objections to the tour.", "Nobody objected to the tour."),
    ("The youth club struggles to find leaders.", "The youth club finds it hard to find leaders."),
    ("The ditch was inspected at short notice.", "The ditch was inspected with little warning."),
    ("In view of the frost the pitch was closed.", "In the light of the frost the pitch was closed."),
    ("The slides were hard to read.", "The slides were difficult to read."),
    ("The signs were confusing.", "The signs were puzzling."),
]

NEAR = [
    ("The club offered the hall to the school.", "The school offered the hall to the club."),
    ("The hall was to be hired to the club.", "The hall was to be hired by the club."),
    ("The report was read to members.", "The report was read by members."),
    ("The tender was accepted by members.", "The tender was noted by members."),
    ("The start of the works had been delayed.", "The start of the works had been cancelled."),
    ("Mrs Lowe withdrew for the item.", "Mrs Lowe stayed for the item."),
    ("The Clerk was asked to write to the owner.", "The Clerk was told to write to the owner."),
    ("Mr Dunn asked about the lease.", "Mr Dunn complained about the lease."),
    ("Several residents objected to the scheme.", "Many residents objected to the scheme."),
    ("The owner of the cottage spoke against the fence.", "The resident of the cottage spoke against the fence."),
    ("The solicitor advised the Trust to sell.", "The solicitor required the Trust to sell."),
    ("The panel recommended that the club be paid.", "The panel decided that the club be paid."),
    ("The chairman hoped that the grant would come.", "The chairman expected that the grant would come."),
    ("The tree was felled in the storm.", "The tree was damaged in the storm."),
    ("The path had been repaired by the county.", "The path had been inspected by the county."),
    ("Mr Hart suggested a new bench.", "Mr Hart promised a new bench."),
    ("The trustees were pleased with the audit.", "The trustees were concerned with the audit."),
    ("The grant had been applied for.", "The grant had been received."),
    ("The hall was hired by the guides.", "The hall was bought by the guides."),
    ("Members considered the quotation.", "Members approved the quotation."),
    ("The warden denied that the gate was locked.", "The warden said that the gate was locked."),
    ("The report was circulated before the meeting.", "The report was published before the meeting."),
    ("The mast would be moved to the hill.", "The mast would be removed to the hill."),
    ("The tenant has promised to pay the arrears.", "The tenant has begun to pay the arrears."),
    ("The work should begin in the spring.", "The work should end in the spring."),
    ("The clerk estimated the cost of the repair.", "The clerk confirmed the cost of the repair."),
    ("The site meeting was postponed.", "The site meeting was abandoned."),
    ("The developer agreed to plant a hedge.", "The developer offered to plant a hedge."),
    ("Mr Pell felt that the noise was a problem.", "Mr Pell proved that the noise was a problem."),
    ("Most of the volunteers were trained.", "Some of the volunteers were trained."),
    ("The club borrowed a marquee.", "The club lent a marquee."),
    ("Mrs Lowe was appointed as caretaker.", "Mrs Lowe was dismissed as caretaker."),
    ("The Trust owns the field behind the school.", "The Trust rents the field behind the school."),
    ("The lamp is old and should be replaced.", "The lamp is old and should be repaired."),
    ("The pump had failed twice.", "The pump had been tested twice."),
    ("The auditor queried the travel claims.", "The auditor rejected the travel claims."),
    ("The surgery was closed for training.", "The surgery was open for training."),
    ("The dog owner apologised for the damage.", "The dog owner paid for the damage."),
    ("Officers would investigate the complaint.", "Officers would resolve the complaint."),
    ("The bus service was frequent.", "The bus service was rare."),
    ("The contractor had finished the drains.", "The contractor had started the drains."),
    ("The minutes of the last meeting were read.", "The minutes of the last meeting were signed."),
    ("Mr Bell told Mrs Hay of the fire.", "Mr Bell was told by Mrs Hay of the fire."),
    ("The Trust thanked the Council for the loan.", "The Trust was thanked by the Council for the loan."),
    ("The letter was shown to the warden by the owner.", "The letter was shown to the owner by the warden."),
    ("Mrs Hay lost her phone on the bus.", "Mrs Hay lost her ring on the bus."),
    ("The builder had been asked to repair the wall.", "The builder had begun to mend the wall."),
    ("The school would fund the trip.", "The school might finance the trip."),
    ("The fair took place in the rain.", "The fair took place despite the rain."),
    ("The Clerk would get two quotations.", "The Clerk would get three quotations."),
    ("The board heard that the lift was safe.", "The board feared that the lift was safe."),
    ("The fence was put up by the farmer.", "The fence was pulled up by the farmer."),
    ("The engineer carried out the repairs.", "The engineer priced the repairs."),
    ("It was said that the bridge was weak.", "It was denied that the bridge was weak."),
    ("The tenant wanted to leave the flat.", "The tenant needed to leave the flat."),
    ("The river rose in the night.", "The river fell in the night."),
    ("The number of users went up.", "The number of users went down."),
    ("The pool was shut all week.", "The pool was open all week."),
    ("The trustees were sure that it would pay.", "The trustees were doubtful that it would pay."),
    ("Mr Bell raised the rent.", "Mr Bell raised the matter of the rent."),
    ("The secretary had collected the keys.", "The secretary had returned the keys."),
    ("Staff were expected to wear badges.", "Staff were required to wear badges."),
    ("The auditor was satisfied with the records.", "The auditor was surprised by the records."),
    ("The lease ran until the spring.", "The lease ran from the spring."),
    ("The farmer said that the bull was safe.", "The farmer hoped that the bull was safe."),
    ("The owner was told to trim the hedge.", "The owner was asked to trim the hedge."),
    ("The committee studied the tender.", "The committee selected the tender."),
    ("Part of the wall had been rebuilt.", "All of the wall had been rebuilt."),
    ("The clerk will look into the matter.", "The clerk looked into the matter."),
    ("The lamp had been fixed to the wall.", "The lamp had been taken from the wall."),
    ("The club was given the hall.", "The club gave the hall."),
    ("They were happy to help.", "They were able to help."),
    ("The vicar was asked by Mr Bell to speak.", "Mr Bell was asked by the vicar to speak."),
    ("The meeting was adjourned.", "The meeting was closed."),
    ("Visitors must sign the book.", "Visitors may sign the book."),
    ("The damage was caused by the tenant.", "The damage was reported by the tenant."),
    ("The boat was moored near the bridge.", "The boat was moored under the bridge."),
    ("The panel was troubled by the scheme.", "The panel was opposed to the scheme."),
    ("Members were concerned about the lease.", "Members were pleased about the lease."),
    ("The talk was thorough.", "The talk was short."),
    ("The agent spoke to members.", "The agent objected to members."),
    ("Apart from the porch the roof was sound.", "Like the porch the roof was sound."),
    ("Progress on the sluice was satisfactory.", "Progress on the sluice was unsatisfactory."),
    ("The stall holder had ceased trading.", "The stall holder had started trading."),
    ("The wall had got worse.", "The wall had got better."),
    ("Traffic was a growing problem.", "Traffic was an easing problem."),
    ("Mrs Lowe was unsure whether the key had come.", "Mrs Lowe was sure that the key had come."),
    ("There were no objections to the tour.", "There were no complaints about the tour."),
    ("The rink meets once a fortnight.", "The rink meets once a month."),
    ("The ditch was inspected in recent weeks.", "The ditch was inspected in recent months."),
    ("The fence was replaced.", "The fence was repaired."),
    ("The committee discussed the scheme.", "The committee agreed the scheme."),
    ("Mr Bell noted the complaint.", "Mr Bell welcomed the complaint."),
]

REWORDED = [
    (
        "Residents were told that the works would start in June.",
        "The works, residents were informed, would begin in June.",
    ),
    ("The editor showed members the proofs.", "Members were shown the proofs by the editor."),
    ("The cook was given the keys by the warden.", "The warden gave the cook the keys."),
    ("The bank papers had been checked by Councillor Venner.", "Councillor Venner had checked the bank papers."),
    ("The clerk was told by the owner that it leaked.", "The owner told the clerk that it leaked."),
    ("The treasurer gave a report on the bar.", "The treasurer reported on the bar."),
    ("The librarian will be looking at the noise.", "The librarian will look at the noise."),
    ("Mr Quill gave members an overview of the scheme.", "Mr Quill provided members with an overview of the scheme."),
]

TURNED = [
    ("The clerk was told by the owner that it leaked.", "The clerk told the owner that it leaked."),
    ("The vicar was thanked by the owner.", "The owner was thanked by the vicar."),
    ("The warden gave the cook the keys.", "The warden was given the keys by the cook."),
    ("The board was grateful for the gift of the club.", "The club was grateful for the gift of the board."),
    ("The motion of Mrs Amble was praised by Mr Ruddle.", "Mrs Amble praised the motion of Mr Ruddle."),
]


@pytest.mark.parametrize(("draft", "final"), SAME)
def test_other_words_of_one_sense_are_minor_and_blame_nobody(draft: str, final: str) -> None:
    """Either way round nothing is above minor, and no side looks wrong."""
    for one, other in ((draft, final), (final, draft)):
        findings = compare_texts(one, other, use_model=False).findings
        assert {finding.severity for finding in findings} == {Severity.MINOR}
        assert {finding.suspect for finding in findings} == {None}


@pytest.mark.parametrize(("draft", "final"), REWORDED)
def test_several_edits_that_say_the_same_are_one_finding(draft: str, final: str) -> None:
    """Another voice, a phrase for a word, a report put in as an aside: one rewording."""
    for one, other in ((draft, final), (final, draft)):
        (finding,) = compare_texts(one, other, use_model=False).findings
        assert finding.rule in (same_sense.id, construction.id)
        assert (finding.severity, finding.suspect) == (Severity.MINOR, None)


@pytest.mark.parametrize(("draft", "final"), [*NEAR, *TURNED])
def test_near_neighbours_are_never_minor(draft: str, final: str) -> None:
    """Accepted is not noted, delayed is not called off, and who told whom is no matter of style."""
    for one, other in ((draft, final), (final, draft)):
        findings = compare_texts(one, other, use_model=False).findings
        assert findings[0].severity in (Severity.MAJOR, Severity.CRITICAL)
        assert all(finding.rule != same_sense.id or len(findings) > 1 for finding in findings)


@pytest.mark.parametrize(
    ("draft", "final", "severity"),
    [
        ("That the clerk purchase two benches.", "That the clerk buy two benches.", Severity.MAJOR),
        ("That work commence in spring.", "That work begin in spring.", Severity.MAJOR),
        ("That the hedge be pruned.", "That the hedge be trimmed.", Severity.CRITICAL),
        ("That the owner be told.", "That the owner be informed.", Severity.CRITICAL),
    ],
)
def test_in_a_resolution_the_same_sense_is_never_minor(draft: str, final: str, severity: Severity) -> None:
    """Major where formal style has one word and plain style the other; critical for any other."""
    above = "4. Sheds\n\nThe clerk spoke.\n\nRESOLVED: "
    (finding,) = compare_texts(above + draft, above + final, use_model=False).findings
    assert (finding.rule, finding.severity) == (resolution_wording.id, severity)


def test_a_profile_adds_groups_and_the_words_of_a_slot(tmp_path: Path) -> None:
    """What a house takes for the same is minor there, and a word of its own may stand in the phrases."""
    profile = tmp_path / "house.toml"
    profile.write_text('[synonyms]\nplace_nouns = ["tabernacle | chapel"]\naudiences = ["elders"]\n', "utf-8")
    pairs = [
        ("The tabernacle was cold.", "The chapel was cold."),
        ("The vicar told elders about the bell.", "The vicar advised elders of the bell."),
    ]
    for draft, final in pairs:
        (finding,) = compare_texts(draft, final, use_model=False).findings
        assert finding.severity is Severity.MAJOR
        (finding,) = compare_texts(draft, final, use_model=False, profile=profile).findings
        assert (finding.rule, finding.severity) == (same_sense.id, Severity.MINOR)


def test_no_line_of_the_table_names_a_slot_that_is_not_there() -> None:
    """Each word in braces is a list of the table, and each line has one at most."""
    lists = default_house_style().synonyms
    for name, lines in lists.items():
        for line in lines if is_list_of_groups(name) else ():
            slots = {part.partition("}")[0] for part in line.split("{")[1:]}
            assert len(slots) <= 1, line
            assert slots <= set(lists), line


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("There may be a path by the pond.", "Might there be a path by the pond."),
        (
            "The warden said, as told, that test suites were kept.",
            "The warden said, as told, that a test suite was kept.",
        ),
    ],
)
def test_another_form_of_a_word_alone_is_no_rewording(draft: str, final: str) -> None:
    """A verb of chance, or one thing for several, is told by the rule that knows of it."""
    rules = {finding.rule for finding in compare_texts(draft, final, use_model=False).findings}
    assert same_sense.id not in rules
