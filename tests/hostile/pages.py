"""Hostile and broken web pages and web archives.

<div><div><div> … 100,000 times              <table> and <ol> likewise
<ol start=999999999999 type=i>               <td colspan=1000000000>
<?xml …?><!DOCTYPE html [<!ENTITY …]>        the laughs of XHTML
<meta charset="utf-7">                       +ADw-script+AD4-
--x … --x … --x                              archives in archives in archives
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial

from hostile.case import Case, Trap, lazy
from hostile.markup import DECLARED, nested

SENTENCE = "Resolved: That the rents of Thornby be kept."
SHOWN = "Thornby"


def made(body: str, head: str = "") -> bytes:
    """A page with this body."""
    start = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head>'
    return f"{start}<body><p>{SENTENCE}</p>{body}</body></html>".encode()


def _read(file: str, make: Callable[[], bytes], *shows: str) -> Case:
    return Case(file, lazy(make), shows=(SHOWN, *shows))


def _refused(file: str, make: Callable[[], bytes], words: str) -> Case:
    return Case(file, lazy(make), refused=words)


def _either(file: str, make: Callable[[], bytes]) -> Case:
    return Case(file, lazy(make), may_be_refused=True)


def _xhtml(attack: str, trap: Trap) -> bytes:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{SENTENCE}</p><p>&x;&x;</p></body></html>'
    return f'<?xml version="1.0"?><!DOCTYPE html {DECLARED[attack](trap)}>{page}'.encode()


def _reaching(trap: Trap) -> bytes:
    addresses = (trap.secret.as_uri(), f"{trap.address}page")
    return made(
        "".join(
            f'<img src="{to}"><iframe src="{to}"></iframe><object data="{to}"></object><embed src="{to}">'
            f'<script src="{to}"></script><link rel="stylesheet" href="{to}"><style>@import "{to}";</style>'
            f'<video src="{to}"></video>'
            for to in addresses
        ),
        f'<base href="{trap.address}"><meta http-equiv="refresh" content="0;url={trap.address}">',
    )


def _flood_of_rules(count: int) -> bytes:
    """Rules for one class, and elements that all have it and are each looked up anew."""
    rules = "".join(f".a.b{place}{{font-weight:bold}}" for place in range(400))
    elements = "".join(f'<p class="a b{place}" id="x{place}">word</p>' for place in range(count))
    return made(elements, f"<style>{rules}</style>")


def _notes_to_one(count: int) -> bytes:
    """Links that may all lead to one note, in which all that may lead back is looked for."""
    links = '<a href="#n">1</a> ' * count
    return made(f"<p>{links}</p><div id=n>{'<b></b>' * count}note</div>")


def _menus_with_one_file(depth: int, count: int) -> bytes:
    links = '<a href="/x">link word</a> ' * count
    return made(nested(f"<div>{links}", "</div>", depth, '<a href="a.pdf">a file</a>'))


def _utf_7() -> bytes:
    return (
        b'<html><head><meta charset="utf-7"></head><body><p>'
        + SENTENCE.encode()
        + b"</p>+ADw-script+AD4-alert+ADw-/script+AD4-</body></html>"
    )


def _charset(label: str) -> bytes:
    return f'<html><head><meta charset="{label}"></head><body><p>{SENTENCE} \x92\x81</p></body></html>'.encode(
        "latin-1"
    )


def _frames(trap: Trap) -> bytes:
    frames = "".join(f'<frame src="{address}">' for address in (f"{trap.address}a", trap.secret.as_uri()))
    return f'<html><frameset cols="20%,80%">{frames}</frameset></html>'.encode()


# Web archives.


def archive(*pages: tuple[str, bytes], head: str = "", boundary: str = "x") -> bytes:
    """A web archive of pages, each with the head of its part."""
    body = b"".join(f"--{boundary}\r\n{declared}\r\n\r\n".encode() + page + b"\r\n" for declared, page in pages)
    first = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{boundary}"{head}\r\n\r\n'
    return first.encode() + body + f"--{boundary}--\r\n".encode()


_PAGE = "Content-Type: text/html; charset=utf-8"
_BASE64 = f"{_PAGE}\r\nContent-Transfer-Encoding: base64"
_QUOTED = f"{_PAGE}\r\nContent-Transfer-Encoding: quoted-printable"


def _archives_in_archives(depth: int) -> bytes:
    inner = made("")
    declared = _PAGE
    for place in range(depth):
        whole = archive((declared, inner), boundary=f"b{place}")
        declared, inner = f'Content-Type: multipart/related; boundary="b{place}"', whole.partition(b"\r\n\r\n")[2]
    return b"MIME-Version: 1.0\r\n" + declared.encode() + b"\r\n\r\n" + inner


def _same_boundary(count: int) -> bytes:
    declared = 'Content-Type: multipart/related; boundary="x"'
    return archive((_PAGE, made("")), *((declared, b"nothing") for _ in range(count)))


_CUT_ROWS = "<tr><td>Ashby<td colspan=1000000000 rowspan=1000000000>Present"

_PAGES = (
    *(
        _read(f"deep-{name}.html", partial(made, nested(opening, closing, 20_000, "Deep down.")), "Deep down")
        for name, opening, closing in (
            ("divisions", "<div>", "</div>"),
            ("tables", "<table><tr><td>", "</td></tr></table>"),
            ("lists", "<ol><li>", "</li></ol>"),
            ("emphasis", "<b>", "</b>"),
        )
    ),
    _read("divisions-not-closed.html", lambda: made("<div>" * 30_000 + "Deep down."), "Deep down"),
    _read("closed-more-than-open.html", lambda: made("</div>" * 500_000 + "Behind."), "Behind"),
    _read("100000-attributes.html", lambda: made("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">Words.</p>")),
    _either("12000-attributes.html", lambda: made('<p class="a" id="b" title="c">x</p>' * 4_000)),
    _either("40000-elements.html", lambda: made("<i>x</i>" * 40_000)),
    _refused("500000-elements.html", lambda: made("<i></i>" * 500_000), "more than 400,000 elements"),
    _refused(
        "30-mb-of-markup.html",
        lambda: made("<p>The Chair agreed with it.\n" * 1_100_000),
        "million characters of markup",
    ),
    _either("50-mb-of-pictures.html", lambda: made(f'<img src="data:image/png;base64,{"iVBO" * 12_000_000}">👊')),
    *(
        Case(f"{attack}-in-page.xhtml", partial(_xhtml, attack), may_be_refused=attack == "quadratic", shows=(SHOWN,))
        for attack in DECLARED
    ),
    Case("reaching-out.html", _reaching, shows=(SHOWN,)),
    Case("frames.html", _frames, refused="only a frame"),
    _refused(
        "script-alone.html",
        lambda: b'<html><body><div id=app></div><script>document.write("x")</script></body></html>',
        "JavaScript",
    ),
    _refused("empty-page.html", lambda: b"<html><body></body></html>", "empty"),
    _refused("login.html", lambda: b"<html><body><p>Sign in</p><input type=password></body></html>", "sign in"),
    *(
        _read(f"charset-{label[:8]}.html", partial(_charset, label), "")
        for label in ("nonsense", "utf-16", "cp99999", "a" * 5_000, "rot13", "zlib_codec", "idna")
    ),
    Case("utf-7.html", lazy(_utf_7), shows=(SHOWN,)),
    _read("null-bytes.html", lambda: made("<p>The\x00 Chair\x00</p>"), "The Chair"),
    _read("only-half-a-tag.html", lambda: made("<p") + b"<" * 100_000),
    _read("less-than-signs.html", lambda: made("<" * 100_000)),
    _read("ampersands.html", lambda: made("&" * 100_000 + "&#x110000;&#0;&#xD800;&#99999999999999;")),
    _read("comment-not-closed.html", lambda: made("<!--" * 200_000)),
    _read("comments.html", lambda: made("<!-->" * 200_000 + "<![if x" * 200_000 + "Behind.")),
    _read(
        "list-from-far.html",
        lambda: made(
            "<ol start=999999999999 type=i><li>x</ol><ol start=999999999 type=a><li>x</ol>"
            "<ol start=-999999999 reversed><li value=99999999999999999999>x</ol>"
        ),
    ),
    _read("wide-cells.html", lambda: made(f"<table>{_CUT_ROWS * 3}</table>"), "Ashby"),
    _read(
        "100000-rules.html",
        lambda: made(
            "<p class=a5>x</p>", "<style>" + "".join(f".a{n}{{font-weight:bold}}" for n in range(100_000)) + "</style>"
        ),
    ),
    _read("flood-of-rules.html", partial(_flood_of_rules, 8_000), "word"),
    _read("style-without-colon.html", lambda: made("", f"<style>p{{{'a' * 1_500_000}}}</style>")),
    _read("style-without-colon-on-element.html", lambda: made(f'<p style="{"a" * 1_500_000}">x</p>')),
    _read("style-of-quotes.html", lambda: made("", "<style>p{content:" + "'\"" * 500_000 + "}</style>")),
    _read(
        "class-of-a-megabyte.html",
        lambda: made(f'<div class="{"a " * 500_000}">x</div>' + f'<div id="{"nav" * 300_000}">x</div>'),
    ),
    _read(
        "tag-of-a-megabyte.xhtml",
        lambda: (
            b'<?xml version="1.0"?><html><body><p>'
            + SENTENCE.encode()
            + b"</p><"
            + b"a" * 1_000_000
            + b" <br/></body></html>"
        ),
    ),
    _read(
        "level-of-5000-digits.html",
        lambda: made(f'<div role=heading aria-level="{"9" * 5_000}">Heading</div><img width="{"9" * 5_000}">'),
    ),
    _read("notes-to-one.html", partial(_notes_to_one, 30_000), "note"),
    _read("menus-with-one-file.html", partial(_menus_with_one_file, 380, 50)),
    _read(
        "addresses-masked-badly.html",
        lambda: made(
            f'<a data-cfemail="{"ff" * 5_000}">x</a><a data-cfemail="zz">y</a>'
            '<a href="/cdn-cgi/l/email-protection#00">[email</a>'
        ),
    ),
    _either("one-paragraph-of-400-kb.html", lambda: made("a<b>b</b>" * 40_000)),
    _read("cut-off.html", lambda: made("<p>Words")[:-20]),
)

_ARCHIVES = (
    Case("archives-in-archives.mhtml", lazy(partial(_archives_in_archives, 5)), shows=(SHOWN,)),
    _refused("archives-deep-in-archives.mhtml", partial(_archives_in_archives, 100), "no web page"),
    _read("same-boundary.mhtml", partial(_same_boundary, 1_000)),
    _refused("no-page.mhtml", lambda: archive(("Content-Type: image/png", b"x")), "no web page"),
    _refused(
        "no-boundary.mhtml", lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x", "no web page"
    ),
    _read(
        "base64-of-60-mb.mhtml",
        lambda: archive(
            (_PAGE, made("")),
            ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", b"iVBORw0K\r\n" * 6_000_000),
        ),
    ),
    _refused(
        "page-of-40-mb-in-base64.mhtml",
        lambda: archive((_BASE64, base64.encodebytes(made("<p>The Chair agreed.\n" * 2_000_000)))),
        "million characters of markup",
    ),
    _read("base64-cut.mhtml", lambda: archive((_BASE64, base64.b64encode(made("<p>Words"))[:-15]))),
    _read("base64-that-is-none.mhtml", lambda: archive((_PAGE, made("")), (_BASE64, b"!!!! not base64 !!!!"))),
    _read("quoted-badly.mhtml", lambda: archive((_QUOTED, made("").replace(b"=", b"=3D") + b"=ZZ=\r\n=4"))),
    _either("100000-pages.mhtml", lambda: archive((_PAGE, made("")), *((_PAGE, b"<p>x") for _ in range(100_000)))),
    _read("heads-without-end.mhtml", lambda: archive((_PAGE, made("")), ("X: " + "y" * 2_000_000, b"x"))),
    _read(
        "odd-heads.mhtml",
        lambda: archive(
            (_PAGE + "\r\nContent-ID: \xff\r\nContent-Location: " + "é" * 10, made("")),
            ("Content-Type: text/html; charset*=nonsense'x'%ff%00", b"x"),
            head='; start*0="<"; start*1=a; type="text/html',
        ),
    ),
    _read("charset-nonsense.mhtml", lambda: archive((f'Content-Type: text/html; charset="{"x" * 3_000}"', made("")))),
    _read("boundary-of-signs.mhtml", lambda: archive((_PAGE, made("")), boundary="(.*)+$[")),
    _read("archive-cut.mhtml", lambda: archive((_PAGE, made("<p>Words" * 100)))[:-100], "cut off"),
)

CASES = (*_PAGES, *_ARCHIVES)
