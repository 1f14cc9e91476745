"""Dates, times, sums, measures, votes, laws and references in the ways that many bodies write them."""

from __future__ import annotations

import time

import pytest

from tests.telling import marked, told

VALUES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "VOTE", "LAW", "REFERENCE"})

DATES = """
Held on [Tuesday 4th March 2025|DATE] in the hall
Held on [Tues. 4 March 2025|DATE] in the hall
Held on [Tuesday, March 4, 2025|DATE] in the hall
HELD ON [TUESDAY 4 MARCH 2025|DATE] IN THE HALL
the [4th of March|DATE] and the [4th day of March 2025|DATE]
from [4/3/25|DATE] to [18.03.2025|DATE] and [2025-03-18|DATE]
on [4, 5 and 6 March|DATE] and [14-16 May 2025|DATE]
on [4 to 6 March|DATE] or [4th – 6th March 2025|DATE]
Dates: [Nov. 12|DATE], [Feb. 3rd|DATE], [Sept 9th|DATE] or [12 Dec. 2024|DATE]
by the [3rd|DATE] or the [21st|DATE], not the 3rd reading
The 2nd motion fell; the 25th anniversary; 3rd party claims; on the 5th floor
in [March|DATE], since last [March|DATE] and until the end of [June 2026|DATE]
every [Monday|DATE], on [Tuesdays|DATE] and [Wednesdays|DATE]
the [first Monday|DATE] of the month; the [last Thursday|DATE]; the [second Tuesday in May|DATE]
the [2024/25|DATE] budget, [2024-25|DATE], [2024–2025|DATE] and FY [2025/26|DATE]
the Plan [2018–2033|DATE] and [2031|DATE]; since [1998|DATE]
in [Spring 2025|DATE], [autumn 2024|DATE], [Michaelmas 2023|DATE] and [Easter 2025|DATE]
before Christmas, in the autumn, next week, last year
the [1990s|DATE]
the [April|DATE] Board agenda and the [May 2025|DATE] Council meeting
May I ask? They may march. Mark May be heard
[Q2 2025|DATE] and [Q3|DATE] results
2000 homes and 1998 residents
[Wed 1 Oct|DATE], [Thurs 11th Jan 2024|DATE], [Fri 27 Sept|DATE]
from [1st April 2024|DATE] to [31st March 2025|DATE]
[4th March 2025|DATE] (moved from [25 February|DATE])
between [1 and 15 June|DATE]
[30 June|DATE] and [7 July 2025|DATE]
the data by [Friday 22nd|DATE]; we met last [Friday|DATE]; from mid-week until [mid-April|DATE]
Signed and dated [10.7.24|DATE]; landing this by [Wed|DATE] or [Thu|DATE]
[Dydd Mercher, 9 Mehefin 2024|DATE] and [9 Mehefin|DATE]
"""

TIMES = """
at [7.30pm|TIME], [7.30 p.m.|TIME], [7:30 PM|TIME], [19:30|TIME], [1930 hours|TIME], [19.30hrs|TIME]
from [6.30–8pm|TIME] and [6–8pm|TIME] and [10am to 5pm|TIME]
open [9am-5pm|TIME], [10.00am – 12 noon|TIME], [09:00-17:00|TIME], [10 am to noon|TIME]
between [10 am|TIME] and [noon|TIME]
at [half past five|TIME], [quarter to seven|TIME], [ten past nine|TIME] or until [five to two|TIME]
at [nine o'clock|TIME], [9 o'clock|TIME] and [twelve noon|TIME]
at [14:00 UTC|TIME], [9:00 AM PST|TIME], [16.00 GMT|TIME], [4pm BST|TIME]
The meeting closed at [9.05|TIME] and opened at [7.00|TIME]
came out at [7:15|TIME], [12 midday|TIME], [midnight|TIME]
a ratio of 9.44 or 3.5 or [12.30%|PERCENT]
virtually on [3 June 2024|DATE], [16.00|TIME]
on [Monday 3 June|DATE] at [18.30 – 20.15|TIME]
this evening, tonight, half the members
[12.15 to 1.30 p.m.|TIME]
start: [2 pm|TIME]; end: [3:45 pm|TIME]
kept free from [0600 to 0930|TIME]; at [8amPT|TIME]
The meeting adjourned at [16.05|TIME]. The share opened [16.05%|PERCENT] up.
"""

MONEY = """
of [£1,250.00|MONEY], [£2.5m|MONEY], [£2.5 million|MONEY], [£40k|MONEY], [£3bn|MONEY]
[fifty pounds|MONEY], [31p|MONEY], [300 EUR|MONEY], [EUR 300|MONEY], [$3,500.00|MONEY], [€45|MONEY]
[£5-£10|MONEY] each, [£200–300|MONEY] or [£1.2m to £1.5m|MONEY]
[35 quid|MONEY], [two thousand pounds|MONEY], [fifty pence|MONEY], [US$400|MONEY]
a balance of [£1,234,567.89|MONEY] ([£ 12,000|MONEY] reserved)
cost [£450|MONEY] and [£0.5M|MONEY] net; from [£24|MONEY] to [£28|MONEY]
[12 million pounds|MONEY]
[£12.50|MONEY] per annum plus VAT
"""

PERCENTS = """
[12%|PERCENT], [3.9 per cent|PERCENT], [6¼%|PERCENT], [12.5 percent|PERCENT], [twelve per cent|PERCENT]
[5-10%|PERCENT], two thirds and half
"""

QUANTITIES = """
[12 metres|QUANTITY], [48 hours|QUANTITY], [six months|QUANTITY]' time, a [five year|QUANTITY] term
[an hour and a half|QUANTITY], [ten working days|QUANTITY], [30 mph|QUANTITY], [1h 30min|QUANTITY]
[71 decibels|QUANTITY], [45 dB|QUANTITY], [5.2 m|QUANTITY], [20mph|QUANTITY], [600 sq ft|QUANTITY]
12 trees, 40 people, the 25th anniversary, a week, an hour
[12-week|QUANTITY] consultation, [three-year|QUANTITY] plan, [28-day|QUANTITY] notice
[2 hours 51 minutes|QUANTITY], [1.5 hectares|QUANTITY], [two and a half years|QUANTITY]
[18 weeks|QUANTITY], [6-8 weeks|QUANTITY], [3 to 6 months|QUANTITY], [0.75 acres|QUANTITY]
[40 litres|QUANTITY], [7.5 tonnes|QUANTITY], [25 kg|QUANTITY], [12 kWh|QUANTITY], [500 GB|QUANTITY]
[50 m²|QUANTITY], [1,200 sqm|QUANTITY], [10 minutes|QUANTITY], [30 seconds|QUANTITY], [two fortnights|QUANTITY]
"""

VOTES = """
with [7 for, 2 against|VOTE]
with [7 in favour, 2 against and 1 abstention|VOTE]
[by 6 votes to 3|VOTE], [by six votes to three|VOTE], [by 9 votes to 0 with 2 abstentions|VOTE]
carried [nem. con.|VOTE], [nem con|VOTE], [unanimously|VOTE], it was [unanimous|VOTE]
[all in favour|VOTE]. [all were in favour|VOTE]; [all agreed|-]; agreed [by all|VOTE]
carried [5–1|VOTE], passed [4-0|VOTE], defeated [3-5|VOTE], was lost [2–7|VOTE], approved [12-0-1|VOTE]
agreed [by a majority|VOTE], [by a majority vote|VOTE], [by majority|VOTE]
Councillors voted [two to one|VOTE]
the amendment was lost [9 to 2|VOTE]
with [one against|VOTE]
agreed, [nobody against|VOTE]
[none against|VOTE]
there were [two abstentions|VOTE]
there were [no abstentions|VOTE]
[For: 7, Against: 3, Abstentions: 1|VOTE]
[For 7; Against 3; Abstain 1|VOTE]
[For – 7, Against – 3|VOTE]
was elected ([4 votes|VOTE]; R Tyson [1 vote|VOTE])
carried, lost, agreed, on a show of hands, by casting vote, with no objections
[7 votes for and 3 against|VOTE]
[7 voted for, 3 voted against|VOTE]
and [3 abstained|VOTE]
[seven voted in favour, two against and one abstained|VOTE]
by [unanimous|VOTE] consent; [unanimous|VOTE] agreement
[In favour: 10; Against: 2; Abstained: 0|VOTE]
[10 members voted in favour, with 2 against|VOTE]
the score was 3-1 and the team lost 2-0 at home
([7 for, 1 against|VOTE])
the count was [Ayes 5, Noes 2|VOTE]
carried on [7 votes to 4|VOTE]
[nine for, one against|VOTE]
[12 for and nil against|VOTE]
"""

REFERENCES = """
[22/01234/FUL|REFERENCE], [Minute 45|REFERENCE], [Minutes 4 to 9|REFERENCE], [Item 7|REFERENCE], [Annex B|REFERENCE]
[paragraphs 2|REFERENCE] and [5|REFERENCE]; [paragraphs 4.6|REFERENCE] and [7.31|REFERENCE]
[paragraphs 9.31 to 9.44|REFERENCE] and [items 5–7|REFERENCE]
[TPO 3/2001|REFERENCE], [#12|REFERENCE], [Issue #1117|REFERENCE], [PR #42|REFERENCE], [RFC 31|REFERENCE]
([paper 6b|REFERENCE]), [Paper HB/24/017|REFERENCE], [Enclosure C|REFERENCE], [Addendum 1|REFERENCE]
[Procedure Rule 9|REFERENCE], [Standing Order 14.2|REFERENCE], [condition 4|REFERENCE], [Policy H3|REFERENCE]
[Appendix A/1|REFERENCE] and [Appendices 1|REFERENCE] and [2|REFERENCE] or [Schedule 2|REFERENCE]
planning application [23/0456/HOU|REFERENCE]; application no. [P/2024/0031|REFERENCE]
Phase 2, version 3, stage 1, grade 5, WK51 3AB, lot 4
[Agenda Item 12|REFERENCE], [item 4(b)|REFERENCE], [Min. 24/118|REFERENCE], [Recommendation 3|REFERENCE]
[24/031|REFERENCE] Apologies
[Minute No. 61/21|REFERENCE] and [minute ref 118|REFERENCE]
charity no. [1098765|REFERENCE]
"""

LAWS = """
the [Localism Act 2011, s.27|LAW]; [section 7 of the Water Act 2014|LAW]
[Section 106|LAW] agreement; [S106|LAW] money; [Section 182|LAW] Guidance; [s.137|LAW] payment
[Regulation 5 of the Ponds and Lidos Act 2008 (Regulated Waters) Regulations 2014|LAW]
[Section 24-6-402 of the Open Ponds Law|LAW]; [House Bill 1212|LAW]
the [Ponds and Lidos (Wales) Measure 2011|LAW] and the [Lidos (Scotland) Act 1997|LAW]
[Schedule 12A to the Local Ponds Act 1972|LAW] and [Part 2 of Schedule 5 of the Ponds Act 1989|LAW]
the [Ponds Act 1989|LAW], the [Ponds Acts 1989 and 1992|LAW]
[paragraph 3 of Part 1 of Schedule 12A of the Local Ponds Act 1972|LAW]
the [Lidos Bill|LAW] and the [Ponds Regulations 2010|LAW]
the [Licensing Act|LAW] objectives
the Code of Conduct, the Complaints Policy, Standing Orders
[sections 100A(4) and 100B of the Local Ponds Act 1972|LAW]
[GDPR|-] and the [Equality of Ponds Act 2010|LAW]
[S.I. 2012/2089|LAW]
"""

TABLES = (DATES, TIMES, MONEY, PERCENTS, QUANTITIES, VOTES, REFERENCES, LAWS)


@pytest.mark.parametrize("line", [line for table in TABLES for line in table.split("\n") if line])
def test_values(line: str) -> None:
    """Every value is told with the bounds that it has in brackets, and nothing beside them."""
    text, expected = marked(line)
    assert [one for one in told(text) if one[0] in VALUES] == [one for one in expected if one[0] in VALUES]


@pytest.mark.parametrize(
    "piece",
    [
        "seven for, ",
        "7 votes ",
        "£5 to ",
        "10am to ",
        "6-8 ",
        "vote a 3, ",
        "Flat 3, ",
        "Friends of ",
        "Cllrs Amos (Chair), ",
        "Ó ",
    ],
)
def test_no_text_makes_what_is_told_slow(piece: str) -> None:
    """Ten times as much of the same costs no more than some ten times as much time."""
    start = time.perf_counter()
    told("Councillors vote 1 by all favour " + piece * (12_000 // len(piece)))
    assert time.perf_counter() - start < 1.5
