"""A document's value to the bytes of its file."""

import hashlib
from collections.abc import Callable
from threading import Lock

from loops.packets.model import CandidateSheet, DebriefPacket, Identity, InterviewPacket, Look, Overview
from loops.packets.pages.candidate import draw_candidate
from loops.packets.pages.debrief import draw_debrief
from loops.packets.pages.fair import draw_fair
from loops.packets.pages.frame import room_of, write_feet
from loops.packets.pages.glance import draw_glance, glance_blocks
from loops.packets.pages.overview import draw_overview
from loops.packets.pages.scoring import draw_scoring
from loops.packets.pages.topic import draw_topic, topic_pages
from loops.packets.pdf.blocks import Pen
from loops.packets.pdf.flow import lay_out_well
from loops.packets.pdf.forms import Form
from loops.packets.pdf.logo import place_logo
from loops.packets.pdf.save import save
from loops.packets.pdf.sheet import Sheet
from loops.packets.pdf.style import make_kit
from loops.packets.words import Words, words_of

Drawable = InterviewPacket | Overview | CandidateSheet | DebriefPacket

LARGE = 16 / 11
"""How much larger the large print is: text of 11 points becomes 16."""

_ONE_AT_A_TIME = Lock()
"""ReportLab's fonts serve one document at a time."""


def render(document: Drawable) -> bytes:
    """Draw a document; the same value gives the same bytes.

    Raises:
        FontError: a text has letters that no given typeface has.
    """
    with _ONE_AT_A_TIME:
        return _render(document)


def content_hash(document: Drawable) -> str:
    """What a document says and how it is set, as a fingerprint: unchanged means the same bytes."""
    return hashlib.sha256(document.model_dump_json().encode()).hexdigest()


def _render(document: Drawable) -> bytes:
    look = document.look
    words = words_of(look.language)
    draw, title, who = _drawing(document, words)
    on_paper = look.variant == "print"
    sheet = Sheet(look.paper, title, _tongue(look), black=on_paper)
    fillable = not on_paper and document.kind in ("interview", "debrief")
    large = look.large_print and document.kind == "candidate"
    kit = make_kit(look.paper, LARGE if large else 1, look.font, fillable=not on_paper)
    form = Form(sheet, fillable=fillable, extra=look.font)
    pen = Pen(sheet, form, kit)
    if look.logo:
        place_logo(sheet, look.logo)
    draw(pen)
    write_feet(pen, words, document.notice, who)
    for name, value in _hidden(document.kind, document.identity).items():
        form.hidden(name, value)
    form.close()
    return save(sheet.finish(form.bodies), document.kind, document.identity)


def _tongue(look: Look) -> str:
    return {"en": "en-GB" if look.paper == "a4" else "en-US", "de": "de-DE", "fr": "fr-FR"}[look.language]


def _hidden(kind: str, identity: Identity) -> dict[str, str]:
    """What the form carries unseen, so that a returned file finds its plan."""
    return {f"meta:{name}": value for name, value in (("kind", kind), *identity.model_dump().items())}


def _drawing(document: Drawable, words: Words) -> tuple[Callable[[Pen], None], str, str]:
    """How a document is drawn, its title, and whom its foot names."""
    code = document.identity.candidate
    candidate = words("all.candidate", code=code) if code else ""
    match document:
        case InterviewPacket():
            title = words(
                "packet.title", name=document.name, interviewer=document.interviewer, role=document.role
            )
            who = " – ".join(part for part in (document.interviewer, candidate) if part)
            return lambda pen: _draw_packet(pen, document, words), title, who
        case Overview():
            title = words("overview.title", role=document.role)
            return lambda pen: draw_overview(pen, document, words), title, candidate
        case DebriefPacket():
            title = words(
                "debrief.title", role=document.role, candidate=candidate or words("packet.candidate")
            )
            return lambda pen: draw_debrief(pen, document, words), title, candidate
        case CandidateSheet():
            title = words("candidate.title", role=document.role)
            return lambda pen: draw_candidate(pen, document, words), title, ""


def _draw_packet(pen: Pen, packet: InterviewPacket, words: Words) -> None:
    topics = [topic_pages(packet, place, words, pen.kit) for place in range(len(packet.topics))]
    unknown = dict.fromkeys(range(1, len(topics) + 1), 0)
    front = lay_out_well(
        glance_blocks(packet, words, pen.kit, unknown), pen.kit.width, room_of(packet.look.paper)
    )
    firsts = {
        place + 1: 1 + len(front) + sum(len(pages) for pages in topics[:place])
        for place in range(len(topics))
    }
    draw_glance(pen, packet, words, firsts)
    for place, pages in enumerate(topics):
        draw_topic(pen, packet, place, pages, words)
    draw_scoring(pen, packet, words)
    draw_fair(pen, packet, words)
