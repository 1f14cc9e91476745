"""Persons, offices, bodies, organisations and places as patterns alone find them, in the ways of many bodies."""

from __future__ import annotations

from collections import Counter

import pytest

from compare.annotate.entities.entity_tables import entity_tables
from compare.annotate.entities.names import Capitals, PersonReader
from compare.annotate.entities.patterns import PatternTagger
from compare.style.house_style import default_house_style
from tests.marked_text import found_in, marked

LISTS = """
[Councillors Amos|PERSON], [Brill|PERSON] and [Z. Tolley|PERSON]
[Councillors Amos|PERSON], [Brill|PERSON], and [Zena Tolley|PERSON] were present.
[Councillors Amos|PERSON]; [Brill|PERSON]; [Tolley|PERSON]
[Councillors Amos|PERSON] & [Brill|PERSON]
[Cllrs J Amos|PERSON], [P.Brill|PERSON], [K. L. Tolley|PERSON]
[Cllrs. Amos|PERSON] ([Chair|ROLE]), [Brill|PERSON] ([Vice-Chair|ROLE]) and [Tolley|PERSON]
[Councillors Amos|PERSON] (in the [Chair|ROLE]), [Brill|PERSON], [Tolley|PERSON] (from [7.15pm|TIME]) and [Hurd|PERSON]
[Councillors: Jo Amos|PERSON], [Ken Brill MBE|PERSON], [Zena Tolley OBE, JP|PERSON], [Al Hurd|PERSON]
[Councillors Mrs Amos|PERSON], [Dr Brill|PERSON] and [Tolley|PERSON]
[Cllrs Amos|PERSON], [Mrs J. Brill|PERSON], [Miss Tolley|PERSON], [Hurd|PERSON]
Present: [Cllr Amos|PERSON] ([Chair|ROLE]), [Cllr Brill|PERSON], [Cllr Tolley|PERSON].
Present: [Councillor Jo Amos|PERSON], [Councillor Ken Brill|PERSON], [Mr T Hurd|PERSON]
Mr and [Mrs Tolley|PERSON] objected
[Messrs Amos|PERSON] and [Brill|PERSON] spoke
[Mesdames Amos|PERSON] and [Brill|PERSON] spoke
the [Reverend Ada Oke|PERSON] opened with prayers
the [Revd Canon Ada Oke|PERSON] and [Father Liam Doyle|PERSON]
[Dame Ada Oke DBE|PERSON] and [Professor Sir Ian Wray FRS|PERSON]
the [Rt Hon Ada Oke MP|PERSON] and [Lord Wray|PERSON]
[Baroness Oke of Holt|PERSON] spoke
[Sgt Priya Menon|PERSON], [PC Rudd|PERSON], [PCSO Tim Lark|PERSON] and [Inspector Ola Bern|PERSON]
[PC 2214 Rudd|PERSON] attended
[Alderman Amos|PERSON], [Bailie Morag Kerr|PERSON] and [Provost Iain Weir|PERSON]
[Cllr Gwenllian ap Rhys|PERSON] and [Cllr Siôn ab Ifan|PERSON]
[Cllr Saoirse Ó Briain|PERSON] and [Cllr Nuala Ní Dhomhnaill|PERSON]
[Miss Saoirse Ó Briain|PERSON] of counsel
[Mr Chukwuemeka Obi-Okafor|PERSON] and [Mrs Oluwaseun Adé|PERSON]
[Ms Wei Ling Tan|PERSON] and [Mr Xu|PERSON]
[Mrs Agnieszka Wójcik-Żak|PERSON] and [Mr Łukasz Król|PERSON]
[Cllr Mohammed al Rashid|PERSON] and [Cllr Jasvinder Kaur Gill|PERSON]
[Cllrs M. O'Hare|PERSON], [D’Souza|PERSON] and [MacAskill|PERSON]
[Cllr van der Meer|PERSON] and [Mr de Souza|PERSON] left
[Cllr. A. B. Smithson-Hall|PERSON] declared an interest
Proposed by [Cllr Amos|PERSON], seconded by [Cllr Brill|PERSON]
Proposed: [Cllr Amos|PERSON]; seconded: [Cllr Brill|PERSON]
[Cllr Amos|PERSON]'s motion and [Cllr Brill|PERSON]’s reply
([Cllr Amos|PERSON] left at [8.10pm|TIME])
[COUNCILLORS AMOS|PERSON], [BRILL|PERSON] AND [TOLLEY|PERSON]
**Present:** [Councillors Amos|PERSON], [Brill|PERSON]
[Councillors Amos|PERSON], [Brill|PERSON] and [Tolley|PERSON], and the [Clerk|ROLE]
[Councillors Amos|PERSON] (substitute for [Cllr Brill|PERSON]) and [Tolley|PERSON]
"""

OFFICES = """
the [Chair|ROLE], the [Vice-Chair|ROLE] and the [Town Clerk|ROLE]
[Jo Amos|PERSON] ([Treasurer|ROLE]), [Ken Brill|PERSON] ([Secretary|ROLE])
[Jo Amos|PERSON], [Head of Planning|ROLE]; [Ken Brill|PERSON], [Director of Education|ROLE]
the [Chair of Trustees|ROLE] and the [Chair of Governors|ROLE]
the [Leader of the Council|ROLE] and the [Deputy Leader|ROLE]
[Cabinet Member for Housing|ROLE] and [Portfolio Holder for Roads and Paths|ROLE]
the [Mayor|ROLE] and the [Deputy Mayor|ROLE]
the [Section 151 Officer|ROLE] and the [Monitoring Officer|ROLE]
Members and officers thanked the Councillors
the [Lord Lieutenant|ROLE] and the [High Sheriff|ROLE]
He was head of a team and a member of staff
"""

BODIES = """
the [Finance Committee|BODY] and the [Audit and Risk Committee|BODY]
[Cabinet|BODY], [Full Council|BODY], the [Trust Board|BODY] and the [Senate|BODY]
the [Board of Directors|BODY] and the [Council of Governors|BODY]
the [Garden Group|BODY] and the [Events Working Group|BODY]
the [Health and Wellbeing Board|BODY]
[Chair|ROLE] of the [Finance Committee|BODY]
the [Overview and Scrutiny Management Board|BODY]
the [Personnel & Finance Committee|BODY]
"""

ORGANISATIONS = """
[Holt NHS Foundation Trust|ORG]
the [Department for Ponds|ORG]; the [Ministry of Lidos|ORG]
[Holt Harriers AC|ORG]
the [WMCA|ORG] wrote
[Holt Police|ORG] and [Holt Fire and Rescue Service|ORG]
"""

PLACES = """
in the [Council Chamber|LOC] and the [Jubilee Room|LOC]
the [Holt Community Hub|LOC] and [Holt Village Hall|LOC]
the [Old Rectory|LOC] and [Holt Farm|LOC]
at [Holt General Hospital|LOC]
[St Mary's Church Hall|LOC]
"""

# Lines in which the rules are given other entities than a reader would mark: a body's kind alone, a plain noun, a word
# too few, another label, or nothing. What that costs is measured in tests/bench and said in models/README.md.
OTHERWISE = """
the [Corporate Director|ROLE], Place was authorised
the [Corporate Director|ROLE] – [Adults and Housing|ORG] was authorised
Jo (chair), Ken (treasurer), Zena (coach)
the committee chair spoke
the external auditor and the internal auditors
our MP and our local MSP
Parent [Governor|ROLE] and Staff [Governor|ROLE] elections; the [Lead Member|ROLE]
[Scribe|ROLE]: Jo
the Independent [Chair|ROLE], the Interim [Chief Executive|ROLE]
a Tree Officer and the [Clerk to the Governors|ROLE]
the Chief Architect and the Publicity Officer
the [Headteacher|ROLE], the [SENCO|ORG] and the [Principal|ROLE]
the Senior Independent [Director|ROLE] and a [Non-Executive Director|ROLE]
[LICENSING SUB-COMMITTEE|BODY] "B". Hearing
[Planning Committee|BODY] B met
the [Committee|BODY], the [Board|BODY], the [Sub-Committee|BODY], the working group
[TSC|ORG] and [TAC|ORG] projects
(_[TSC|ORG]_) and _[TSC|ORG] [Chair|ROLE]_
the Paths, [Ponds and Lidos Panel|BODY]
[Marlow Regis Town Council|BODY] and [Holt Parish Council|BODY]
the [London Borough of Holt|LOC]; BOROUGH OF HOLT
the [Holt Residents' Association|BODY] and the [Holt Residents’ Forum|BODY]
[Holt Magistrates' Court|BODY] and the [Holt Students' Union|ORG]
[Friends of Holt Wood|LOC] ([FoHW|ORG])
Holt Valley [Search and Rescue|ORG] came
the [University of Holt|ORG] and the [Faculty of Law|BODY]
[Holt Primary School|LOC] and Marlow Infants
[Tolley Homes Ltd|ORG] and Brill & Sons plc and [Tolley Brill LLP|ORG]
the [Holt Labour Group|BODY] and the [Labour Group|BODY]
the [Council|BODY], the [Parish Council|BODY], the Trust, the [Students' Union|ORG]
[Companies House|LOC] and Citizens Advice
[14 Mill Row|LOC], at [9 High Street|LOC], on [840-860 Holt Rd|LOC]
Flat 2, [9a Mill Lane, Upper Holt, HO1 4QT|LOC]; [3 Church Road|LOC], [Councillor Orr|PERSON] said
[Committee Room|LOC] 2 and Room 3, Ward 9
on [Station Road|LOC] and the [A40|REFERENCE]
[210 W. Juniper Ave|LOC]. and [77 Strand Parade|LOC]
Flat 3, [Holt House|LOC]
the hall, the bridge, [WK51|REFERENCE] [3AB|REFERENCE]
Holt subway station
"""

TABLES = (LISTS, OFFICES, BODIES, ORGANISATIONS, PLACES, OTHERWISE)


@pytest.mark.parametrize("line", [line for table in TABLES for line in table.split("\n") if line])
def test_names(line: str) -> None:
    """Every name is found with the bounds that it has in brackets, a person with the title, and nothing beside it."""
    text, expected = marked(line)
    assert found_in(text) == expected


def test_titles_in_a_row_are_looked_at_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row of "Mr Mr Mr …" takes linear time: no more titles than people have are followed from one."""
    asked: Counter[int] = Counter()
    look_up = PersonReader.title_at

    def counted(reader: PersonReader, here: Capitals, place: int) -> tuple[int, str] | None:
        asked[len(here.caps)] += 1
        return look_up(reader, here, place)

    monkeypatch.setattr(PersonReader, "title_at", counted)
    for count in (100, 400):
        PatternTagger(entity_tables(default_house_style())).find("Mr " * count)
    assert asked[400] < 6 * asked[100]
