"""Small Word and PDF files, made for the tests."""

import io
import zipfile

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    "</w:styles>"
)


def docx(body: str, *, styles: str | None = STYLES, name: str = "word/document.xml") -> bytes:
    """A Word file with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        if styles is not None:
            package.writestr("word/styles.xml", styles)
    return out.getvalue()


def paragraph(text: str, *, style: str = "", level: int | None = None, run: str = "") -> str:
    """One paragraph with a style, a place in a list, or properties of its run."""
    numbering = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbering}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def pdf(*parts: tuple[str, str]) -> bytes:
    """A PDF file of paragraphs: each with its style (Title, Heading2, BodyText, bullet or break)."""
    styles = getSampleStyleSheet()
    flow = []
    for style, text in parts:
        if style == "break":
            flow.append(PageBreak())
        elif style == "bullet":
            flow.append(Paragraph(text, styles["BodyText"], bulletText="•"))
        else:
            flow.append(Paragraph(text, styles[style]))
    out = io.BytesIO()
    SimpleDocTemplate(out).build(flow)
    return out.getvalue()


def drawn_pdf(draw, *, pages: int = 1, password: str | None = None) -> bytes:
    """A PDF file on whose pages `draw` paints."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
