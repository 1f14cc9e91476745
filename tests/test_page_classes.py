"""Parts of minutes are read whatever their class is; page furniture must prove itself."""

from __future__ import annotations

import pytest

from compare.read.document import document_from_bytes

_BODY = (
    "<h2>1. Hall</h2><p>The Chair spoke of the roof and of the long winter that had gone before it.</p>"
    "<p>The clerk wrote to the builder about the slates and nothing was heard from him.</p>"
)
_TITLE = "<h1>Minutes of the Ashcombe Trust</h1>"
_AROUND = ("{}", "<main>{}</main>", "<div id='content'>{}</div>", "<article>{}</article>")
_KEPT = (
    (f"<div class='header'>{_TITLE}</div>{_BODY}", "Minutes of the Ashcombe Trust"),
    (
        f"<div class='page-header'><h1><a href='/meetings/7'>Minutes of the Ashcombe Trust</a></h1></div>{_BODY}",
        "Minutes of the Ashcombe Trust",
    ),
    (f"<div class='site-header'>{_TITLE}<p>Held on 12 March 2025</p></div>{_BODY}", "12 March 2025"),
    (f"<div class='masthead'>{_TITLE}<p>Held on 12 March 2025</p></div>{_BODY}", "12 March 2025"),
    (f"{_BODY}<div class='footer'><p>Total: £4,500</p></div>", "£4,500"),
    (
        f"{_BODY}<table><tr><td>Ink</td><td>£5</td></tr><tr class='footer'><td>Total</td><td>£4,500</td></tr></table>",
        "£4,500",
    ),
    (f"{_BODY}<div class='comments'><p>Mrs Orr asked that her vote against be recorded.</p></div>", "her vote against"),
    (f"{_BODY}<table><tr><td>Ann Orr</td><td class='comments'>Voted against</td></tr></table>", "Voted against"),
    (f"<div class='sidebar'><h3>Present</h3><p>Ann Orr, Tom Odell</p></div>{_BODY}", "Tom Odell"),
    (f"{_BODY}<p class='byline'>Signed: Ann Orr, Chair</p>", "Ann Orr"),
    (f"{_BODY}<div class='feedback'><p>Residents said that the road was unsafe.</p></div>", "the road was unsafe"),
    (f"{_BODY}<div class='related-decisions'><p>Resolved: That the grant be £500.</p></div>", "£500"),
    (f"{_BODY}<div class='actions'><p>Ann Orr to write to the mason.</p></div>", "to the mason"),
)
_CUT = (
    (f"{_BODY}<div class='footer'><p>© 2025 Ashcombe Council, Town Hall. All rights reserved.</p></div>", "Town Hall"),
    (
        f"{_BODY}<div class='site-footer'><a href='/'>Home</a> <a href='/p'>Privacy</a> <a href='/c'>Contact</a></div>",
        "Contact",
    ),
    (f"{_BODY}<div class='comments'><h3>Leave a reply</h3><form><textarea></textarea></form></div>", "Leave a reply"),
    (f"{_BODY}<div class='sidebar'><a href='/a'>Agendas</a> <a href='/b'>Bins</a></div>", "Bins"),
    (f"{_BODY}<p class='byline'>Posted on 14 March by the web team</p>", "web team"),
    (f"{_BODY}<div class='related'><p>Related pages: parking, bins and trees</p></div>", "parking"),
    (f"<div class='cookie-banner'><p>We use cookies to make this site better.</p></div>{_BODY}", "cookies"),
    (f"<div class='breadcrumb'><a href='/'>Home</a> <a href='/m'>Meetings</a></div>{_BODY}", "Meetings"),
    (f"<div class='site-header'><h1><a href='/'>Ashcombe Council</a></h1></div>{_BODY}", "Ashcombe Council"),
    (f"{_BODY}<div class='share-links'>Tell your friends</div>", "friends"),
)


def _text(body: str) -> str:
    page = f"<!doctype html><html><head><title>Minutes</title></head><body>{body}</body></html>"
    return document_from_bytes(page.encode(), "page.html").text


@pytest.mark.parametrize("around", _AROUND)
@pytest.mark.parametrize(("body", "words"), _KEPT)
def test_parts_of_minutes_are_kept(around: str, body: str, words: str) -> None:
    """A title, a total, a column or a paragraph is no menu because its class is "header", "footer" or "comments"."""
    assert words in _text(around.format(body))


@pytest.mark.parametrize("around", _AROUND)
@pytest.mark.parametrize(("body", "words"), _CUT)
def test_what_proves_to_be_furniture_is_cut(around: str, body: str, words: str) -> None:
    """Links, a form, or words that no minutes have show that an element of such a class is furniture."""
    assert words not in _text(around.format(body))
