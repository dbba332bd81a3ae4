"""Weights of a rubric (R15), and what experts' votes say of its anchors (R16)."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean, variance

from rubric.catalogue.lint.model import Finding

HIT_RATE = 0.6
"""Share of experts who must put an anchor back to its competency (Smith and Kendall 1963; 60% is common)."""
GOOD_RATE = 0.75
AGREEMENT = 0.7
HEAVIEST = 0.5
_CLOSE = 1e-6


def weights(shares: Mapping[str, float], musts: Sequence[str]) -> Iterator[Finding]:
    """R15: Scoring weights add up to 1, no must-have weighs nothing, and none weighs more than a half."""
    if abs(sum(shares.values()) - 1) > _CLOSE:
        yield _fault("weights", f"The weights add up to {sum(shares.values()):.2f}, not to 1.")
    for name in sorted(musts):
        if not shares.get(name):
            yield _fault("weights", f"{name} is a must-have and weighs nothing.")
    for name, share in sorted(shares.items()):
        if share > HEAVIEST and len(shares) > 1:
            yield _fault("weights", f"{name} weighs {share:.0%}: more than all others together.")


def votes(name: str, hits: int, experts: int, levels: Sequence[int], points: int = 4) -> Iterator[Finding]:
    """R16: Experts put an anchor back where it belongs, and agree on its level.

    Args:
        name: The anchor, as it is shown.
        hits: How many experts named the right competency.
        experts: How many were asked; at least one.
        levels: The levels that experts gave the anchor, 1 to `points`.
        points: Points of the scale.
    """
    rate = hits / experts
    if rate < HIT_RATE:
        yield _fault("votes", f"{name}: only {rate:.0%} of {experts} experts put it back to its competency.")
    elif rate < GOOD_RATE:
        yield _fault(
            "votes", f"{name}: {rate:.0%} of {experts} experts put it back; {GOOD_RATE:.0%} is better."
        )
    agreed = r_wg(levels, points)
    if agreed is not None and agreed < AGREEMENT:
        yield _fault(
            "votes", f"{name}: experts disagree on its level (r_wg {agreed:.2f}, below {AGREEMENT})."
        )


def r_wg(levels: Sequence[int], points: int) -> float | None:
    """Agreement of raters against uniform chance; 1 is full, 0 or less is none; None under two raters.

    Source: James, Demaree and Wolf (1984), Journal of Applied Psychology 69(1), 85-98.

    >>> r_wg([3, 3, 3, 4], 4)
    0.8
    """
    if len(levels) < 2:
        return None
    return 1 - variance(levels) / ((points**2 - 1) / 12)


def a_wg(levels: Sequence[int], points: int) -> float | None:
    """Agreement against the most that raters of this mean could disagree; None where it is not defined.

    Source: Brown and Hauenstein (2005), Organizational Research Methods 8(2), 165-184: only for means
    that k raters could still disagree about, between (L(k-1)+H)/k and (H(k-1)+L)/k.

    >>> a_wg([1, 4, 1, 4], 4)
    -1.0
    """
    count, low, high = len(levels), 1, points
    if count < 2:
        return None
    middle = mean(levels)
    least, most = (low * (count - 1) + high) / count, (high * (count - 1) + low) / count
    if not least <= middle <= most:
        return None
    widest = ((high + low) * middle - middle**2 - high * low) * count / (count - 1)
    return 1 - 2 * variance(levels) / widest


def _fault(rule: str, why: str) -> Finding:
    return Finding(rule=rule, verdict="warn", why=why)
