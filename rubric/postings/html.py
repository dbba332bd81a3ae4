"""HTML to the lines that a reader sees."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rubric.postings.decode import PostingError
from rubric.postings.lexicon import load_words
from rubric.postings.lines import Line, LineKind, fold_spaces

BLOCKS = frozenset(load_words("rubric.postings", "elements")["blocks"])
UNSEEN = frozenset(load_words("rubric.postings", "elements")["unseen"])
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.I
)
MAX_DEPTH = 256


def html_lines(source: str) -> list[Line]:
    """The visible lines of an HTML document or fragment, in reading order.

    Raises:
        PostingError: Elements are nested deeper than 256 levels.
    """
    root = LexborHTMLParser(source).root
    if root is None:
        return []
    writer = _Writer()
    writer.walk(root)
    return writer.done()


def linked_data(source: str) -> list[str]:
    """The texts of the linked-data scripts of a page."""
    if "ld+json" not in source:
        return []
    nodes = LexborHTMLParser(source).css('script[type="application/ld+json"]')
    return [node.text_content or node.text() or "" for node in nodes]


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


class _Writer:
    """Collects text into lines while the tree is walked without recursion."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.parts: list[tuple[str, bool]] = []
        self.kind: LineKind = "text"
        self.lists = 0
        self.bold = 0
        self.gap = False

    def walk(self, root: LexborNode) -> None:
        """Visit every node once; entering and leaving are separate steps on one stack."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        depth = 0
        while stack:
            node, leaving = stack.pop()
            if leaving:
                depth -= 1
                self.leave(node.tag or "")
                continue
            tag = node.tag or ""
            if tag == "-text":
                self.parts.append((node.text_content or "", self.bold > 0))
                continue
            if tag in UNSEEN or tag.startswith(("-", "_", "!")) or _is_hidden(node):
                continue
            depth += 1
            if depth > MAX_DEPTH:
                raise PostingError(
                    "This page nests its elements deeper than 256 levels: paste its text instead."
                )
            self.enter(tag)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))

    def enter(self, tag: str) -> None:
        """Begin an element."""
        if tag in BLOCKS or tag == "br":
            self.flush(gap=tag not in ("br", "li"))
        if tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "li":
            self.kind = "bullet"
        elif tag == "h1":
            self.kind = "title"
        elif tag in ("h2", "h3", "h4", "h5", "h6", "dt", "summary", "legend"):
            self.kind = "heading"
        elif tag in ("b", "strong"):
            self.bold += 1
        elif tag in ("td", "th"):
            self.parts.append((" ", self.bold > 0))

    def leave(self, tag: str) -> None:
        """End an element."""
        if tag in BLOCKS:
            self.flush(gap=tag != "li")
        if tag in ("ul", "ol"):
            self.lists -= 1
        elif tag in ("b", "strong"):
            self.bold -= 1

    def flush(self, *, gap: bool) -> None:
        """End the line that is being written."""
        text = fold_spaces("".join(part for part, _ in self.parts))
        if text:
            for line in self._lines(text):
                self.lines.append(line)
            self.kind = "text"
            self.gap = False
        self.parts = []
        self.gap = self.gap or gap

    def _lines(self, text: str) -> list[Line]:
        depth = max(0, self.lists - 1) if self.kind == "bullet" else 0
        if self.kind != "text":
            return [Line(text, self.kind, depth, self.gap)]
        lead = ""
        for part, bold in self.parts:
            if part.strip() and not bold:
                break
            lead += part
        lead = fold_spaces(lead)
        if lead == text and len(text) <= 90:
            return [Line(text, "heading", 0, self.gap)]
        if lead and lead.endswith(":") and len(lead) <= 60:
            return [Line(lead, "heading", 0, self.gap), Line(text[len(lead) :].strip(), "text", 0, False)]
        return [Line(text, "text", 0, self.gap)]

    def done(self) -> list[Line]:
        """All lines."""
        self.flush(gap=False)
        return self.lines
