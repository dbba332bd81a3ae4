"""A posting as safe HTML, with the words that requirements rest on marked and numbered."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from rubric.postings.model import Block, Posting
from rubric.requirements.findings import Weight
from rubric.value import Span, Tier


class Mark(NamedTuple):
    """A stretch of the posting that a requirement or a remark rests on; `number` is its row."""

    number: int
    span: Span
    tier: Tier | Weight


def posting_html(posting: Posting, marks: Sequence[Mark], words: Sequence[Span] = ()) -> str:
    """The posting as HTML: headings, lists and paragraphs, marks numbered, `words` underlined.

    `data-at` says where a block begins in the kept text.
    Everything that comes from the posting is escaped, so that a hostile one stays text.
    """
    parts: list[str] = []
    in_list = False
    for block in posting.blocks:
        if (block.kind == "bullet") != in_list:
            parts.append("</ul>" if in_list else "<ul>")
            in_list = not in_list
        parts.append(_block(posting.text, block, marks, words))
    return "".join(parts) + ("</ul>" if in_list else "")


def _block(text: str, block: Block, marks: Sequence[Mark], words: Sequence[Span]) -> str:
    inner = _stretch(text, block.span, marks, words)
    at = f'data-at="{block.span.start}"'
    match block.kind:
        case "bullet":
            return f'<li {at} class="lw-depth-{min(block.depth, 3)}">{inner}</li>'
        case "title":
            return f'<p {at} class="lw-posting-title">{inner}</p>'
        case "heading":
            return f'<p {at} class="lw-posting-heading">{inner}</p>'
        case _:
            return f"<p {at}>{inner}</p>"


def _stretch(text: str, span: Span, marks: Sequence[Mark], words: Sequence[Span]) -> str:
    """One block's text; where marks overlap, the one that starts first holds the shared words."""
    out: list[str] = []
    at = span.start
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        start, end = max(mark.span.start, at), min(mark.span.end, span.end)
        if end <= start:
            continue
        out.append(_underlined(text, at, start, ()))
        opens = start == mark.span.start
        number = f'<span class="lw-number">{mark.number}</span>' if opens else ""
        out.append(f'<mark class="lw-{mark.tier}">{number}{_underlined(text, start, end, words)}</mark>')
        at = end
    out.append(_underlined(text, at, span.end, ()))
    return "".join(out)


def _underlined(text: str, start: int, end: int, words: Sequence[Span]) -> str:
    out: list[str] = []
    at = start
    for word in sorted(words, key=lambda word: (word.start, word.end)):
        first, last = max(word.start, at), min(word.end, end)
        if last <= first:
            continue
        out.append(f"{escape(text[at:first])}<u>{escape(text[first:last])}</u>")
        at = last
    return "".join(out) + escape(text[at:end])
