"""Lines to headings and what stands under them: headings inside lines, glued headings, bare headings."""

import re

from rubric.postings.headings import inline_headings, is_heading_phrase, section_kind
from rubric.postings.lines import Line

_CAPS_LABEL = re.compile(r"(?:^|(?<=\s))([A-ZÄÖÜ][A-ZÄÖÜ0-9&/'’()-]*(?: [A-ZÄÖÜ&/'’()-]+){0,4}):(?=\s)")
_START_LABEL = re.compile(r"^([A-ZÄÖÜÉÀ][\w'’&/ -]{2,40}):\s+(?=\S)")
_ANY_LABEL = re.compile(r"^([^\W\d_][\w'’&/ -]{2,40}?)\s*(?::|\s[-–—]+|[–—])\s+(?=\S)")
_GLUE = re.compile(r"(?<=[a-zäöüßéèà?!:)])(?=[A-ZÄÖÜ][a-zäöüéè'’]|[A-Z]{1,6}[\s,:/-]|[$£€]?\d)")
_LONGEST_HEADING = 80
_SENTENCE = re.compile(r"[^.!?]{15,600}[.!?](?:\s|$)")
_FEW_WORDS = 9
_LEAST_LONE = 5
"""A shorter word with a capital inside is a name, such as JavaScript."""
_LEAST_BODY = 24
_FEW = 2
"""More glued words in one line are lost bullets and no headings."""

_NOT_GLUE = re.compile(
    r"(?:^|\W)(?:i(?:OS|Phone|Pad)|macOS|mac|web(?:OS)?|e(?:Bay|Commerce|Learning|Discovery|Trade)|open(?:SUSE|Shift)|dev(?:Ops)?"
    r"|my(?:SQL)?|py(?:Torch|Spark)|no(?:SQL)|low(?:Code)|x(?:Unit)|m(?:Learning)|v(?:Sphere|Center)|g(?:RPC)|tv(?:OS)|(?!(?:du|to|it|if|we|us|do|is|be|me)$)[A-Za-z]{1,2}(?:[A-Z][a-z]+)?)$"
)


_ENDS_IN_NAME = re.compile(r"(?:^|\s)[a-zäöüß]\S* [A-ZÄÖÜ][^\s.:;!?]*$")
"""A word with a capital after a small one, and a capital inside, is a name: "Experience with Java|Script"."""


def split_inline(lines: list[Line]) -> list[Line]:
    """Cut headings that stand inside a line loose from the text around them."""
    out: list[Line] = []
    for line in lines:
        out.extend(_split(line, out[-1] if out else None) if line.kind == "text" else [line])
    return out


def _split(line: Line, above: Line | None) -> list[Line]:
    first = _glued_first(line.text, headed=above is None or _may_head(above, line))
    cuts = _merge(inline_headings(line.text) + _labels(line.text) + _glued(line.text) + first)
    if not cuts or cuts == [(0, len(line.text))]:
        return [line]
    out: list[Line] = []
    at = 0
    for start, end in cuts:
        if before := line.text[at:start].strip():
            out.append(Line(before, "text", 0, line.gap and not out))
        out.append(Line(line.text[start:end].strip(), "heading", 0, True))
        at = end
        while at < len(line.text) and (line.text[at] in ": \u2013\u2014" or line.text[at:].startswith("- ")):
            at += 1
    if rest := line.text[at:].strip():
        out.append(Line(rest, "text", 0, False))
    return out


def _merge(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the earliest, then the longest, of headings that overlap."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(set(cuts), key=lambda cut: (cut[0], -cut[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def _labels(text: str) -> list[tuple[int, int]]:
    """Labels before a colon: in capitals anywhere, in any writing where the line begins."""
    found = [
        match.span(1)
        for match in _CAPS_LABEL.finditer(text)
        if len(match.group(1)) >= 4 and re.search(r"[A-ZÄÖÜ]{3}", match.group(1))
    ]
    start = _START_LABEL.match(text)
    if start and section_kind(start.group(1)) and len(start.group(1).split()) <= 6:
        found.append(start.span(1))
    bare = _ANY_LABEL.match(text)
    if bare and is_heading_phrase(bare.group(1)):
        found.append(bare.span(1))
    return found


def _glued(text: str) -> list[tuple[int, int]]:
    """Headings that no list knows, seen by the missing space between them and a sentence.

    Many such places in one line are lost bullets and no headings.
    """
    glues: list[int] = []
    for match in _GLUE.finditer(text):
        if not _NOT_GLUE.search(text[max(0, match.start() - 24) : match.start()]):
            glues.append(match.start())
        if len(glues) > _FEW:
            return []
    found = []
    for at in glues:
        head = _heading_before(text, at)
        if head is not None and _SENTENCE.match(text, at):
            found.append((head, at))
    return found


def _may_head(line: Line, below: Line) -> bool:
    """Whether a line may be the heading of the one below it."""
    short = len(line.text.split()) <= _FEW_WORDS and len(line.text) < _LONGEST_HEADING
    bare = line.kind == "text" and short and not below.gap and line.text[-1] not in ".;,!"
    return line.kind == "heading" or bare


def _glued_first(text: str, *, headed: bool) -> list[tuple[int, int]]:
    """A heading at the line's beginning, with its text glued behind it.

    One of no known meaning is taken for a heading where it is short, nothing else in the line is glued, and
    the line has no other heading.
    """
    for glue in _GLUE.finditer(text[:_LONGEST_HEADING]):
        head = text[: glue.start()]
        if _NOT_GLUE.search(head[-24:]) or re.search(r"[.;]", head) or _ENDS_IN_NAME.search(head):
            continue
        known = section_kind(head) is not None and len(head.split()) <= _FEW_WORDS
        heads = known or (not headed and _is_bare_heading(head, text[glue.start() :]))
        return [(0, glue.start())] if heads else []
    return []


def _is_bare_heading(head: str, rest: str) -> bool:
    words, after = head.split(), rest.split()
    return (
        head[0].isupper()
        and "," not in head
        and len(words) <= _FEW_WORDS
        and len(after) > len(words)
        and (len(words) > 1 or min(len(head) - 1, len(after[0])) >= _LEAST_LONE)
        and not any(_parts_words(rest, glue.start()) for glue in _GLUE.finditer(rest))
    )


def _parts_words(text: str, at: int) -> bool:
    """Whether two words are glued here, and it is no name such as AutoCAD."""
    before = text[max(0, at - _LONGEST_HEADING) : at]
    return not _NOT_GLUE.search(before[-24:]) and not before.split()[-1][:1].isupper()


def _heading_before(text: str, at: int) -> int | None:
    """Where the phrase begins that ends at `at`: its nearest capital, at most seven words back."""
    near = max(0, at - _LONGEST_HEADING)
    words = list(re.finditer(r"\S+", text[near:at]))[-7:]
    for word in reversed(words):
        if word.group()[0].isupper():
            return near + word.start() if len(text[near + word.start() : at].split()) >= 2 else None
        if word.group()[-1] in ".!?;:":
            return near + word.end() + 1 if word is not words[-1] else None
    return None


def mark_headings(lines: list[Line]) -> list[Line]:
    """Mark bare lines that are headings by their look and their neighbours."""
    out: list[Line] = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        first = number == 0 or line.kind == "title"
        last = number + 2 >= len(lines) or lines[number + 2].gap
        text = line.kind == "text"
        looks = is_heading_phrase(line.text) if first else text and _is_heading(line, after, last=last)
        out.append(line._replace(kind="heading") if looks and after is not None else line)
    return out


def _is_heading(line: Line, after: Line | None, *, last: bool) -> bool:
    """Whether a line is a heading; `last` says that the line after it ends the paragraph."""
    text = line.text
    if after is None:
        return False
    words = text.split()
    if len(words) > 12 or len(text) > 90 or re.search(r"[.;,!]$", text):
        return False
    if text.endswith(":"):
        return True
    if inline_headings(text + ": X") == [(0, len(text))]:
        return True
    known = section_kind(text) is not None
    opens = after.kind == "bullet" or not after.gap
    if text.isupper() and len(words) <= 6 and re.search(r"[^\W\d_]{4}", text):
        return True
    if len(words) <= 9 and known and line.gap and opens:
        return True
    if after.kind == "bullet" and len(words) <= 9 and (line.gap or known):
        return True
    return line.gap and opens and _is_short_above(words, after, last=last)


def _is_short_above(words: list[str], after: Line, *, last: bool) -> bool:
    """Whether a line is short enough, and the one below it long enough, for a heading without known words."""
    if len(words) <= 6 and len(after.text) > 40:
        return True
    length = sum(map(len, words)) + len(words)
    return last and len(words) <= _FEW_WORDS and len(after.text) > max(_LEAST_BODY, length)
