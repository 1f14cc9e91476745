"""The documents of this folder, as parts: minutes of a council, a parish and a school that do not exist."""

from __future__ import annotations

from pdfs.flat import Columns, Par, Printed, Sheet, Table

_FLOOD = (
    Par("Councillor Harrowgate asked whether the drains in Mill Lane had been cleared before the winter, since the "
        "gardens of numbers 4 to 18 had stood under water on three occasions between October and January. The "
        "Drainage Engineer replied that the gullies had been emptied in September, but that the culvert under the "
        "railway belonged to another authority, with which correspondence had been going on since the summer."),
    Par("Members were reminded that the decision-making powers in this matter had been delegated to the "
        "sub-committee in 2019-20, and that a well-being assessment was still outstanding. It was noted that the "
        "recommendations of the independent inspector, which had been circulated with the agenda, would be "
        "considered at the meeting on the 20^th^ of October; the inspector’s re-examination of the figures had "
        "confirmed the earlier estimate of £12,400 for the first phase of the works."),
    Par("In answer to a further question, the Engineer explained that the contractor had offered a fixed price "
        "until the end of the financial year, that the first phase could be finished within six weeks, and that "
        "residents would be told of any closure of the footpath at least fourteen days beforehand."),
)  # fmt: skip

_LIBRARY = (
    Par("The Head of Culture presented the report on the future of the branch library at Nether Combe. Visits had "
        "risen from 14,210 to 15,987 in the year, while the opening hours had remained at twenty-two hours a week. "
        "Volunteers had kept the reading room open on Saturdays, for which the Chair expressed the thanks of the "
        "Committee. A petition with 412 signatures asked that the mobile service to the outlying farms be kept."),
    Par("Members expressed the following views:"),
    Par("the reading room should not be given up before another place for it had been found;", "bullet", "•"),
    Par("the mobile service was of particular importance to those who could no longer drive, and its timetable "
        "should be printed in the parish magazines;", "bullet", "•"),
    Par("the shelving could be had second-hand.", "bullet", "•"),
)  # fmt: skip

COMMITTEE = Printed(
    Sheet(
        head="ENVIRONMENT AND CULTURE COMMITTEE - 14/09/23",
        first_head="",
        foot="Page {page} of {pages}",
        is_hyphenated=True,
    ),
    (
        Par("Environment and Culture Committee", "title"),
        Par("Minutes of the meeting held on Thursday, 14^th^ September 2023 at 6.30 pm", "centred"),
        Par("**Present:** Councillors Harrowgate (Chair), Ashdown, Birchall, Cresswell, Dunmore, Eastwood and "
            "Fairley."),
        Par("Apologies for absence were received from Councillors Garside and Holloway."),
        Par("**DECLARATIONS OF INTEREST**", "heading", "21."),
        Par("There were none."),
        Par("**FLOODING IN MILL LANE**", "heading", "22."),
        *_FLOOD,
        Par("**Resolved:**"),
        Par("That the report be noted and the Drainage Engineer be thanked for it.", "numbered", "1."),
        Par("That the following be asked to attend the next meeting, in order that the responsibilities for the "
            "culvert be established without further delay:", "numbered", "2."),
        Par("a representative of the railway; and", "nested", "(a)"),
        Par("a representative of the county, provided that the notice which its standing orders demand of those "
            "who invite its officers can still be given.", "nested", "(b)"),
        Par("That a grant of £4,000 be paid to the residents’ association.[^Minute 17 of the meeting of 6 July 2023 "
            "refers.]", "numbered", "3."),
        Par("**BRANCH LIBRARY, NETHER COMBE**", "heading", "23."),
        *_LIBRARY,
        Par("The Chair read from a letter of the parish council, which had been received on the day before:"),
        Par("We have heard with some concern that the hours are to be cut again. The library is the only public "
            "room in the village that is heated through the week, and it is used by the school, by the toddler group "
            "and by the surgery’s visiting nurse.[^The letter is in the minute book.] We ask that nothing be decided "
            "until these have been heard.", "quote"),
        Par("**Resolved:** That ~~the hours be reduced to eighteen~~ __the hours remain as they are__ until the "
            "consultation has been completed, and that the petition be answered."),
        Par("**ANY OTHER BUSINESS**", "heading", "24."),
        Par("The Clerk reported that the contract for the grounds had been renewed. The meeting closed at 8.15 pm."),
    ),
)  # fmt: skip

_ELECTION = (
    "Cllr Ashdown was proposed by Cllr Cresswell, seconded by Cllr Eastwood, and elected without a contest. He signed "
    "the declaration of acceptance of office."
)
_PLAY = (
    "The inspector had found the gate to be worn. Two quotations had been asked for, of which one had come in. It was "
    "agreed that the work be done before the holidays, within a limit of £350, and that the slide be looked at by the "
    "same firm while it was on the site."
)
_SHELTER = (
    "The county had written that the shelter would be replaced in the autumn. Members doubted whether the new one "
    "would be as large as the old, and asked the Clerk to find out, before anything was taken down, what its "
    "measurements were to be."
)

PARISH = Printed(
    Sheet(
        head="Nether Combe Parish Council\t14 May 2024",
        foot="{page}",
        font="Liberation Sans",
        size=10.5,
        is_justified=False,
    ),
    (
        Par("**Minutes of the Annual Meeting of the Parish Council**", "centred"),
        Par("held in the Village Hall on Tuesday 14 May 2024", "centred"),
        Table(
            (
                ("Name", "Ward", "Present"),
                ("Cllr J Ashdown (Chair)", "North", "Yes"),
                ("Cllr P Birchall", "North", "Apologies"),
                ("Cllr M Cresswell", "South", "Yes, from item 3"),
                ("Mrs T Dunmore", "", "Clerk"),
            ),
            (6, 3, 4),
        ),
        Par(""),
        Table(
            (
                ("1", ("Election of Chair", _ELECTION), ""),
                ("2", ("Apologies", "Cllr Birchall sent apologies, which were accepted."), ""),
                ("3", ("Play area", _PLAY, "The swings had been painted by volunteers."), "TD"),
                ("4", ("Bus shelter", _SHELTER), "TD / JA"),
                ("5", ("Accounts", "The accounts for the year were received, and the following payments made."), ""),
            ),
            (1, 10, 2),
        ),
        Par(""),
        Table(
            (
                ("Payee", "For", "£"),
                ("Combe Garden Services", "Grass, April", "310.00"),
                ("T Dunmore", "Salary and expenses", "642.18"),
                ("Village Hall", "Hire of the small room for the surgery on four mornings", "48.00"),
            ),
            (5, 6, 2),
            heads=1,
        ),
        Par(""),
        Par("Present:\tthe Chair, the Clerk and two members of the public"),
        Par("Mover: Cllr Eastwood\tSeconder: Cllr Cresswell"),
        Par("Members of the public spoke about the hedge at the corner of Church Road, which hides the sign, and "
            "about dogs on the playing field. The Clerk was asked to write to the owner of the hedge and to have "
            "two more signs put up at the gates of the field."),
        Columns((
            "Cllr J Ashdown", "Cllr M Cresswell", "Cllr R Eastwood",
            "Cllr P Birchall", "Cllr S Fairley", "Mrs T Dunmore",
        )),
        Par("The next meeting will be held on 11 June 2024."),
        Par("Signed ........................................ Chair\tDate ...................."),
    ),
)  # fmt: skip

SCHOOL = Printed(
    Sheet(
        head="Combe Hill School",
        left_head="Governing Body",
        foot="({page}D)",
        font="Carlito",
        gap=0.0,
        is_justified=False,
        height=15.0,
    ),
    (
        Par("**Governing Body, 3 March 2024**"),
        Par(""),
        _FLOOD[0],
        Par(""),
        _FLOOD[1],
        Par(""),
        _FLOOD[2],
        Par(""),
        Par("**Finance**"),
        *_LIBRARY[:1],
        Par("A surplus is expected."),
        Par("It will be put by."),
    ),
)

DOCUMENTS = {"committee": COMMITTEE, "parish": PARISH, "school": SCHOOL}
