"""Where one requirement ends and the next begins, in a line that has lost its bullets.

Every place at which a requirement might begin is judged by a trained model; the cuts of a line are then
chosen together, so that the whole line is as likely as can be.
"""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from rubric.requirements.gaps import Gaps
from rubric.requirements.maxent import load_odds
from rubric.requirements.tokens import Token, plain, tokenize
from rubric.requirements.words import is_common

_BEAM = 4
"""How many ways to cut a line are followed at once."""


def split_run(
    text: str, offset: int, section: str, names: Collection[str] = frozenset()
) -> list[tuple[int, int]]:
    """Cut a run of requirements into spans.

    Args:
        text: One line in which requirements follow one another with a blank or nothing between.
        offset: Where the line starts in the kept text; added to each span.
        section: The kind of section it stands in; duties begin with other words than qualifications.
        names: Capitalised words that the posting uses as names, in lower case.

    Returns:
        Spans in reading order, trimmed of blanks.
    """
    tokens = tokenize(text)
    if not tokens:
        return []
    begins = [0, *find_begins(tokens, section, names), len(tokens)]
    return [(offset + tokens[first].start, offset + tokens[last - 1].end) for first, last in pairwise(begins)]


def is_lower(tokens: Sequence[Token]) -> bool:
    """Whether the items of a run begin in lower case, so that capitals mark names and nothing else.

    The first letter tells; where it belongs to a name or a figure, the words that are never names do.
    """
    first = tokens[0].text.lstrip("(\"“'")
    if first[:1].islower():
        return True
    if first[:1].isupper() and first[1:2].islower():
        return False
    return not any(token.text[:1].isupper() and is_common(plain(token.text)) for token in tokens)


def find_begins(tokens: Sequence[Token], section: str, names: Collection[str] = frozenset()) -> list[int]:
    """The numbers of the words that begin a new requirement; the first word is not among them."""
    lower = is_lower(tokens)
    gaps = Gaps(tokens, section, names, lower=lower)
    model = load_odds("boundaries-lower" if lower else "boundaries")
    beam = [_Cut(0.0, 0, None)]
    for place in gaps.places():
        still = model.of(gaps.still(place))
        beam = _step(beam, place, [still + model.of(gaps.moving(place, cut.last)) for cut in beam])
    return _trace(beam[0])


class _Cut(NamedTuple):
    """One way to cut what was read so far: its log-probability, its last begin and the way before that."""

    score: float
    last: int
    before: "_Cut | None"


def _step(beam: list[_Cut], place: int, odds: list[float]) -> list[_Cut]:
    """The best ways after one more place, at which each way goes on or begins anew."""
    ways = [cut._replace(score=cut.score - _softplus(odd)) for cut, odd in zip(beam, odds, strict=True)]
    score, cut = max(
        ((cut.score - _softplus(-odd), cut) for cut, odd in zip(beam, odds, strict=True)),
        key=lambda pair: (pair[0], pair[1].last),
    )
    ways.append(_Cut(score, place, cut))
    ways.sort(key=lambda way: (-way.score, -way.last))
    return ways[:_BEAM]


def _softplus(value: float) -> float:
    return math.log1p(math.exp(value)) if value < 30 else value


def _trace(cut: _Cut) -> list[int]:
    begins: list[int] = []
    at: _Cut | None = cut
    while at is not None and at.last:
        begins.append(at.last)
        at = at.before
    return begins[::-1]
