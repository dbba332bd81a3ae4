"""Words of a stretch of text with their places, and the shapes that the models look at."""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\S+")
_GLUE = re.compile(
    r"(?<=[a-zäöüßéèàç)\]])(?=[A-ZÄÖÜ][a-zäöüéè'’])|(?<=[a-zäöüßéè]{3})(?=[A-Z]{1,6}(?:[\s,:/-]|$))|(?<=[a-zäöüß)][.;!?])(?=[A-ZÄÖÜ][a-zäöü])|(?<=[a-z]{3})(?=\d+\+?\s)"
)
_BRAND = re.compile(
    r"^\W*(?:i(?:OS|Phone|Pad)|mac|macOS|webOS|eBay|openS|devO|myS|py[TS]|xU|vS|gRPC|tvOS|[A-Z]\w*|[a-z]{1,2}[A-Z][a-z]+|(?!(?:du|to|it|if|we|us|do|is|be|me)$)[a-z]{1,2})$"
)


_LONGEST_BRAND = 24


class Token(NamedTuple):
    """One word as it stands, where it starts, and whether no blank parts it from the word before."""

    text: str
    start: int
    glued: bool

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Words by white space; a word that is two glued together ("servicesLead") is cut.

    >>> [token.text for token in tokenize("all servicesLead reviews in JavaScript")]
    ['all', 'services', 'Lead', 'reviews', 'in', 'JavaScript']
    """
    if _GLUE.search(text) is None:
        return [Token(match.group(), offset + match.start(), False) for match in _TOKEN.finditer(text)]
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, start = match.group(), offset + match.start()
        at = 0
        for cut in _GLUE.finditer(word):
            head = word[at : cut.start()]
            if len(head) >= 2 and not (len(head) <= _LONGEST_BRAND and _BRAND.match(head)):
                out.append(Token(head, start + at, at > 0))
                at = cut.start()
        out.append(Token(word[at:], start + at, at > 0))
    return out


@lru_cache(maxsize=20_000)
def shape(word: str) -> str:
    """The look of a word: capitals, digits and marks, with runs shortened.

    >>> shape("Kubernetes,"), shape("12+"), shape("AWS")
    ('Xx,', '0+', 'XX')
    """
    out = []
    for char in word:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char
        if len(out) < 2 or not (kind == out[-1] and kind == out[-2]):
            if kind in "x0" and out and out[-1] == kind:
                continue
            out.append(kind)
    return "".join(out[:5])


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word without marks around it, in lower case, digits as 0.

    >>> plain("(Kubernetes),"), plain("2026")
    ('kubernetes', '0000')
    """
    return re.sub(r"\d", "0", word.strip("()[]{}.,;:!?\"“”„'’‘*·•").casefold())
