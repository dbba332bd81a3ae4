"""Which look at a competency is the first of a loop."""

from loops.design.model import Interview


def name_looks(interviews: tuple[Interview, ...]) -> tuple[Interview, ...]:
    """The interviews with their looks named anew, in order: the first one is `first`, later ones `second`."""
    seen: set[str] = set()
    named: list[Interview] = []
    for each in interviews:
        items = tuple(
            ask.model_copy(update={"look": "second" if ask.competency in seen else "first"})
            for ask in each.items
        )
        seen |= {ask.competency for ask in items}
        named.append(each.model_copy(update={"items": items}))
    return tuple(named)
