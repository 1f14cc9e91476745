"""Minutes made up for tests: texts with the shapes of real ones, and Hypothesis strategies over them."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = (
    "The Chair welcomed members and thanked officers for their work.",
    "Councillor Amory asked whether the lease of the mill could be extended.",
    "It was noted that the grant of £14,000 had been received on 3 May 2023.",
    "Officers explained that the survey had not been completed in time.",
    "Members did not support the closure of the footbridge.",
    "The Clerk would write to the County Council about the verges.",
    "A resident's letter about parking on Hollow Lane was read out.",
    "Councillor B. Quill left the meeting at 8.15 pm.",
    "The accounts showed a balance of £2,310.55 at the end of March.",
    "Concern was expressed over the state of the children's playground.",
    "The working group's report (Appendix A) was received.",
    "There were seven objections to application 23/0417/FUL.",
)
TITLES = (
    "APOLOGIES FOR ABSENCE",
    "DECLARATIONS OF INTEREST",
    "MINUTES OF THE LAST MEETING",
    "PLANNING APPLICATIONS",
    "FINANCE REPORT",
    "HIGHWAYS AND FOOTPATHS",
    "URGENT BUSINESS",
    "DATE OF NEXT MEETING",
)
DECISIONS = (
    "Resolved: - That the report be noted.",
    "RESOLVED that the payment of £310 be approved.",
    "Resolved:\n\n1. That the scheme be deferred.\n2. That officers report back by 31 March 2024.",
)
FRONT = (
    "ASHWELL TOWN COUNCIL\n\nTuesday 9 May 2023\n\nPresent: Councillors Amory (in the Chair), B. Quill, Voss and Tran."
)

paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


@st.composite
def items(draw: st.DrawFn) -> list[str]:
    """Three to six items, each a heading's title and its body."""
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=3, max_size=6, unique=True))
    bodies = []
    for title in titles:
        body = draw(st.lists(paragraphs, min_size=1, max_size=3))
        decision = draw(st.sampled_from((None, *DECISIONS)))
        bodies.append("\n\n".join([title, *body, *([decision] if decision else [])]))
    return bodies


def write_minutes(bodies: list[str], first: int = 23) -> str:
    """Numbered minutes with a front page, one blank line between paragraphs."""
    numbered = [f"{number}. {body}" for number, body in enumerate(bodies, first)]
    return "\n\n".join([FRONT, *numbered]) + "\n"


minutes = items().map(write_minutes)


@st.composite
def word_edits(draw: st.DrawFn, text: str) -> str:
    """The text with up to six words changed, dropped or doubled."""
    words = text.split(" ")
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(words) - 1))
        change = draw(st.sampled_from(["drop", "double", "not", "swap", "figure"]))
        words[place] = {
            "drop": "",
            "double": f"{words[place]} {words[place]}",
            "not": f"{words[place]} not",
            "swap": words[draw(st.integers(0, len(words) - 1))],
            "figure": "17",
        }[change]
    return " ".join(words)


@st.composite
def changed_minutes(draw: st.DrawFn) -> tuple[str, str]:
    """Minutes, and the same with items dropped, exchanged or added and words changed."""
    bodies = draw(items())
    after = list(bodies)
    change = draw(st.sampled_from(["none", "drop", "exchange", "add", "paragraph"]))
    if change == "drop":
        after.pop(draw(st.integers(0, len(after) - 1)))
    elif change == "exchange":
        after[0], after[-1] = after[-1], after[0]
    elif change == "add":
        after.insert(draw(st.integers(0, len(after))), "A NEW MATTER\n\n" + draw(paragraphs))
    elif change == "paragraph":
        place = draw(st.integers(0, len(after) - 1))
        after[place] = after[place] + "\n\n" + draw(paragraphs)
    return write_minutes(bodies), draw(word_edits(write_minutes(after)))


_TYPOGRAPHY = {
    "curly": lambda text: text.replace("'", "\u2019"),
    "nbsp": lambda text: text.replace(". ", ".\u00a0 "),
    "double spaces": lambda text: text.replace(". ", ".  "),
    "dashes": lambda text: text.replace(" - ", " \u2013 "),
    "bold": lambda text: text.replace("Resolved:", "**Resolved:**"),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "heading case": lambda text: "\n".join(
        line.title() if line[:3].rstrip(".").isdigit() and line.isupper() else line for line in text.split("\n")
    ),
}


@st.composite
def typography(draw: st.DrawFn, text: str) -> str:
    """The text with some of its typography changed and none of its words."""
    for name in draw(st.lists(st.sampled_from(sorted(_TYPOGRAPHY)), unique=True)):
        text = _TYPOGRAPHY[name](text)
    return text
