"""Lines that bound the curve of dependability from above: close ones where a good loop lies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loops.design.columns import Column
from loops.design.master import Master, told
from loops.design.measure import dependability

CLOSE = 8
"""So many lines on either side of the best mixture's are kept, of the others every sixth."""

FAR = 6

Line = tuple[float, float]


@dataclass
class Lines:
    """Lines (slope, height) by item, around the information that the best mixture holds."""

    master: Master
    around: Sequence[float]
    by_item: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])

    def __post_init__(self) -> None:
        for item, known in zip(self.master.items, self.around, strict=True):
            lines = self.master.curves[item.id] if self.master.quality else []
            self.by_item[item.id] = _near(lines, known)

    def touch(self, columns: Iterable[Column]) -> None:
        """Add the lines that touch the curve where a loop lies: for that loop they are exact."""
        known = {item.id: 0.0 for item in self.master.items}
        for column in columns:
            for name, asked in column.asked:
                known[name] += told(self.master.shop.choices[column.format, name], len(asked))
        for name, x in known.items():
            line = (1 / (1 + x) ** 2, dependability(x) - x / (1 + x) ** 2)
            if line not in self.by_item[name]:
                self.by_item[name].append(line)


def _near(lines: Sequence[Line], known: float) -> list[Line]:
    if not lines:
        return []
    lowest = min(range(len(lines)), key=lambda place: lines[place][1] + lines[place][0] * known)
    last = len(lines) - 1
    return [
        line
        for place, line in enumerate(lines)
        if abs(place - lowest) <= CLOSE or place % FAR == 0 or place == last
    ]
