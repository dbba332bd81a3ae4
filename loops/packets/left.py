"""What a loop assesses of all that the posting asks for, and what it leaves out."""

from loops.design.model import PlanFile
from loops.packets.model import Left, Row
from loops.packets.words import Words
from loops.packets.words.sentences import said_in


def left_of(plan: PlanFile, language: str) -> tuple[Left, ...]:
    """What the posting asks for and no interview assesses, each once, must-haves first."""
    names = {item.id: item.name for item in plan.problem.rubric.items}
    named = [(names.get(each.competency, each.competency), each) for each in plan.left_out]
    named += [(each.name, each) for each in plan.problem.rubric.left_out]
    found = dict(reversed(named))
    tiers = ("must", "should", "nice", None)
    return tuple(
        sorted(
            (
                Left(name=name, why=said_in(language, found[name].why), tier=found[name].tier)
                for name in dict.fromkeys(name for name, _ in named)
            ),
            key=lambda left: tiers.index(left.tier),
        )
    )


def seen_of(rows: tuple[Row, ...], left: tuple[Left, ...]) -> tuple[int, int]:
    """How many must-haves an interview assesses, and how many the posting has in all."""
    seen = sum(row.tier == "must" and bool(row.cells) for row in rows)
    return seen, seen + len(_missed(rows, left))


def _missed(rows: tuple[Row, ...], left: tuple[Left, ...], tier: str = "must") -> list[str]:
    """The names of one tier that no interview assesses, whether the rubric holds them or not."""
    names = [row.name for row in rows if row.tier == tier and not row.cells]
    return list(dict.fromkeys([*names, *(each.name for each in left if each.tier == tier)]))


def thin_of(rows: tuple[Row, ...]) -> list[str]:
    """The must-haves that one interview alone looks at."""
    return [row.name for row in rows if row.tier == "must" and len(row.cells) == 1]


def assessed(rows: tuple[Row, ...], left: tuple[Left, ...], words: Words) -> str:
    """The sentence on how many must-haves are assessed, naming those that are not; empty where all are."""
    missed = _missed(rows, left)
    if not missed:
        return ""
    seen, count = seen_of(rows, left)
    return words("overview.left_must", seen=seen, all=count, n=len(missed), names=", ".join(missed))


def gaps(rows: tuple[Row, ...], left: tuple[Left, ...], words: Words) -> str:
    """The sentences under the matrix: what has no look, and which must-have has one only."""
    parts = [assessed(rows, left, words)]
    if thin := thin_of(rows):
        parts.append(words("overview.gaps_thin", names=", ".join(thin)))
    elif any(row.tier == "must" and row.cells for row in rows):
        parts.append(words("overview.gaps_none" if not parts[0] else "overview.gaps_none_held"))
    others = [*_missed(rows, left, "should"), *_missed(rows, left, "nice")]
    if others:
        parts.append(words("overview.left_other", names=", ".join(others)))
    if unknown := sum(each.tier is None for each in left):
        parts.append(words("overview.left_elsewhere", n=unknown))
    return " ".join(part for part in parts if part)
