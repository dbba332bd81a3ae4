"""Words by which a sentence shows that it asks for something, wishes for it, or does neither."""

from functools import lru_cache

from rubric.postings.lexicon import load_patterns, lowered


@lru_cache(maxsize=4096)
def cues(text: str) -> frozenset[str]:
    """Which cues stand in a piece of text: wish, demand, duty, negation, company.

    The words of a negation count for nothing else: "not necessary" is no demand.

    >>> sorted(cues("You do not need a degree."))
    ['negation']
    """
    low = lowered(text)
    patterns = load_patterns("rubric.requirements", "cues")
    asked = patterns["negation"].sub(" ", low)
    found = {name for name, pattern in patterns.items() if pattern.search(asked)}
    return frozenset(found | {"negation"} if asked != low else found)
