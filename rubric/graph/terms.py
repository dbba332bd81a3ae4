"""Terms of the trade found in a text: one index over all terms of all competencies."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rubric.catalogue.model import Catalogue, Competency

Source = Literal["term", "tool", "phrase", "word"]
MAX_GAP = 3
_SEVERAL = 3
_SHORT = 3
_WORD = re.compile(r"[^\W_]+[+#]*")


class Word(NamedTuple):
    """One word of a text: its folded stem, its own letters, and its place."""

    stem: str
    letters: str
    start: int
    end: int


class Part(NamedTuple):
    """One place of a term: stem, beginning, exact letters, one of several words, or a gap of up to three."""

    kind: Literal["stem", "prefix", "exact", "any", "gap"]
    text: str


class Term(NamedTuple):
    """A term of one competency, ready to be matched."""

    competency: str
    source: Source
    text: str
    parts: tuple[Part, ...]
    excludes: bool


class Hit(NamedTuple):
    """A term found in a text, with the range of characters it covers."""

    term: Term
    start: int
    end: int


def stem(word: str) -> str:
    """A word without case and plural ending.

    >>> stem("Policies"), stem("systems"), stem("process"), stem("APIs")
    ('policy', 'system', 'process', 'api')
    """
    folded = word.casefold()
    if word[-1] == "s" and word[:-1].isupper():
        return folded[:-1]
    if len(folded) > 4 and folded.endswith("ies"):
        return folded[:-3] + "y"
    if len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded


def words_of(text: str) -> list[Word]:
    """The words of a text; hyphens, slashes and dots part words."""
    return [Word(stem(m.group()), m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def parse_term(text: str) -> tuple[Part, ...]:
    """The parts of a written term.

    `word*` is a beginning, `…` a gap of up to three words, and a leading `=` asks for the same capitals.

    >>> [part.kind for part in parse_term("migrat* … workload")]
    ['prefix', 'gap', 'stem']
    """
    exact = text.startswith("=")
    parts: list[Part] = []
    for piece in text.removeprefix("=").split():
        if piece in ("…", "..."):
            parts.append(Part("gap", ""))
            continue
        words = _WORD.findall(piece)
        for number, word in enumerate(words):
            last = number == len(words) - 1
            if exact:
                parts.append(Part("exact", word))
            elif last and piece.endswith("*"):
                parts.append(Part("prefix", word.casefold()))
            else:
                parts.append(Part("stem", stem(word)))
    while parts and parts[-1].kind == "gap":
        parts.pop()
    return tuple(parts)


class TermIndex:
    """All terms by how they begin, so that a text is read once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._exact: dict[str, list[Term]] = {}
        self._stems: dict[str, list[Term]] = {}
        self._prefixes: dict[str, list[Term]] = {}
        for term in terms:
            if not term.parts or term.parts[0].kind == "gap":
                continue
            table = {"exact": self._exact, "stem": self._stems, "prefix": self._prefixes}[term.parts[0].kind]
            table.setdefault(term.parts[0].text, []).append(term)
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})

    def find(self, text: str) -> list[Hit]:
        """Every term in a text, in reading order; what stands inside an excluded sense is left out."""
        words = words_of(text)
        hits = [hit for number in range(len(words)) for hit in self._at(words, number)]
        senses: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.term.excludes:
                senses.setdefault(hit.term.competency, []).append(hit)
        return [
            hit
            for hit in hits
            if not hit.term.excludes
            and not any(
                s.start <= hit.start and hit.end <= s.end for s in senses.get(hit.term.competency, ())
            )
        ]

    def _at(self, words: list[Word], number: int) -> list[Hit]:
        word = words[number]
        folded = word.letters.casefold()
        terms = [*self._exact.get(word.letters, ()), *self._stems.get(word.stem, ())]
        for length in self._lengths:
            if length <= len(folded):
                terms.extend(self._prefixes.get(folded[:length], ()))
        hits = []
        for term in terms:
            last = _match(term.parts, words, number)
            if last is not None:
                hits.append(Hit(term, word.start, words[last].end))
        return hits


def _match(parts: tuple[Part, ...], words: list[Word], number: int) -> int | None:
    """The number of the last word of a match that begins at `number`; gaps take as few words as they can."""
    if not parts:
        return number - 1
    if parts[0].kind == "gap":
        for skip in range(MAX_GAP + 1):
            last = _match(parts[1:], words, number + skip)
            if last is not None:
                return last
        return None
    if number >= len(words) or not _fits(parts[0], words[number]):
        return None
    return _match(parts[1:], words, number + 1)


def _fits(part: Part, word: Word) -> bool:
    if part.kind == "stem":
        return part.text == word.stem
    if part.kind == "prefix":
        return word.letters.casefold().startswith(part.text)
    if part.kind == "any":
        stems, beginnings = _either(part.text)
        return word.stem in stems or word.letters.casefold().startswith(beginnings)
    return part.text == word.letters


@cache
def _either(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The stems and the beginnings of words that `one|other*` stands for."""
    words = text.split("|")
    beginnings = tuple(word[:-1].casefold() for word in words if word.endswith("*"))
    return frozenset(stem(word) for word in words if not word.endswith("*")), beginnings


@lru_cache(maxsize=4)
def index_of(catalogue: Catalogue) -> TermIndex:
    """The index over all terms and tools of a catalogue."""
    terms = [term for entry in catalogue.competencies.values() for term in _terms(entry)]
    return TermIndex([*terms, *own_words(terms)])


def own_words(terms: Sequence[Term]) -> list[Term]:
    """Words that several terms of one competency hold and no term of another: each is a hint by itself.

    >>> held = [Term("a", "term", t, parse_term(t), excludes=False) for t in ("drug A", "drug B", "drug C")]
    >>> [term.text for term in own_words(held)]
    ['drug']
    """
    uses: dict[str, Counter[str]] = {}
    whole = {part.text for term in terms if len(term.parts) == 1 for part in term.parts}
    for term in terms:
        if term.source == "term" and not term.excludes:
            for word in {part.text for part in term.parts if part.kind in ("stem", "prefix")}:
                uses.setdefault(word, Counter())[term.competency] += 1
    return [
        Term(next(iter(held)), "word", word, (Part("stem", word),), excludes=False)
        for word, held in sorted(uses.items())
        if len(held) == 1 and held.total() >= _SEVERAL and len(word) > _SHORT and word not in whole
    ]


def _terms(entry: Competency) -> list[Term]:
    written = [text for language in sorted(entry.terms) for text in entry.terms[language]]
    return [
        *(Term(entry.id, "term", text, parse_term(text), excludes=False) for text in [entry.name, *written]),
        *(Term(entry.id, "tool", text, parse_term(text), excludes=False) for text in entry.tools),
        *senses_of(entry),
    ]


def senses_of(entry: Competency) -> list[Term]:
    """The wordings that look like a term of a competency and are none."""
    return [Term(entry.id, "term", text, parse_term(text), excludes=True) for text in entry.not_terms]
