"""Better wordings that can be made from a requirement's own words."""

import re

from rubric.catalogue.lint.words import plain
from rubric.postings.lexicon import load_words

_TAIL = re.compile(
    r"[\s.;,]*(?:\b(?:is|are)\b\s*)?(?:\((?:required|mandatory|essential)\)|\b(?:required|mandatory|essential|needed|preferred"
    r"|a must|a must-have)\b)?[\s.;,]*$",
    re.I,
)
_YEARS = re.compile(
    r"^(?P<lead>.*?)\b(?:(?:at least|minimum(?: of)?|min\.?|over|more than|a minimum of)\s+)*"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s*\+?\s*"
    r"(?:(?:-|–|to)\s*\d+\+?\s*)?(?:or more\s+)?(?:full\s+)?(?:years?|yrs?)['’]?\s+(?:of\s+)?"
    r"(?P<kind>(?:[\w-]+\s+){0,4}?)(?:experience|background|practice)\s+(?P<rest>(?:with|in|as|of|using|on|at|for)\b.+)$",
    re.I,
)
_NATIVE = re.compile(
    r"\b(?i:native|mother[- ]tongue)(?:[- ]level)?\s+(?P<tongue>[A-Z][a-z]+)(?:\s+speakers?)?"
    r"|\b(?i:native speakers? of) (?P<other>[A-Z][a-z]+)"
    r"|\b(?P<last>[A-Z][a-z]+) (?i:mother tongue|native speakers?)"
)
_LIFT = re.compile(r"\b(?:lift|carry|stand|climb|kneel|bend)\w*\b", re.I)
_CAR = re.compile(
    r"^(?:must |you )?(?:own|have|has|need)?(?: an?| your| their)?(?: own)? ?(?:car|vehicle)\b[^.]*\.?$", re.I
)
_ACCOMMODATION = ", with or without reasonable accommodation"


def reword(rule: str, text: str, language: str = "en") -> str | None:
    """A whole wording that mends what a rule found in a requirement; None where none can be made.

    In another language than English only what fits any requirement is put in, in that language.

    >>> reword("degree", "Bachelor's degree in Computer Science required.")
    "Bachelor's degree in Computer Science or equivalent practical experience."
    >>> reword("years", "10+ years of experience with Kubernetes.")
    'Can show own work with Kubernetes.'
    """
    makers = _MAKERS if language == "en" else {}
    after = makers[rule](text) if rule in makers else _elsewhere(rule, text, language)
    return after if after and after.strip() != text.strip() else None


_OR_PRACTICE = {"de": "oder gleichwertige Berufserfahrung", "fr": "ou expérience équivalente"}
_REQUIRED = re.compile(
    r"[\s.;,]*(?:\b(?:ist|sind|wird|est|sont)\s+)?(?:\(?\b(?:erforderlich|vorausgesetzt|notwendig|zwingend|exigé|requis|obligatoire|indispensable)e?s?\b\)?)?[\s.;,]*$",
    re.I,
)


def _elsewhere(rule: str, text: str, language: str) -> str | None:
    """The other way to a degree, in German and French: it stands behind any plain naming of one.

    >>> reword("degree", "Abgeschlossenes Studium der Informatik erforderlich.", "de")
    'Abgeschlossenes Studium der Informatik oder gleichwertige Berufserfahrung.'
    """
    plain_naming = ";" not in text and text.count(".") < 2 and len(text) <= 160
    if rule != "degree" or language not in _OR_PRACTICE or not plain_naming:
        return None
    return f"{_REQUIRED.sub('', text.strip())} {_OR_PRACTICE[language]}."


def _degree(text: str) -> str | None:
    if ";" in text or text.count(".") > 1 or len(text) > 160:
        return None
    return f"{_TAIL.sub('', text.strip())} or equivalent practical experience."


def _years(text: str) -> str | None:
    found = _YEARS.match(" ".join(text.split()))
    if found is None or found["lead"].strip(" :–-"):
        return None
    kind = " ".join(
        word
        for word in found["kind"].split()
        if word.lower() not in ("of", "professional", "relevant", "proven", "work", "working")
    )
    return f"Can show own {f'{kind} ' if kind else ''}work {found['rest'].rstrip(' .;')}."


def _sex(text: str) -> str | None:
    words: dict[str, str] = load_words("rubric.requirements", "review")["neutral"]
    names = sorted(words, key=len, reverse=True)

    def neutral(match: re.Match[str]) -> str:
        word = words[match.group().lower()]
        return word.capitalize() if match.group()[0].isupper() else word

    after = re.sub(rf"\b(?:{'|'.join(names)})\b", neutral, text, flags=re.I)
    return _AFTER_THEY.sub(_many, after) if after != text else None


_AFTER_THEY = re.compile(r"\b(?P<they>they) (?P<verb>\w+s)\b", re.I)


def _many(match: re.Match[str]) -> str:
    """The verb of one as the verb of many: “they leads” becomes “they lead”."""
    verb = {"is": "are", "has": "have", "does": "do", "was": "were"}.get(match["verb"], plain(match["verb"]))
    return f"{match['they']} {verb}"


def _native(text: str) -> str | None:
    found = _NATIVE.search(text)
    if found is None:
        return None
    tongue = found["tongue"] or found["other"] or found["last"]
    return f"Fluent {tongue.removesuffix('-speaking')}, spoken and written, as the job needs it."


def _health(text: str) -> str | None:
    return f"{_TAIL.sub('', text.strip())}{_ACCOMMODATION}." if _LIFT.search(text) else None


def _transport(text: str) -> str | None:
    return "Reliable travel to where the work is done." if _CAR.match(text.strip()) else None


def _citizen(text: str) -> str | None:
    return "Authorised to work where the job is." if len(text.split()) <= 7 else None


_MAKERS = {
    "degree": _degree,
    "years": _years,
    "sex-or-gender": _sex,
    "national-origin": _native,
    "physical-demand": _health,
    "transport": _transport,
    "citizenship": _citizen,
}
