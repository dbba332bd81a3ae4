"""Dependability against candidate minutes as a chart; a table beside it says the same."""

from collections.abc import Sequence
from typing import Any

from loops.design.what_if import Point


def curve_option(points: Sequence[Point], across: str, up: str) -> dict[str, Any]:
    """The chart of all points where a loop exists; the axes start near the values."""
    told = [[point.minutes, point.dependability] for point in points if point.dependability is not None]
    axis = {"type": "value", "scale": True, "nameLocation": "middle"}
    return {
        "grid": {"left": 70, "right": 20, "top": 15, "bottom": 50},
        "xAxis": {**axis, "name": across, "nameGap": 30},
        "yAxis": {**axis, "name": up, "nameGap": 48},
        "series": [{"type": "line", "data": told, "symbolSize": 9}],
        "animation": False,
    }
