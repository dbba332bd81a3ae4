"""Which language a text is in, told by its smallest words."""

import re
from collections import Counter
from functools import cache

from rubric.postings.lexicon import load_words

_ENOUGH = 60_000
"""How many characters show the language of a text."""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load_words("rubric.postings", "languages").items()}


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language whose small words are most frequent; 'en' where none is.

    >>> guess_language("Du leitest das Team und sorgst für den Betrieb.")
    'de'
    """
    counts = Counter(re.findall(r"[^\W\d_]+", text[:_ENOUGH].casefold()))
    hits = {code: sum(counts.get(word, 0) for word in small) for code, small in _small_words().items()}
    best = max(sorted(hits), key=lambda code: hits[code])
    return best if hits[best] > hits["en"] else "en"
