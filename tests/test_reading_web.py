"""Web pages of minutes: what stands beside the page's main part and belongs to the minutes is kept, the site's is not.

<header><h1>Quay Working Group</h1><h2>12 September 2023</h2></header>     title and date of the minutes
<div id="attendees">Present: …</div>                                        their attendance
<main>…</main>  <footer>© Quay Town Council</footer>                        the minutes; the site
"""

from __future__ import annotations

import pytest
from pdfs.drawn import compared, found, minutes_of

from compare.values import Minutes, Role

TITLE, DATE = "Quay Working Group teleconference", "12 September 2023"
PRESENT = ("Anders Holt", "Bryony Marsh", "Caspar Dunn", "Delia Frost")
REGRETS = "Edmund Vane"
TOPICS = (
    (
        "Harbour lights",
        ("Bryony: the lamps on the quay have been out since May.", "Caspar: they were ordered in June."),
    ),
    (
        "Mooring fees",
        ("Delia: the fees were last raised in 2019.", "RESOLUTION: That the fees be raised by £12 a year."),
    ),
    ("Next meeting", ("Anders: we meet again on 26 September.",)),
)
COPYRIGHT = "© 2023 Quay Town Council. All rights reserved."


def page(
    *,
    title: str = TITLE,
    date: str = DATE,
    present: tuple[str, ...] = PRESENT,
    chair: str = "Anders Holt",
    outer: str = "main",
    attendees: str = '<div id="attendees">',
    extra: str = "",
) -> bytes:
    """A page as the scribes of working groups make it: header, attendees, contents, the minutes, and who made it."""
    closing = f"</{attendees[1:].split(maxsplit=1)[0].rstrip('>')}>"
    topics = "".join(
        f'<section><h3 id="t{place}">{head}</h3>{"".join(f"<p>{line}</p>" for line in said)}</section>'
        for place, (head, said) in enumerate(TOPICS)
    )
    contents = "".join(f'<li><a href="#t{place}">{head}</a></li>' for place, (head, _) in enumerate(TOPICS))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} – {date}</title></head><body>'
        '<header><p><a href="https://example.org/"><img src="logo.png" alt="Quay"></a></p>'
        f"<h1>{title}</h1><h2>{date}</h2>"
        '<nav id="links"><a href="a.html">Agenda.</a> <a href="i.html">Chat log.</a></nav></header>'
        f'<div id="prelims">{attendees}<h2>Attendees</h2><dl class="intro"><dt>Present</dt>'
        f"<dd>{', '.join(present)}</dd><dt>Regrets</dt><dd>{REGRETS}</dd><dt>Chair</dt><dd>{chair}</dd>"
        f"<dt>Scribe</dt><dd>Bryony Marsh</dd></dl>{closing}"
        f'<nav id="toc"><h2>Contents</h2><ol>{contents}</ol></nav></div>'
        f'<{outer} id="meeting" class="meeting"><h2>Meeting minutes</h2>{topics}</{outer}>{extra}'
        "<address>Minutes made by hand, no script was used.</address></body></html>"
    ).encode()


def text_of(minutes: Minutes) -> str:
    """What of a page is minutes: no furniture."""
    text = minutes.document.text
    kept = [
        text[segment.start : segment.end]
        for segment, role in zip(minutes.segments, minutes.outline.roles, strict=True)
        if role is not Role.FURNITURE
    ]
    return " ".join(" ".join(kept).split())


@pytest.mark.parametrize("outer", ["main", "article", "div"])
@pytest.mark.parametrize("attendees", ['<div id="attendees">', '<div class="attendees">', "<section>"])
def test_title_date_and_attendance_beside_the_main_part_are_minutes(outer: str, attendees: str) -> None:
    """The title and date of the header and the attendees before the main part stand in the minutes."""
    minutes = minutes_of(page(outer=outer, attendees=attendees), "minutes.html")
    words = text_of(minutes)
    for wanted in (TITLE, DATE, *PRESENT, REGRETS, "Chair", *(head for head, _ in TOPICS)):
        assert wanted in words
    for _, said in TOPICS:
        for line in said:
            assert line in words
    assert minutes.outline.meeting_date == "2023-09-12"
    assert minutes.outline.title is not None
    assert "Quay Working Group" in minutes.outline.title


@pytest.mark.parametrize("outer", ["main", "article", "div"])
@pytest.mark.parametrize(
    ("changed", "draft", "final", "severity"),
    [
        ({"date": "19 September 2023"}, "12", "19", "critical"),
        ({"present": PRESENT[:3]}, "Delia Frost", "", "major"),
        ({"present": (*PRESENT[:3], "Delia Foster")}, "Frost", "Foster", "major"),
        ({"chair": "Caspar Dunn"}, "Anders Holt", "Caspar Dunn", "major"),
        ({"title": "Fish Working Group teleconference"}, "Quay", "Fish", "major"),
    ],
)
def test_a_change_in_what_stands_before_the_main_part_is_found(
    outer: str, changed: dict[str, object], draft: str, final: str, severity: str
) -> None:
    """Another date, title, chair or list of those present is found, and gravely."""
    findings = found(compared(page(outer=outer), page(outer=outer, **changed)))  # type: ignore[arg-type]
    assert findings
    assert findings[0].severity in {"critical", severity}
    assert draft in " ".join(one.draft for one in findings)
    assert final in " ".join(one.final for one in findings)


def test_a_page_agrees_with_its_text() -> None:
    """The page and a text of the same minutes have no finding."""
    lines = [TITLE, DATE, "Attendees", "Present", ", ".join(PRESENT), "Regrets", REGRETS, "Chair", "Anders Holt"]
    lines += ["Scribe", "Bryony Marsh", "Meeting minutes"]
    for head, said in TOPICS:
        lines += [head, *said]
    text = "\n\n".join(lines).encode()
    assert found(compared(page(), text)) == []
    assert found(compared(text, page())) == []


SITES = (
    f"<footer><p>{COPYRIGHT}</p></footer>",
    f"<div><p>{COPYRIGHT}</p></div>",
    f'<div class="site-info">{COPYRIGHT}</div>',
    f"<p>{COPYRIGHT}</p>",
    "<p>Copyright 2023 Quay Town Council</p>",
)


@pytest.mark.parametrize("outer", ["main", "article"])
@pytest.mark.parametrize("extra", SITES)
def test_the_sites_copyright_beside_the_minutes_is_no_part_of_them(outer: str, extra: str) -> None:
    """A line of copyright beside the main part or the article is the site's: not in the text, and never a finding."""
    minutes = minutes_of(page(outer=outer, extra=extra), "minutes.html")
    assert "Quay Town Council" not in text_of(minutes)
    assert found(compared(page(outer=outer), page(outer=outer, extra=extra))) == []
    other = extra.replace("2023", "2024")
    assert found(compared(page(outer=outer, extra=extra), page(outer=outer, extra=other))) == []


def article(*, copyright_line: str, decision: str = "RESOLVED: That the lease be granted.") -> bytes:
    """A post of a small council's site."""
    return (
        "<!DOCTYPE html><html><head><title>Minutes</title></head><body>"
        '<div id="masthead"><a href="/">Quay Town Council</a></div><nav><a href="/news">News</a></nav>'
        "<article><h1>Minutes of the meeting of the Council held on 5 September 2023</h1>"
        "<p>Present: Councillors Holt, Marsh and Dunn.</p><h2>1. Lease of the ferry</h2>"
        f"<p>The ferryman had asked for ten years.</p><p>{decision}</p><h2>2. Slipway</h2><p>The slipway was green.</p>"
        f"</article><div>{copyright_line}</div></body></html>"
    ).encode()


@pytest.mark.parametrize(
    "line", [COPYRIGHT, "© Quay Town Council 2023", "Copyright © 2021–2023 Quay Town Council", "&copy; QTC"]
)
def test_copyright_beside_an_article_is_no_part_of_the_minutes(line: str) -> None:
    """Beside an article, too, the copyright is the site's, whatever its wording."""
    minutes = minutes_of(article(copyright_line=line), "minutes.html")
    assert "©" not in text_of(minutes)
    assert "The slipway was green." in text_of(minutes)
    assert found(compared(article(copyright_line=line), article(copyright_line=""))) == []
    changed = article(copyright_line=line, decision="RESOLVED: That the lease be refused.")
    (one,) = found(compared(article(copyright_line=line), changed))
    assert (one.rule, one.draft, one.final) == ("decision.outcome", "granted", "refused")


def test_words_about_copyright_in_the_minutes_are_minutes() -> None:
    """A sentence about copyright inside the minutes stays, and is compared."""
    draft = article(copyright_line="", decision="The copyright of the map stays with the County: © Crown.")
    final = article(copyright_line="", decision="The copyright of the map stays with the Crown: © County.")
    assert "The copyright of the map" in text_of(minutes_of(draft, "minutes.html"))
    assert found(compared(draft, final))
