"""A writer of the smallest PDFs: words at places, rules, pictures, fields and comments, page by page.

    write_pdf([say(72, 700, "Present:") + say(144, 700, "Cllr Ash") + rule(72, 698, 40)])

Type is Helvetica (F1), its bold (F2) and Times (F3), which every reader has; places are points from the lower left.
"""

from __future__ import annotations

from collections.abc import Sequence

FONTS = ("Helvetica", "Helvetica-Bold", "Times-Roman")
A4 = (595, 842)


def say(x: float, y: float, words: str, font: int = 1, size: float = 11) -> str:
    """Words at a place."""
    return f"BT /F{font} {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET\n"


def say_lines(x: float, y: float, lines: Sequence[str], step: float = 13.2, size: float = 11) -> str:
    """Lines one below the other."""
    return "".join(say(x, y - number * step, words, size=size) for number, words in enumerate(lines))


def say_turned(x: float, y: float, words: str, size: float = 11, matrix: str = "0 1 -1 0") -> str:
    """Words drawn in another direction, upwards unless told otherwise."""
    return f"BT /F1 {size} Tf {matrix} {x} {y} Tm ({_escaped(words)}) Tj ET\n"


def rule(x: float, y: float, width: float, height: float = 0.6) -> str:
    """A filled box, thin enough to be a rule."""
    return f"{x} {y} {width} {height} re f\n"


def picture(x: float, y: float, width: float, height: float) -> str:
    """A grey picture of one pixel, as large as this."""
    return f"q {width} 0 0 {height} {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n"


def field(words: str, box: tuple[float, float, float, float]) -> str:
    """A text field with words in it."""
    sides = " ".join(map(str, box))
    return f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V ({_escaped(words)}) /Rect [{sides}] /F 4 >>"


def comment(words: str, author: str) -> str:
    """A yellow note."""
    return f"<< /Type /Annot /Subtype /Text /Contents ({words}) /T ({author}) /Rect [10 10 30 30] >>"


def write_pdf(
    pages: Sequence[str],
    *,
    notes: Sequence[str] = (),
    size: tuple[float, float] = A4,
    more: str = "",
    fonts: Sequence[str] | None = None,
    meanings: str = "",
    forms: Sequence[str] = (),
) -> bytes:
    """A whole file; `notes` lie over its first page, `more` is said of every page, `fonts` are whole objects.

    `meanings` is a map of codes to characters, which all fonts share. `forms` are drawings that a page shows by name:
    "/X1 Do", "/X2 Do" …
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]

    def add(content: str) -> int:
        objects.append(content)
        return len(objects)

    plain = [f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in FONTS]
    known = f"/ToUnicode {add(_stream(meanings))} 0 R >>" if meanings else ">>"
    used = [font.removesuffix(">>") + known for font in fonts or plain]
    named = " ".join(f"/F{number} {add(font)} 0 R" for number, font in enumerate(used, 1))
    drawn = " ".join(f"/X{number} {add(_form(form, size))} 0 R" for number, form in enumerate(forms, 1))
    kids = []
    for number, content in enumerate(pages):
        stream = add(_stream(content))
        over = f"/Annots [{' '.join(notes)}]" if notes and not number else ""
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {stream} 0 R {over} "
                f"{more} "
                f"/Resources << /Font << {named} >> /XObject << {drawn} >> >> >>"
            )
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    return _file(objects)


def write_form(content: str, value: str, printed: str, box: tuple[float, float, float, float]) -> bytes:
    """A file of one page with one field, which prints its value in this form."""
    fonts = "/Resources << /Font << /F1 5 0 R >> >>"
    sides = f"[0 0 {box[2] - box[0]} {box[3] - box[1]}]"
    return _file(
        [
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] {fonts} >>",
            _stream(content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            field(value, box).removesuffix(">>") + "/AP << /N 7 0 R >> >>",
            _stream(say(2, 4, printed), f"/Type /XObject /Subtype /Form /BBox {sides} {fonts}"),
        ]
    )


def _file(objects: Sequence[str]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    return data + head + table + tail


def _form(content: str, size: tuple[float, float]) -> str:
    return _stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 {size[0]} {size[1]}]")


def _stream(content: str, kind: str = "") -> str:
    return f"<< {kind} /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
