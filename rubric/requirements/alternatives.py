"""Options of a requirement any one of which is enough."""

import re

_WORD = r"[\w+#.-]{1,40}"
_SLASHES = re.compile(rf"(?<![\w+#.-]){_WORD}(?: [A-Z][\w+#.-]{{1,40}})?(?:\s?/\s?{_WORD})+")
_PHRASE = r"[\w+#.’'&-]{1,40}(?: [\w+#.’'&-]{1,40}){0,3}"
_OR = re.compile(
    rf"(?<![\w+#.’'&-])(?P<list>(?:{_PHRASE}, ){{0,12}}{_PHRASE},? (?:or|oder|ou) (?:an? )?{_PHRASE})"
)
_LEAD = re.compile(
    r"^(?:.*\b(?:of|in|with|using|as|on|to|like|either|an?|the|know|write|one of|experience|familiarity"
    r"|knowledge|both|for|at|from)\s)(?=\S)",
    re.I,
)
_NOT_OPTIONS = re.compile(r"\b(?:more|less|so|higher|above|better|later|equal|not|whether|two|three)\b", re.I)
_ONE_THING = frozenset(("and/or", "ci/cd", "tcp/ip", "i/o", "a/b"))


def find_alternatives(text: str) -> tuple[str, ...]:
    """The options in reading order, empty where the requirement offers none.

    >>> find_alternatives("Experience with Terraform or Pulumi")
    ('Terraform', 'Pulumi')
    >>> find_alternatives("one of the major cloud providers - AWS/Azure/OCI/Google")
    ('AWS', 'Azure', 'OCI', 'Google')
    """
    return (_by_slashes(text) if "/" in text else ()) or _by_or(text)


def _by_slashes(text: str) -> tuple[str, ...]:
    for match in _SLASHES.finditer(text):
        parts = [part.strip(" -–—") for part in match.group().split("/")]
        if all(re.search(r"[A-Za-z]", part) for part in parts) and match.group().casefold() not in _ONE_THING:
            return tuple(parts)
    return ()


def _by_or(text: str) -> tuple[str, ...]:
    if not re.search(r" (?:or|oder|ou) ", text):
        return ()
    match = _OR.search(text)
    if match is None:
        return ()
    options = [
        _LEAD.sub("", part).strip(" -–—") for part in re.split(r",? (?:or|oder|ou) |, ", match.group("list"))
    ]
    if not all(options) or any(_NOT_OPTIONS.search(option) for option in options):
        return ()
    return tuple(re.sub(r"^(?:an?|the)\s", "", option) for option in options)
