"""Dates, times, sums, measures, votes, laws and references in the ways that many bodies write them."""

from __future__ import annotations

import time

import pytest

from tests.marked_text import found_in, marked

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
The 2nd motion fell; the 25th anniversary; 3rd party claims; on the 5th floor
in [March|DATE], since last [March|DATE] and until the end of [June 2026|DATE]
before Christmas, in the autumn, next week, last year
the [1990s|DATE]
May I ask? They may march. Mark May be heard
[Q2 2025|DATE] and [Q3|DATE] results
[Wed 1 Oct|DATE], [Thurs 11th Jan 2024|DATE], [Fri 27 Sept|DATE]
from [1st April 2024|DATE] to [31st March 2025|DATE]
[4th March 2025|DATE] (moved from [25 February|DATE])
between [1 and 15 June|DATE]
[30 June|DATE] and [7 July 2025|DATE]
"""

TIMES = """
at [7.30pm|TIME], [7.30 p.m.|TIME], [7:30 PM|TIME], [19:30|TIME], [1930 hours|TIME], [19.30hrs|TIME]
between [10 am|TIME] and [noon|TIME]
The meeting closed at [9.05|TIME] and opened at [7.00|TIME]
a ratio of 9.44 or 3.5 or [12.30%|PERCENT]
this evening, tonight, half the members
start: [2 pm|TIME]; end: [3:45 pm|TIME]
The meeting adjourned at [16.05|TIME]. The share opened [16.05%|PERCENT] up.
"""

MONEY = """
of [£1,250.00|MONEY], [£2.5m|MONEY], [£2.5 million|MONEY], [£40k|MONEY], [£3bn|MONEY]
[fifty pounds|MONEY], [31p|MONEY], [300 EUR|MONEY], [EUR 300|MONEY], [$3,500.00|MONEY], [€45|MONEY]
a balance of [£1,234,567.89|MONEY] ([£ 12,000|MONEY] reserved)
cost [£450|MONEY] and [£0.5M|MONEY] net; from [£24|MONEY] to [£28|MONEY]
[12 million pounds|MONEY]
"""

PERCENTS = """

"""

QUANTITIES = """
[12 metres|QUANTITY], [48 hours|QUANTITY], [six months|QUANTITY]' time, a [five year|QUANTITY] term
[71 decibels|QUANTITY], [45 dB|QUANTITY], [5.2 m|QUANTITY], [20mph|QUANTITY], [600 sq ft|QUANTITY]
[12-week|QUANTITY] consultation, [three-year|QUANTITY] plan, [28-day|QUANTITY] notice
[40 litres|QUANTITY], [7.5 tonnes|QUANTITY], [25 kg|QUANTITY], [12 kWh|QUANTITY], [500 GB|QUANTITY]
[50 m²|QUANTITY], [1,200 sqm|QUANTITY], [10 minutes|QUANTITY], [30 seconds|QUANTITY], [two fortnights|QUANTITY]
"""

VOTES = """
with [7 for, 2 against|VOTE]
with [7 in favour, 2 against and 1 abstention|VOTE]
carried [nem. con.|VOTE], [nem con|VOTE], [unanimously|VOTE], it was [unanimous|VOTE]
with [one against|VOTE]
there were [two abstentions|VOTE]
[For: 7, Against: 3, Abstentions: 1|VOTE]
[For – 7, Against – 3|VOTE]
carried, lost, agreed, on a show of hands, by casting vote, with no objections
[7 votes for and 3 against|VOTE]
[7 voted for, 3 voted against|VOTE]
and [3 abstained|VOTE]
[seven voted in favour, two against and one abstained|VOTE]
by [unanimous|VOTE] consent; [unanimous|VOTE] agreement
the score was 3-1 and the team lost 2-0 at home
([7 for, 1 against|VOTE])
carried on [7 votes to 4|VOTE]
[nine for, one against|VOTE]
[12 for and nil against|VOTE]
carried [5–1|VOTE], passed [4-0|VOTE], defeated [3-5|VOTE], approved [12-0-1|VOTE], motion carries ([6:0:1|VOTE])
the motion was lost [2–7|VOTE]; the vote was [6/0/1|VOTE], the amendment fell by [3-4|VOTE], a vote of [9-2|VOTE]
the team lost 2-1, the lease was won by 3-1, the result was 4-2, room 4-2-1, from 6-8 pages
the plan was approved [6/3/24|DATE], adopted [4/2025|REFERENCE]
passed [7:30|TIME], passed 5-7 Mill Lane, voted in [2020-21|DATE]
[For 7; Against 3; Abstain 1|VOTE] and [In favour: 10; Against: 2; Abstained: 0|VOTE]
the count was [Ayes 5, Noes 2|VOTE] or [Ayes: five Nays: two|VOTE] or [Yeas: 9; Nays: 1; Absent: 2|VOTE]
Result: [Yes 6, No 1, Abstained 2|VOTE], then [Yes = 11, No = 4, blank = 1|VOTE], [8 yes, 1 no|VOTE]
[8 in favor, 1 opposed, 0 abstained|VOTE], [In favour: 6 Opposed: 1|VOTE]
for [6 weeks|QUANTITY], [no 3|REFERENCE] of them; yes: [4 people|QUANTITY], no longer; in favour of 3 schemes
opposed 2 bids; for [2024|DATE], against [2023|DATE]
"""

REFERENCES = """
([paper 6b|REFERENCE]), [Paper HB/24/017|REFERENCE], [Enclosure C|REFERENCE], [Addendum 1|REFERENCE]
[Procedure Rule 9|REFERENCE], [Standing Order 14.2|REFERENCE], [condition 4|REFERENCE], [Policy H3|REFERENCE]
[Agenda Item 12|REFERENCE], [item 4(b)|REFERENCE], [Min. 24/118|REFERENCE], [Recommendation 3|REFERENCE]
[24/031|REFERENCE] Apologies
[Minute No. 61/21|REFERENCE] and [minute ref 118|REFERENCE]
"""

LAWS = """
the [Ponds and Lidos (Wales) Measure 2011|LAW] and the [Lidos (Scotland) Act 1997|LAW]
[Schedule 12A to the Local Ponds Act 1972|LAW] and [Part 2 of Schedule 5 of the Ponds Act 1989|LAW]
[paragraph 3 of Part 1 of Schedule 12A of the Local Ponds Act 1972|LAW]
the [Lidos Bill|LAW] and the [Ponds Regulations 2010|LAW]
the [Licensing Act|LAW] objectives
the Code of Conduct, the Complaints Policy, Standing Orders
[sections 100A(4) and 100B of the Local Ponds Act 1972|LAW]
[S.I. 2012/2089|LAW]
"""

# Lines in which the rules are given other entities than a reader would mark: a body's kind alone, a plain noun, a word
# too few, another label, or nothing. What that costs is measured in tests/bench and said in models/README.md.
OTHERWISE = """
by the 3rd or the 21st, not the 3rd reading
every [Monday|DATE], on Tuesdays and Wednesdays
the first [Monday|DATE] of the month; the last [Thursday|DATE]; the second [Tuesday|DATE] in [May|DATE]
the [2024/25|DATE] budget, [2024-25|DATE], [2024–2025|DATE] and [FY|ORG] [2025/26|DATE]
the [Plan 2018–2033|REFERENCE] and [2031|DATE]; since [1998|DATE]
in Spring [2025|DATE], autumn [2024|DATE], Michaelmas [2023|DATE] and Easter [2025|DATE]
the [April|DATE] [Board|BODY] agenda and the [May 2025|DATE] [Council|BODY] meeting
[2000 homes|QUANTITY] and [1998 residents|QUANTITY]
the data by [Friday|DATE] 22nd; we met last [Friday|DATE]; from mid-week until mid-[April|DATE]
Signed and dated [10.7.24|DATE]; landing this by Wed or Thu
Dydd Mercher, 9 Mehefin [2024|DATE] and 9 Mehefin
from [6.30|TIME]–[8pm|TIME] and 6–[8pm|TIME] and [10am|TIME] to [5pm|TIME]
open [9am|TIME]-[5pm|TIME], [10.00am|TIME] – [12 noon|TIME], [09:00|TIME]-[17:00|TIME], [10 am|TIME] to [noon|TIME]
at half past five, quarter to seven, ten past nine or until five to two
at nine o'clock, [9 o'clock|TIME] and twelve [noon|TIME]
at [14:00|TIME] UTC, [9:00 AM|TIME] PST, 16.00 GMT, [4pm|TIME] BST
came out at [7:15|TIME], 12 [midday|TIME], [midnight|TIME]
virtually on [3 June 2024|DATE], 16.00
on [Monday 3 June|DATE] at [18.30|TIME] – [20.15|TIME]
12.15 to [1.30 p.m.|TIME]
kept free from 0600 to 0930; at 8amPT
[£5|MONEY]-[£10|MONEY] each, [£200|MONEY]–300 or [£1.2m|MONEY] to [£1.5m|MONEY]
[35 quid|MONEY], [two thousand pounds|MONEY], [fifty pence|MONEY], US[$400|MONEY]
[£12.50|MONEY] per annum plus [VAT|ORG]
[12%|PERCENT], [3.9 per cent|PERCENT], 6¼%, [12.5 percent|PERCENT], [twelve per cent|PERCENT]
5-[10%|PERCENT], two thirds and half
an hour and a half, [ten working days|QUANTITY], [30 mph|QUANTITY], 1h 30min
12 trees, [40 people|QUANTITY], the 25th anniversary, a week, an hour
[2 hours|QUANTITY] [51 minutes|QUANTITY], [1.5 hectares|QUANTITY], two and a half years
[18 weeks|QUANTITY], 6-[8 weeks|QUANTITY], 3 to [6 months|QUANTITY], [0.75 acres|QUANTITY]
by [6 votes to 3|VOTE], by [six votes to three|VOTE], by [9 votes to 0 with 2 abstentions|VOTE]
all in favour. all were in favour; all agreed; agreed by all
was lost 2–7
agreed by a majority, by a majority vote, by majority
Councillors voted two to one
the amendment was lost 9 to 2
agreed, nobody against
none against
there were no abstentions
was elected (4 votes; [R Tyson|PERSON] 1 vote)
[10 members voted in favour, with 2 against|VOTE]
[22/01234/FUL|REFERENCE], [Minute 45|REFERENCE], [Minutes 4 to 9|REFERENCE], [Item 7|REFERENCE], [Annex B|REFERENCE]
[paragraphs 2|REFERENCE] and 5; [paragraphs 4.6|REFERENCE] and [7.31|TIME]
[paragraphs 9.31 to 9.44|REFERENCE] and [items 5–7|REFERENCE]
[TPO|ORG] [3/2001|REFERENCE], #12, Issue #1117, [PR|ORG] #42, [RFC 31|REFERENCE]
[Appendix A/1|REFERENCE] and [Appendices 1|REFERENCE] and 2 or [Schedule 2|REFERENCE]
[planning application 23/0456/HOU|REFERENCE]; [application no. P/2024/0031|REFERENCE]
[Phase 2|REFERENCE], [version 3|REFERENCE], [stage 1|REFERENCE], [grade 5|REFERENCE]
[WK51|REFERENCE] [3AB|REFERENCE], [lot 4|REFERENCE]
[charity no. 1098765|REFERENCE]
the [Localism Act 2011|LAW], [s.27|REFERENCE]; [section 7 of the Water Act 2014|LAW]
[Section 106|REFERENCE] agreement; [S106|REFERENCE] money; [Section 182|REFERENCE] Guidance; [s.137|REFERENCE] payment
[Regulation 5 of the Ponds and Lidos Act 2008|LAW] (Regulated Waters) [Regulations 2014|LAW]
[Section 24-6-402 of the Open Ponds Law|LAW]; [House Bill|LAW] 1212
the [Ponds Act 1989|LAW], the [Ponds Acts 1989|LAW] and [1992|DATE]
[GDPR|ORG] and the [Equality of Ponds Act 2010|LAW]
"""

TABLES = (DATES, TIMES, MONEY, PERCENTS, QUANTITIES, VOTES, REFERENCES, LAWS, OTHERWISE)


@pytest.mark.parametrize("line", [line for table in TABLES for line in table.split("\n") if line])
def test_values(line: str) -> None:
    """Every value is found with the bounds that it has in brackets, and nothing beside them."""
    text, expected = marked(line)
    assert [one for one in found_in(text) if one[0] in VALUES] == [one for one in expected if one[0] in VALUES]


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
def test_no_text_makes_the_patterns_slow(piece: str) -> None:
    """Ten times as much of the same costs no more than some ten times as much time."""
    start = time.perf_counter()
    found_in("Councillors vote 1 by all favour " + piece * (12_000 // len(piece)))
    assert time.perf_counter() - start < 1.5
