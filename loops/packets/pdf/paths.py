"""Shapes as PDF paths. Lengths are points."""

_ROUND = 0.5523
"""How far a Bézier curve's handles reach to make a quarter of a circle."""


def circle(x: float, y: float, radius: float) -> str:
    """A circle around a centre."""
    k = radius * _ROUND
    return (
        f"{x + radius:.2f} {y:.2f} m "
        f"{x + radius:.2f} {y + k:.2f} {x + k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
        f"{x - k:.2f} {y + radius:.2f} {x - radius:.2f} {y + k:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - k:.2f} {x - k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
        f"{x + k:.2f} {y - radius:.2f} {x + radius:.2f} {y - k:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle from its lower left corner."""
    return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"


def rounded(x: float, y: float, width: float, height: float, radius: float = 3) -> str:
    """A rectangle with round corners from its lower left corner."""
    r, k = radius, radius * (1 - _ROUND)
    right, top = x + width, y + height
    parts = (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l",
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c",
        f"{right:.2f} {top - r:.2f} l",
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c",
        f"{x + r:.2f} {top:.2f} l",
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c",
        f"{x:.2f} {y + r:.2f} l",
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h",
    )
    return " ".join(parts)


def tick(size: float) -> str:
    """A check mark that fills a square of this size from the origin."""
    s = size
    return f"{0.2 * s:.2f} {0.5 * s:.2f} m {0.42 * s:.2f} {0.24 * s:.2f} l {0.82 * s:.2f} {0.8 * s:.2f} l"
