"""The gaps between the words of a run, and what the boundary models look at in them."""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise

from rubric.postings.language import guess_language
from rubric.requirements.tokens import Token, plain, shape
from rubric.requirements.words import is_common, open_words, word_class, word_tag

_MARKS_THAT_GO_ON = ",:-–—/&+(=…’'"
_MARKS_THAT_END = ".;!?"
_SIZES = [0, *(min(9, int(math.log2(length) * 2)) for length in range(1, 33))]
"""Lengths in words as steps that grow with the length."""
_NAMED_AFTER = open_words() | {"in", "at", "to", "on"}


def names_in(words: Sequence[str]) -> frozenset[str]:
    """Words that a text writes with a capital in the middle of a phrase, in lower case.

    >>> sorted(names_in("We came to Kiel with Ada. Lead the team at Kiel".split()))
    ['ada', 'kiel']
    """
    found = set()
    for before, word in pairwise(words):
        if word[:1].isupper() and before in _NAMED_AFTER:
            name = plain(word)
            if not is_common(name):
                found.add(name)
    return frozenset(found)


class Gaps:
    """The features of the gaps before the words of one run."""

    def __init__(self, tokens: Sequence[Token], section: str, names: Collection[str], *, lower: bool) -> None:
        self.tokens = tokens
        self.section = section[:3]
        self.lower = lower
        self.words = [plain(token.text) or token.text for token in tokens]
        self.classes = [word_class(word) for word in self.words]
        self.shapes = [shape(token.text) for token in tokens]
        self.names = [word in names for word in self.words]
        self.capital = [token.text.lstrip("(\"“'")[:1].isupper() for token in tokens]
        self.closed = _depths(tokens)
        self.around = ["#", "#", *self.words, "#", "#", "#"]
        self.classes_around = ["#", "#", *self.classes, "#", "#", "#"]
        self.tags_around = ["#", "#", *(word_tag(word) for word in self.words), "#", "#", "#"]
        self.language = guess_language(" ".join(self.words))

    def places(self) -> list[int]:
        """Numbers of the words before which a requirement could begin."""
        return [number for number in range(1, len(self.tokens)) if self._may_begin(number)]

    def _may_begin(self, number: int) -> bool:
        token, before = self.tokens[number], self.tokens[number - 1]
        if token.glued:
            return True
        goes_on = before.text[-1] in _MARKS_THAT_GO_ON or self.words[number - 1] in open_words()
        if goes_on or self.closed[number] or token.text.startswith("("):
            return False
        if before.text[-1] in _MARKS_THAT_END:
            return True
        first = token.text.lstrip("(\"“„'’*•·-–")[:1]
        if self.lower:
            return first.isalnum()
        return first.isupper() or first.isdigit()

    def still(self, number: int) -> list[str]:
        """Features that do not depend on where the open requirement began."""
        before2, before, after, then = self.around[number : number + 4]
        class_before2, class_before, class_after, class_then, class_next = self.classes_around[
            number : number + 5
        ]
        look, look_before = self.shapes[number], self.shapes[number - 1]
        mark = self.tokens[number - 1].text[-1:]
        mark = "a" if mark.isalnum() else mark
        section = self.section
        out = [
            "1",
            f"a={after}",
            f"b={before}",
            f"t={then}",
            f"bb={before2}",
            f"a3={after[-3:]}",
            f"b3={before[-3:]}",
            f"b2={before[-2:]}",
            f"at={after} {then}",
            f"ba={before} {after}",
            f"sa={section} {after}",
            f"A={class_after}",
            f"B={class_before}",
            f"BA={class_before} {class_after}",
            f"AT={class_after} {class_then}",
            f"BAT={class_before} {class_after} {class_then}",
            f"BBA={class_before2} {class_before} {class_after}",
            f"sA={section} {class_after}",
            f"sAT={section} {class_after} {class_then}",
            f"ATU={class_after} {class_then} {class_next}",
            f"aT={after} {class_then}",
            f"bA={before} {class_after}",
            f"Ba={class_before} {after}",
            f"S={look}",
            f"bS={look_before}",
            f"SA={look} {class_after}",
            f"bSA={look_before} {class_after}",
            f"m={mark}",
            f"mS={mark} {look}",
            f"mA={mark} {class_after}",
        ]
        out.append(f"BSS={class_before2} {look_before} {look}")
        return out + self._tagged(number) + self._marks(number) + self._foreign(number)

    def _tagged(self, number: int) -> list[str]:
        """What kinds of words stand around a gap, by the list of English words."""
        before2, before, after, then, next_ = self.tags_around[number : number + 5]
        look, section = self.shapes[number][:2], self.section
        return [
            f"TA={after}",
            f"TB={before}",
            f"TBA={before} {after}",
            f"TBBA={before2} {before} {after}",
            f"TBAT={before} {after} {then}",
            f"TBBAT={before2} {before} {after} {then}",
            f"TATU={after} {then} {next_}",
            f"TsAT={section} {after} {then}",
            f"TS={look} {after} {then}",
            f"Tb={self.words[number - 1]} {after}",
            f"Ta={before} {self.words[number]}",
        ]

    def _foreign(self, number: int) -> list[str]:
        """Features of gaps in other languages than English, where capitals and endings mean other things."""
        language = self.language
        if language == "en":
            return []
        before, after, then = self.around[number + 1 : number + 4]
        last = number + 1 == len(self.tokens)
        capital, capital_then = self.capital[number - 1], not last and self.capital[number + 1]
        return [
            language,
            f"{language} {capital} {capital_then}",
            f"{language} b={before[-2:]} {capital}",
            f"{language} a={after[-2:]} {capital_then}",
            f"{language} ba={before[-2:]} {capital} {after[-2:]} {capital_then}",
            f"{language} B={self.classes[number - 1]} {capital}",
            f"{language} t={then}",
            f"{language} BB={self.classes_around[number]} {before[-2:]} {capital}",
        ]

    def _marks(self, number: int) -> list[str]:
        """Features of few gaps: glued words, names, the line's last words."""
        out = []
        if self.tokens[number].glued:
            out.append("glued")
        if self.names[number]:
            out.append("name")
        if self.names[number - 1]:
            out += ["after-name", f"after-name {self.classes[number]}"]
        left = len(self.tokens) - number
        if left < 4:
            out.append(f"left={left}")
        return out

    def moving(self, number: int, last: int) -> list[str]:
        """Features that depend on the word `last`, at which the open requirement began."""
        length = number - last
        size = _SIZES[min(length, len(_SIZES) - 1)]
        first, after = self.words[last], self.words[number]
        class_first, class_after = self.classes[last], self.classes[number]
        out = [
            f"l={size}",
            f"lA={size} {class_after}",
            f"FA={class_first} {class_after}",
            f"sl={self.section} {size}",
        ]
        if first == after:
            out += ["same", f"same={after}"]
        elif class_first == class_after:
            out.append("alike")
        if self.capital[number - 1] and number - 1 != last:
            known = "known" if is_common(after) else "unknown"
            out += [f"capital {known}", f"capital {known} {self.shapes[number][:2]} {class_after}"]
        if length < 4:
            out.append(f"short={length} {class_first} {class_after}")
        return out


def _depths(tokens: Sequence[Token]) -> list[int]:
    """How many brackets are open before each word; none where they do not match."""
    depths = []
    depth = 0
    for token in tokens:
        depths.append(depth)
        depth = max(0, depth + token.text.count("(") - token.text.count(")"))
    return depths if depth == 0 else [0] * len(depths)
