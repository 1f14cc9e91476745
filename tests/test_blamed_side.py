"""Which side a finding blames: the one with the slip, on either side; nobody, where both readings are good English."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Comparison, Gate, Side

HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n1. Report\n\n"

# What is wrong beyond doubt, and what was meant.
SLIPS = (
    ("The Board moved to it's new office in Tarn Street.", "The Board moved to its new office in Tarn Street."),
    ("The trust had published it's accounts in June.", "The trust had published its accounts in June."),
    ("The Treasurer said that its too early to say.", "The Treasurer said that it's too early to say."),
    ("Parents said that they're children walked to school.", "Parents said that their children walked to school."),
    ("The pupils left they're bags in the hall.", "The pupils left their bags in the hall."),
    ("Members thanked the wardens for there help.", "Members thanked the wardens for their help."),
    ("The Clerk said their were two vacancies.", "The Clerk said there were two vacancies."),
    ("A resident who's garden adjoins the lane spoke.", "A resident whose garden adjoins the lane spoke."),
    ("The governors asked whose attending the training.", "The governors asked who's attending the training."),
    ("The councillor's were thanked for their visits.", "The councillors were thanked for their visits."),
    ("All councillor's allowances would rise in April.", "All councillors' allowances would rise in April."),
    ("Management said that the depots plans allowed for it.", "Management said that the depot's plans allowed for it."),
    ("The villages hall had been let to a choir.", "The village's hall had been let to a choir."),
    ("The draught minutes were circulated.", "The draft minutes were circulated."),
    (
        "The residents complained of a draft from the windows.",
        "The residents complained of a draught from the windows.",
    ),
    ("The new planting would compliment the listed wall.", "The new planting would complement the listed wall."),
    ("The Chair paid a complement to the caretaker.", "The Chair paid a compliment to the caretaker."),
    ("The Clerk would order stationary for the office.", "The Clerk would order stationery for the office."),
    ("The lorry was stationery when it was hit.", "The lorry was stationary when it was hit."),
    ("The bench was taken from the word office.", "The bench was taken from the ward office."),
    (
        "Councillors passed a motion on the principal of open books.",
        "Councillors passed a motion on the principle of open books.",
    ),
    ("The principle contractor was on site.", "The principal contractor was on site."),
    ("The club would loose its lease in May.", "The club would lose its lease in May."),
    ("The advise of the solicitor was noted.", "The advice of the solicitor was noted."),
    ("The solicitor would advice the trustees.", "The solicitor would advise the trustees."),
    ("The effect was felt; it would effect all tenants.", "The effect was felt; it would affect all tenants."),
    ("The Director explained the affect on tenants.", "The Director explained the effect on tenants."),
    ("The keys were past to the caretaker.", "The keys were passed to the caretaker."),
    ("The site visit was planed for Monday.", "The site visit was planned for Monday."),
    ("The council would of preferred a later date.", "The council would have preferred a later date."),
    ("The board new of the leak in March.", "The board knew of the leak in March."),
    ("It was to late to apply.", "It was too late to apply."),
    ("The road had been closed for a hole week.", "The road had been closed for a whole week."),
    (
        "The visits to the day centre was described as helpful.",
        "The visits to the day centre were described as helpful.",
    ),
    (
        "It was agreed that the Clerk be authorise to engage a plumber.",
        "It was agreed that the Clerk be authorised to engage a plumber.",
    ),
    ("The clerks has written to the county.", "The clerks have written to the county."),
    ("The list of repairs were long.", "The list of repairs was long."),
    ("Two benches has been painted.", "Two benches have been painted."),
    ("The Treasurer have sent the accounts.", "The Treasurer has sent the accounts."),
    ("The report was discuss at length.", "The report was discussed at length."),
    ("The trustees will considered the offer in June.", "The trustees will consider the offer in June."),
    ("A application was received from the scouts.", "An application was received from the scouts."),
    ("The the tree surgeon would call in May.", "The tree surgeon would call in May."),
    ("The clerk was asked write to the school.", "The clerk was asked to write to the school."),
    ("The comittee adjourned at nine.", "The committee adjourned at nine."),
    ("The school counsel met twice.", "The school council met twice."),
    ("The waist collection was late.", "The waste collection was late."),
    ("The rode was resurfaced in spring.", "The road was resurfaced in spring."),
    ("The treasurer presented the annul accounts.", "The treasurer presented the annual accounts."),
    ("The pubic gallery was full.", "The public gallery was full."),
    ("The minuets of the last meeting were signed.", "The minutes of the last meeting were signed."),
    ("Mr Odell gave a breif report.", "Mr Odell gave a brief report."),
    ("The steering group will meat again in July.", "The steering group will meet again in July."),
    ("The footpath was to narrow for prams.", "The footpath was too narrow for prams."),
    ("The board discuscoverd a fault in the pump.", "The board discovered a fault in the pump."),
    ("The letter was recieveived on Monday.", "The letter was received on Monday."),
    ("The crew left inthe dark.", "The crew left in the dark."),
    ("The accounts were appro ved by the auditor.", "The accounts were approved by the auditor."),
    ("The govenrors visited the new block.", "The governors visited the new block."),
    ("Cables were layed under the path.", "Cables were laid under the path."),
    ("The reports of the working parties was noted.", "The reports of the working parties were noted."),
    ("There was seven letters of objection.", "There were seven letters of objection."),
    ("The Secretary had wrote to the landlord.", "The Secretary had written to the landlord."),
    ("A letter from a MP was read out.", "A letter from an MP was read out."),
    (
        "The Clerk would find out who's duty it was to mow the verge.",
        "The Clerk would find out whose duty it was to mow the verge.",
    ),
    ("Several councillor's gardens were flooded.", "Several councillors' gardens were flooded."),
    ("It's roof had leaked since its been raining.", "It's roof had leaked since it's been raining."),
    ("The wardens meets on Fridays.", "The wardens meet on Fridays."),
    ("They was thanked for their work.", "They were thanked for their work."),
    ("The keys to the pavilion has been cut.", "The keys to the pavilion have been cut."),
    ("A engineer would call on Monday.", "An engineer would call on Monday."),
    ("An new lock was fitted.", "A new lock was fitted."),
    ("The lamp posts in Mill Lane is to be painted.", "The lamp posts in Mill Lane are to be painted."),
    ("Three bench were moved.", "Three benches were moved."),
    ("The parish counsel met in the hall.", "The parish council met in the hall."),
    ("The garden waist bins were full.", "The garden waste bins were full."),
    ("The verger swept the isle of the church.", "The verger swept the aisle of the church."),
    ("The yard had flooded after heavy reign.", "The yard had flooded after heavy rain."),
    ("The poster had peaked the interest of pupils.", "The poster had piqued the interest of pupils."),
    ("The new principle of the college spoke.", "The new principal of the college spoke."),
    ("The flood planes were mapped last year.", "The flood plains were mapped last year."),
    ("The club had brought a second-hand mower.", "The club had bought a second-hand mower."),
    ("The trustees held that in principal a fee was fair.", "The trustees held that in principle a fee was fair."),
    ("The pupils left there bags in the hall.", "The pupils left their bags in the hall."),
    (
        "The governors' visits to the two sites of the college was described as useful.",
        "The governors' visits to the two sites of the college were described as useful.",
    ),
    ("The new boiler in the changing rooms have failed.", "The new boiler in the changing rooms has failed."),
)

# Both are good English and can be meant.
INNOCENT = (
    ("Mrs Pell was elected as a parent governor.", "Mrs Pell was elected as a co-opted governor."),
    ("The Clerk is authorised to sign the lease.", "The Clerk is required to sign the lease."),
    ("The club would buy a new van.", "The club would buy a used van."),
    ("The members welcomed the plan.", "The members criticised the plan."),
    ("The price was £5,000 plus VAT.", "The price was £5,000 including VAT."),
    ("The committee noted the report.", "The committee received the report."),
    ("The path was closed in May.", "The path was opened in May."),
    ("The crew cleared the ditch.", "The crew cleaned the ditch."),
    ("The chairman thanked the staff.", "The chairman praised the staff."),
    ("The clerk may sign the form.", "The clerk must sign the form."),
    ("The clerk would write to the school.", "The clerk should write to the school."),
    ("The board will meet in May.", "The board would meet in May."),
    ("Residents supported the scheme.", "Residents opposed the scheme."),
    ("The fence would be repaired by the tenant.", "The fence would be repaired by the landlord."),
    ("The motion was carried.", "The motion was lost."),
    ("The Director presented the report.", "The Director introduced the report."),
    ("The lease was to run for ten years.", "The lease was to run for two years."),
    ("The bus stop outside the school was damaged.", "The bus stop opposite the school was damaged."),
    ("The trust owns the hall.", "The trust leases the hall."),
    ("The meeting was adjourned.", "The meeting was closed."),
    ("The secretary circulated the draft.", "The secretary circulated the agenda."),
    ("The gate was left open by the contractor.", "The gate was left open by the contractors."),
    ("The crew was thanked.", "The crew were thanked."),
    ("The application was refused.", "The application was deferred."),
    (
        "The Working Group agreed that a node shall answer within 250 ms.",
        "The Working Group agreed that a node shall answer within 250 s.",
    ),
    ("Members received the police report.", "Members received the policy report."),
    ("Members visited the site in the morning.", "Members visited the site in the evening."),
    ("The pupil had been absent on Friday.", "The pupil had been present on Friday."),
    ("The post was advertised locally.", "The post was advertised nationally."),
    ("The audit found no errors.", "The audit found minor errors."),
    ("The minutes were agreed.", "The minutes were approved."),
    ("The hall would be let to the scouts.", "The hall would be let to the guides."),
    ("The lamp by the gate was broken.", "The lamp near the gate was broken."),
    ("The work was done in house.", "The work was done in haste."),
    ("The county was asked to help.", "The country was asked to help."),
    ("A ditch ran along the lane.", "A ditch ran across the lane."),
    ("The grant was for the county's museum.", "The grant was for the town's museum."),
    ("The Treasurer said that the fund had grown.", "The Treasurer reported that the fund had grown."),
    ("The clerk explained the costs.", "The clerk explained the cost."),
    ("The chair proposed a vote of thanks.", "The chair moved a vote of thanks."),
    ("The trustees considered the offer.", "The trustees rejected the offer."),
    ("The pond was drained.", "The pond was trained."),
    ("The building is safe.", "The building is unsafe."),
    ("The clerk could attend.", "The clerk could not attend."),
    ("It was agreed to buy the tractor.", "It was agreed to hire the tractor."),
    ("The councillors' visits were useful.", "The councillor's visits were useful."),
    ("The committee discussed the tenants' request.", "The committee discussed the tenant's request."),
    ("The school will provide meals.", "The school provides meals."),
    ("The school provided meals.", "The school provides meals."),
    ("The board hoped to finish by May.", "The board expected to finish by May."),
    ("The chair read the letter aloud.", "The chair read out the letter."),
    ("The pipe had burst.", "The pipe has burst."),
    ("The council approved the first option.", "The council approved the third option."),
    ("The committee was thanked.", "The committee were thanked."),
    ("A number of trees was felled.", "A number of trees were felled."),
    ("The staff has been told.", "The staff have been told."),
    ("It was asked whether the wall was safe.", "It was asked whether the wall were safe."),
    (
        "The board recommended that the clerk write to the county.",
        "The board recommended that the clerk writes to the county.",
    ),
    ("The works was put off.", "The works were put off."),
    ("The Friends of Marsh Park has asked for a key.", "The Friends of Marsh Park have asked for a key."),
    ("The chairman and clerk was present.", "The chairman and clerk were present."),
    ("The teams' shed was locked.", "The team's shed was locked."),
    ("The trustees discussed its report.", "The trustees discussed their report."),
    ("The clerk said it's council policy.", "The clerk said it is council policy."),
    ("The check was made by the clerk.", "The cheque was made by the clerk."),
    ("The Principal agreed.", "The Principle agreed."),
    ("They lay the table.", "They laid the table."),
    ("The trustees meet in June.", "The trustees met in June."),
    ("The report on the draft was noted.", "The report on the draught was noted."),
    ("The visitors' book was signed.", "The visitor's book was signed."),
    ("The tenants' meeting was held.", "The tenants meeting was held."),
    ("The two year lease was signed.", "The two years lease was signed."),
    ("The scheme would cost less.", "The scheme would cost more."),
    ("Officers may attend.", "Officers must attend."),
    ("All trustees were told.", "Most trustees were told."),
    ("The lamps before the gate were lit.", "The lamps after the gate were lit."),
    ("The sum was paid by the club.", "The sum was paid to the club."),
    ("The clerk felt that the offer was fair.", "The clerk felt the offer was fair."),
    ("The fete has been planned.", "The fete had been planned."),
    ("The fence is in good order.", "The fence was in good order."),
    ("The members hoped to see it.", "The members hope to see it."),
    ("The role was discussed.", "The roll was discussed."),
    ("The party was held in the hall.", "The part was held in the hall."),
    ("The council was asked.", "The counsel was asked."),
    ("The site was lost.", "The sight was lost."),
    ("The president was discussed.", "The precedent was discussed."),
)


def compared(draft: str, final: str) -> Comparison:
    """Small minutes with one sentence each."""
    return compare_texts(f"{HEAD}{draft}\n", f"{HEAD}{final}\n")


def blamed(comparison: Comparison) -> set[Side]:
    """The sides that a finding blames."""
    return {finding.suspect for finding in comparison.findings if finding.suspect}


@pytest.mark.parametrize(("wrong", "right"), SLIPS, ids=[wrong[:40] for wrong, _ in SLIPS])
def test_the_side_with_the_slip_is_blamed(wrong: str, right: str) -> None:
    """A slip of the final is the final's, and is signed off by somebody; the draft's slip is the draft's."""
    in_final, in_draft = compared(right, wrong), compared(wrong, right)
    assert (blamed(in_final), blamed(in_draft)) == ({Side.FINAL}, {Side.DRAFT})
    assert in_final.gate is Gate.SIGN_OFF


@pytest.mark.parametrize(("one", "other"), INNOCENT, ids=[one[:40] for one, _ in INNOCENT])
def test_nobody_is_blamed_where_both_are_right(one: str, other: str) -> None:
    """Whatever the change weighs, no side of it looks wrong."""
    assert blamed(compared(one, other)) == blamed(compared(other, one)) == set()


def test_of_two_that_sound_alike_somebody_looks() -> None:
    """Where nothing tells which was meant, the final may be the wrong one, or says something else."""
    one, other = "The role was discussed.", "The roll was discussed."
    assert {compared(one, other).gate, compared(other, one).gate} == {Gate.SIGN_OFF}
