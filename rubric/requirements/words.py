"""Classes of words: what may open a requirement, and what cannot end one."""

from functools import cache, lru_cache
from importlib import resources

from rubric.postings.lexicon import load_words

_SUFFIXES = (
    ("ing", "ing"),
    ("ed", "ed"),
    ("ly", "adverb"),
    ("ung", "noun"),
    ("keit", "noun"),
    ("heit", "noun"),
    ("ion", "noun"),
    ("ions", "nouns"),
    ("ment", "noun"),
    ("ments", "nouns"),
    ("ness", "noun"),
    ("ity", "noun"),
    ("ance", "noun"),
    ("ence", "noun"),
    ("ship", "noun"),
    ("ers", "nouns"),
    ("ors", "nouns"),
    ("ies", "nouns"),
    ("er", "er"),
    ("al", "adjective"),
    ("ive", "adjective"),
    ("ous", "adjective"),
    ("able", "adjective"),
    ("ible", "adjective"),
    ("ful", "adjective"),
    ("ic", "adjective"),
    ("en", "en"),
    ("s", "nouns"),
)

_SHORTEST = 5


@cache
def _classes() -> dict[str, str]:
    """Each listed word with its class; words of two lists are verbs or nouns."""
    lists = load_words("rubric.requirements", "word-classes")
    out: dict[str, str] = {}
    for name in (
        "duty",
        "opener",
        "verb",
        "verb-or-noun",
        "adverb",
        "numeral",
        "calendar",
        "preposition",
        "open",
    ):
        out.update(dict.fromkeys(lists[name].split(), name))
    return out


@cache
def open_words() -> frozenset[str]:
    """Words with which no phrase ends: articles, possessives, most prepositions, modal verbs."""
    return frozenset(load_words("rubric.requirements", "word-classes")["open"].split())


@lru_cache(maxsize=20_000)
def word_class(word: str) -> str:
    """The class of a word in lower case, by the lists and else by its ending.

    >>> word_class("of"), word_class("maintain"), word_class("scheduling"), word_class("tables")
    ('open', 'verb', 'gerund', 'nouns')
    """
    listed = _classes().get(word)
    if listed is not None:
        return listed
    if word[:1].isdigit():
        return "number"
    if form := _form_of_verb(word):
        return form
    for suffix, name in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return name
    return "other"


@cache
def _tags() -> dict[str, str]:
    text = resources.files("rubric.requirements").joinpath("data/tags.txt").read_text("utf-8")
    out: dict[str, str] = {}
    for line in text.splitlines():
        tag, _, words = line.partition("\t")
        out.update(dict.fromkeys(words.split(" "), tag))
    return out


@lru_cache(maxsize=20_000)
def word_tag(word: str) -> str:
    """The Penn Treebank class that an English word in lower case mostly has, else its class by `word_class`.

    >>> word_tag("kitchen"), word_tag("careful"), word_tag("of"), word_tag("kubernetes")
    ('NN', 'JJ', 'open', 'nouns')
    """
    listed = word_class(word)
    if listed in _FUNCTION:
        return listed
    return _tags().get(word, listed)


_FUNCTION = frozenset(("open", "preposition", "numeral", "number", "calendar"))


def is_common(word: str) -> bool:
    """Whether a word in lower case is listed, and so no name.

    >>> is_common("maintain"), is_common("kubernetes")
    (True, False)
    """
    return word in _classes()


@cache
def _verbs() -> frozenset[str]:
    lists = load_words("rubric.requirements", "word-classes")
    return frozenset((lists["verb"] + lists["verb-or-noun"]).split())


def _form_of_verb(word: str) -> str | None:
    """Whether a word is a listed verb with an ending: "manages", "managing"."""
    if word.endswith("s") and (word[:-1] in _verbs() or word[:-2] in _verbs()):
        return "verb-s"
    if word.endswith("ing") and len(word) > _SHORTEST:
        stem = word[:-3]
        if stem in _verbs() or f"{stem}e" in _verbs() or stem[:-1] in _verbs():
            return "gerund"
    return None
