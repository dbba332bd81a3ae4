"""What a document says of itself: its catalogue's entries, its properties and its metadata."""

from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

PRODUCER = "Loopwright 2026.1"


class Raw(PDFObject):
    """An object whose text is already PDF; ReportLab only gives it its number."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"null") -> None:
        self.body = body

    def format(self, _document: object) -> bytes:
        """The object's text."""
        return self.body


class Described(NamedTuple):
    """What there is to say: title, language, the number of the tags' root, the form's text or none."""

    title: str
    language: str
    tags: int
    form: str


def describe(canvas: Canvas, said: Described) -> None:
    """Write the catalogue's entries: tags, title, language, form, metadata."""
    catalog = canvas._doc.Catalog  # pyright: ignore[reportAttributeAccessIssue]
    canvas.setTitle(said.title)
    canvas.setProducer(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setAuthor("Loopwright")
    canvas.setSubject(said.title)
    catalog.StructTreeRoot = f"{said.tags} 0 R"
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
    catalog.PageMode = "/UseOutlines"
    if said.form:
        catalog.AcroForm = said.form
    xmp = _XMP.format(title=_xml(said.title), language=said.language, producer=PRODUCER).encode()
    catalog.Metadata = Raw(
        b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(xmp), xmp)
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
