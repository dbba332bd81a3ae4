"""Plain text to lines: typed bullets, and paragraphs that were wrapped by hand."""

import re
from itertools import pairwise

from rubric.postings.headings import section_kind
from rubric.postings.lines import Line, fold_spaces

_BULLET = re.compile(
    r"^(\s*)(?:(?:[•◦▪●○‣∙·■□➢➤►▶✓✔✅⁃–—*+\uf0b7\uf0a7\uf0d8-]|o(?=\s)|\(?\d{1,2}[.)]|\(?[a-h]\))\s+(?=\S)"
    r"|[•◦▪●○‣∙·■□➢➤►▶✓✔✅⁃\uf0b7\uf0a7\uf0d8](?=[^\W\d_])|\*(?=[^\W_][^*]*$)|-(?=[A-ZÀ-Þ][^\W_]+\s))"
)
"""The mark of a list item; marks that serve for nothing else need no blank behind them."""
_GOES_ON = re.compile(
    r"(?:[,;:&/+–—-]|\b(?:and|or|the|an?|of|to|in|with|for|und|oder|mit|et|ou|de|avec))\s*$", re.I
)
_SENTENCE_ENDS = re.compile(r"[.!?]\s+\S")
_ITEM = 24
"""An item without a mark has at most so many words."""
_HEADING = 9
_WIDE = 50
_WIDEST = 132


def plain_lines(source: str) -> list[Line]:
    """The lines of a plain text; lines that a fixed width broke are joined again."""
    lines: list[Line] = []
    for group in re.split(r"\n[ \t]*(?:\n[ \t]*)+", source.replace("\f", "\n\n").replace("\v", "\n")):
        raw = [part for part in group.split("\n") if part.strip()]
        if raw:
            first = len(lines)
            lines.extend(_group(raw))
            lines[first] = lines[first]._replace(gap=True)
    return unmarked_items([line for line in lines if line.text])


def begins_anew(above: str, below: str, width: int) -> bool:
    """Whether a line begins something: a capital opens it, and it had room in the line above."""
    return (
        below[:1].isupper()
        and not _GOES_ON.search(above)
        and not _ran_out(above, below, max(_WIDE, min(width, _WIDEST)))
        and len(below.split()) > 1
    )


def unmarked_items(lines: list[Line]) -> list[Line]:
    """Lines right under a list item, without a mark of their own: items too, unless they look otherwise."""
    out: list[Line] = []
    for line in lines:
        above = out[-1] if out else None
        if above is not None and above.kind == "bullet" and _is_unmarked(line):
            line = line._replace(kind="bullet", depth=above.depth)
        out.append(line)
    return out


def _is_unmarked(line: Line) -> bool:
    count = len(line.text.split())
    prose = bool(_SENTENCE_ENDS.search(line.text)) or line.text.endswith(":")
    heading = count <= _HEADING and section_kind(line.text) is not None
    return (
        line.kind == "text"
        and not line.text[:1].islower()
        and not line.gap
        and not prose
        and not heading
        and count <= _ITEM
    )


def typed_bullet(text: str) -> Line | None:
    """The line of a list item whose mark was typed; None where no mark stands before the text."""
    bullet = _BULLET.match(text)
    return Line(fold_spaces(text[bullet.end() :]), "bullet") if bullet else None


def _group(raw: list[str]) -> list[Line]:
    width = max(len(part.rstrip()) for part in raw)
    wrapped = _is_wrapped(raw, width)
    full = [False, *(_ran_out(above, below, width) for above, below in pairwise(raw))]
    lines: list[Line] = []
    for number, part in enumerate(raw):
        bullet = _BULLET.match(part)
        if bullet:
            depth = min(3, len(bullet.group(1).expandtabs(4)) // 2)
            lines.append(Line(fold_spaces(part[bullet.end() :]), "bullet", depth))
        elif lines and (_hangs(lines[-1], part) or (full[number] and (wrapped or _is_item(lines, width)))):
            lines[-1] = lines[-1]._replace(text=f"{lines[-1].text} {fold_spaces(part)}")
        else:
            lines.append(Line(fold_spaces(part)))
    return _level(lines)


def _level(lines: list[Line]) -> list[Line]:
    least = min((line.depth for line in lines if line.kind == "bullet"), default=0)
    return [line._replace(depth=line.depth - least) if line.kind == "bullet" else line for line in lines]


def _hangs(before: Line, part: str) -> bool:
    """Whether a line continues the bullet above it: it is indented, or begins in lower case."""
    indented = len(part) - len(part.lstrip()) >= 2
    return before.kind == "bullet" and (indented or part.lstrip()[:1].islower())


def _is_item(lines: list[Line], width: int) -> bool:
    """Whether the line so far is a list item in a text of fixed width, which may go on without an indent."""
    return lines[-1].kind == "bullet" and _WIDE <= width <= _WIDEST


def _is_wrapped(raw: list[str], width: int) -> bool:
    """Whether a fixed width broke these lines: nearly all were too full for the next word.

    Lists with one item a line fail this test, since a short item leaves room for the next line's first word.
    """
    if len(raw) < 2 or not _WIDE <= width <= _WIDEST:
        return False
    pairs = list(pairwise(raw))
    full = sum(_ran_out(a, b, width) for a, b in pairs)
    return full >= 0.6 * len(pairs)


def _ran_out(above: str, below: str, width: int) -> bool:
    words = below.split()
    return len(above.rstrip()) + 1 + len(words[0]) > width
