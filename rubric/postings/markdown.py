"""Markdown to the lines that a reader sees."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rubric.postings.lines import Line, LineKind, fold_spaces
from rubric.postings.plain import begins_anew, typed_bullet, unmarked_items

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table").disable("code")


def markdown_lines(source: str) -> list[Line]:
    """The visible lines of a Markdown text, in reading order."""
    writer = _Writer()
    for token in _PARSER.parse(_tidied(source)):
        writer.take(token)
    return unmarked_items([line for line in writer.lines if line.text])


_MARKED = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s|\s*(?:[#>|=`~_]|---)|\s*$")


def _tidied(source: str) -> str:
    """The text with what Markdown does not know: other marks of lists, and lines that end themselves."""
    lines = [_with_mark(line) for line in source.split("\n")]
    width = max((len(line) for line in lines), default=0)
    for number, (above, below) in enumerate(pairwise(lines)):
        if not _MARKED.match(below) and above.strip() and begins_anew(above.rstrip(), below, width):
            lines[number] = f"{above.rstrip()}  "
    return "\n".join(lines)


def _with_mark(line: str) -> str:
    """A list item that begins with any other mark begins with one of Markdown's."""
    if _MARKED.match(line) or (bullet := typed_bullet(line)) is None:
        return line
    return f"{line[: len(line) - len(line.lstrip())]}- {bullet.text}"


class _Writer:
    """Collects lines while tokens go by."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.lists = 0
        self.kind: LineKind = "text"
        self.row: list[str] | None = None

    def take(self, token: Token) -> None:
        """Look at one token; those of no concern are passed over."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self.lists -= 1
            case "list_item_open":
                self.kind = "bullet"
            case "heading_open":
                self.kind = "title" if token.tag == "h1" else "heading"
            case _:
                self._take_text(token)

    def _take_text(self, token: Token) -> None:
        match token.type:
            case "tr_open":
                self.row = []
            case "tr_close":
                self.lines.append(Line(fold_spaces("  ".join(self.row or []))))
                self.row = None
            case "inline" if self.row is not None:
                self.row.append(" ".join(_words(token)))
            case "inline":
                self.lines.extend(_lines(token, self.kind, self.lists))
                self.kind = "text"
            case "fence":
                self.lines.extend(
                    Line(fold_spaces(part)) for part in token.content.split("\n") if part.strip()
                )
            case _:
                pass


def _words(token: Token) -> list[str]:
    """The text of inline tokens, one string for each visible line."""
    out = [""]
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            out[-1] += child.content
        elif child.type == "softbreak":
            out[-1] += "\n"
        elif child.type == "hardbreak":
            out.append("")
        elif child.type == "image":
            out[-1] += child.content
    return out


def _lines(token: Token, kind: LineKind, lists: int) -> list[Line]:
    depth = max(0, lists - 1)
    if kind in ("heading", "title"):
        return [Line(fold_spaces(" ".join(_words(token))), kind, 0, True)]
    lead = _bold_lead(token)
    lines = [
        Line(
            fold_spaces(text),
            kind if number == 0 or kind == "text" else "text",
            depth if kind == "bullet" else 0,
            number == 0,
        )
        for number, text in enumerate(_words(token))
    ]
    whole = fold_spaces(" ".join(_words(token)))
    if kind == "text" and lead and lead == whole and len(lead) <= 90:
        return [Line(lead, "heading", 0, True)]
    if kind == "text" and lead and lead.endswith(":") and len(lead) <= 60 and lines[0].text.startswith(lead):
        rest = lines[0].text[len(lead) :].strip()
        return [Line(lead, "heading", 0, True), Line(rest), *lines[1:]]
    return lines


def _bold_lead(token: Token) -> str:
    """The bold words with which a paragraph begins."""
    children = [child for child in token.children or [] if child.type != "text" or child.content.strip()]
    if not children or children[0].type != "strong_open":
        return ""
    lead = ""
    for child in children[1:]:
        if child.type == "strong_close":
            break
        lead += child.content
    follower = children[-1]
    tail = "".join(
        c.content for c in children[children.index(next(c for c in children if c.type == "strong_close")) :]
    )
    if follower.type == "text" and tail.strip() == ":":
        lead += ":"
    return fold_spaces(lead)
