"""Persons, offices, bodies, organisations and places as patterns alone must tell them, in many bodies' ways."""

from __future__ import annotations

import pytest

from tests.telling import marked, told

LISTS = """
Councillors [Amos|PERSON], [Brill|PERSON] and [Z. Tolley|PERSON]
Councillors [Amos|PERSON], [Brill|PERSON], and [Zena Tolley|PERSON] were present.
Councillors [Amos|PERSON]; [Brill|PERSON]; [Tolley|PERSON]
Councillors [Amos|PERSON] & [Brill|PERSON]
Cllrs [J Amos|PERSON], [P.Brill|PERSON], [K. L. Tolley|PERSON]
Cllrs. [Amos|PERSON] ([Chair|ROLE]), [Brill|PERSON] ([Vice-Chair|ROLE]) and [Tolley|PERSON]
Councillors [Amos|PERSON] (in the [Chair|ROLE]), [Brill|PERSON], [Tolley|PERSON] (from [7.15pm|TIME]) and [Hurd|PERSON]
Councillors: [Jo Amos|PERSON], [Ken Brill|PERSON] MBE, [Zena Tolley|PERSON] OBE, JP, [Al Hurd|PERSON]
Councillors Mrs [Amos|PERSON], Dr [Brill|PERSON] and [Tolley|PERSON]
Cllrs [Amos|PERSON], Mrs [J. Brill|PERSON], Miss [Tolley|PERSON], [Hurd|PERSON]
Present: Cllr [Amos|PERSON] ([Chair|ROLE]), Cllr [Brill|PERSON], Cllr [Tolley|PERSON].
Present: Councillor [Jo Amos|PERSON], Councillor [Ken Brill|PERSON], Mr [T Hurd|PERSON]
Mr and Mrs [Tolley|PERSON] objected
Messrs [Amos|PERSON] and [Brill|PERSON] spoke
Mesdames [Amos|PERSON] and [Brill|PERSON] spoke
the Reverend [Ada Oke|PERSON] opened with prayers
the Revd Canon [Ada Oke|PERSON] and Father [Liam Doyle|PERSON]
Dame [Ada Oke|PERSON] DBE and Professor Sir [Ian Wray|PERSON] FRS
the Rt Hon [Ada Oke|PERSON] MP and Lord [Wray|PERSON]
Baroness [Oke of Holt|PERSON] spoke
Sgt [Priya Menon|PERSON], PC [Rudd|PERSON], PCSO [Tim Lark|PERSON] and Inspector [Ola Bern|PERSON]
PC 2214 [Rudd|PERSON] attended
Alderman [Amos|PERSON], Bailie [Morag Kerr|PERSON] and Provost [Iain Weir|PERSON]
Cllr [Gwenllian ap Rhys|PERSON] and Cllr [Siôn ab Ifan|PERSON]
Cllr [Saoirse Ó Briain|PERSON] and Cllr [Nuala Ní Dhomhnaill|PERSON]
Miss [Saoirse Ó Briain|PERSON] of counsel
Mr [Chukwuemeka Obi-Okafor|PERSON] and Mrs [Oluwaseun Adé|PERSON]
Ms [Wei Ling Tan|PERSON] and Mr [Xu|PERSON]
Mrs [Agnieszka Wójcik-Żak|PERSON] and Mr [Łukasz Król|PERSON]
Cllr [Mohammed al Rashid|PERSON] and Cllr [Jasvinder Kaur Gill|PERSON]
Cllrs [M. O'Hare|PERSON], [D’Souza|PERSON] and [MacAskill|PERSON]
Cllr [van der Meer|PERSON] and Mr [de Souza|PERSON] left
Cllr. [A. B. Smithson-Hall|PERSON] declared an interest
Proposed by Cllr [Amos|PERSON], seconded by Cllr [Brill|PERSON]
Proposed: Cllr [Amos|PERSON]; seconded: Cllr [Brill|PERSON]
Cllr [Amos|PERSON]'s motion and Cllr [Brill|PERSON]’s reply
(Cllr [Amos|PERSON] left at [8.10pm|TIME])
COUNCILLORS [AMOS|PERSON], [BRILL|PERSON] AND [TOLLEY|PERSON]
**Present:** Councillors [Amos|PERSON], [Brill|PERSON]
Councillors [Amos|PERSON], [Brill|PERSON] and [Tolley|PERSON], and the [Clerk|ROLE]
Councillors [Amos|PERSON] (substitute for Cllr [Brill|PERSON]) and [Tolley|PERSON]
"""

OFFICES = """
the [Chair|ROLE], the [Vice-Chair|ROLE] and the [Town Clerk|ROLE]
[Jo Amos|PERSON] ([Treasurer|ROLE]), [Ken Brill|PERSON] ([Secretary|ROLE])
[Jo Amos|PERSON], [Head of Planning|ROLE]; [Ken Brill|PERSON], [Director of Education|ROLE]
the [Corporate Director, Place|ROLE] was authorised
the [Corporate Director – Adults and Housing|ROLE] was authorised
the [Chair of Trustees|ROLE] and the [Chair of Governors|ROLE]
the [Leader of the Council|ROLE] and the [Deputy Leader|ROLE]
[Cabinet Member for Housing|ROLE] and [Portfolio Holder for Roads and Paths|ROLE]
the [Mayor|ROLE] and the [Deputy Mayor|ROLE]
[Jo|PERSON] ([chair|ROLE]), [Ken|PERSON] ([treasurer|ROLE]), Zena ([coach|ROLE])
the committee [chair|ROLE] spoke
the [external auditor|ROLE] and the [internal auditors|ROLE]
our [MP|ROLE] and our local [MSP|ROLE]
[Parent Governor|ROLE] and [Staff Governor|ROLE] elections; the [Lead Member|ROLE]
[Scribe|ROLE]: [Jo|PERSON]
the [Independent Chair|ROLE], the [Interim Chief Executive|ROLE]
the [Section 151 Officer|ROLE] and the [Monitoring Officer|ROLE]
a [Tree Officer|ROLE] and the [Clerk to the Governors|ROLE]
Members and officers thanked the Councillors
the [Chief Architect|ROLE] and the [Publicity Officer|ROLE]
the [Headteacher|ROLE], the [SENCO|ROLE] and the [Principal|ROLE]
the [Lord Lieutenant|ROLE] and the [High Sheriff|ROLE]
the [Senior Independent Director|ROLE] and a [Non-Executive Director|ROLE]
He was head of a team and a member of staff
"""

BODIES = """
the [Finance Committee|BODY] and the [Audit and Risk Committee|BODY]
[LICENSING SUB-COMMITTEE "B"|BODY]. Hearing
[Planning Committee B|BODY] met
the Committee, the Board, the Sub-Committee, the working group
[Cabinet|BODY], [Full Council|BODY], the [Trust Board|BODY] and the [Senate|BODY]
the [Board of Directors|BODY] and the [Council of Governors|BODY]
the [Garden Group|BODY] and the [Events Working Group|BODY]
the [Health and Wellbeing Board|BODY]
[Chair|ROLE] of the [Finance Committee|BODY]
[TSC|BODY] and [TAC|BODY] projects
(_[TSC|BODY]_) and _[TSC|BODY] [Chair|ROLE]_
the [Overview and Scrutiny Management Board|BODY]
the [Paths, Ponds and Lidos Panel|BODY]
the [Personnel & Finance Committee|BODY]
"""

ORGANISATIONS = """
[Marlow Regis Town Council|ORG] and [Holt Parish Council|ORG]
the [London Borough of Holt|ORG]; [BOROUGH OF HOLT|ORG]
the [Holt Residents' Association|ORG] and the [Holt Residents’ Forum|ORG]
[Holt Magistrates' Court|ORG] and the [Holt Students' Union|ORG]
[Friends of Holt Wood|ORG] ([FoHW|ORG])
[Holt NHS Foundation Trust|ORG]
[Holt Valley Search and Rescue|ORG] came
the [University of Holt|ORG] and the [Faculty of Law|ORG]
[Holt Primary School|ORG] and [Marlow Infants|-]
[Tolley Homes Ltd|ORG] and [Brill & Sons plc|ORG] and [Tolley Brill LLP|ORG]
the [Department for Ponds|ORG]; the [Ministry of Lidos|ORG]
the [Holt Labour Group|ORG] and the [Labour Group|ORG]
[Holt Harriers AC|ORG]
the Council, the Parish Council, the Trust, the Students' Union
the [WMCA|ORG] wrote
[Holt Police|ORG] and [Holt Fire and Rescue Service|ORG]
[Companies House|ORG] and [Citizens Advice|ORG]
"""

PLACES = """
[14 Mill Row|LOC], at [9 High Street|LOC], on [840-860 Holt Rd|LOC]
[Committee Room 2|LOC] and [Room 3|LOC], [Ward 9|LOC]
in the [Council Chamber|LOC] and the [Jubilee Room|LOC]
on [Station Road|LOC] and the [A40|LOC]
the [Holt Community Hub|LOC] and [Holt Village Hall|LOC]
[210 W. Juniper Ave.|LOC] and [77 Strand Parade|LOC]
[Flat 3|LOC], [Holt House|LOC]
the [Old Rectory|LOC] and [Holt Farm|LOC]
at [Holt General Hospital|LOC]
the hall, the bridge, WK51 3AB
[St Mary's Church Hall|LOC]
[Holt subway station|LOC]
"""

TABLES = (LISTS, OFFICES, BODIES, ORGANISATIONS, PLACES)


@pytest.mark.parametrize("line", [line for table in TABLES for line in table.split("\n") if line])
def test_names(line: str) -> None:
    """Every name is told with the bounds that it has in brackets, and nothing beside it."""
    text, expected = marked(line)
    assert told(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "[Eilidh|PERSON] to write to the landlord",
        "Proposed [Jen|PERSON], seconded [Angharad|PERSON]",
        "thanked [Danny O’Neill|PERSON] for it",
        "spoke to [Priya Nandakumar|PERSON] about it",
        "[Fiona Tarn|PERSON] said so; later [Fiona|PERSON] and Mr [Odell|PERSON] left",
        "at [Albert Road|LOC] and St Helen and Storm Fiona",
        "Will the Grant be paid in [May|DATE]? Hope was voiced.",
    ],
)
def test_persons_by_given_name(line: str) -> None:
    """A given name that is nothing else is a person's, with the surname behind it; a plain word is none."""
    text, expected = marked(line)
    assert told(text) == expected
