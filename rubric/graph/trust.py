"""How sure a link may be called, once the whole posting and its role are known.

Measured on labelled postings (docs/methods/mapping.md): words are right nearly always where they are the only
ones of any trade in their requirement and the role rests on what they name; beside others, or away from the
role, even a term of several words is right less often.
"""

from collections.abc import Collection, Sequence

from rubric.catalogue.model import Catalogue
from rubric.graph.meaning import meanings_of
from rubric.graph.model import Link, Sure
from rubric.graph.roles import Role, near_to
from rubric.graph.worlds import doubted, in_any_world
from rubric.requirements.model import Requirements

_EXACT = ("term", "tool")


def settle(
    links: Sequence[Link],
    requirements: Requirements,
    catalogue: Catalogue,
    role: Role | None,
    titled: Collection[str],
) -> list[Link]:
    """Links with the word for their confidence: raised, lowered, or doubted as foreign to the role.

    Links that a person drew, and guesses, stay as they are.
    """
    texts = {item.id: item.text for item in requirements.items}
    named: dict[str, set[str]] = {}
    for link in links:
        named.setdefault(link.requirement, set()).add(link.competency)
    rests = {*titled, *(role.rests_on if role else ())}
    near = {*rests, *in_any_world(catalogue), *(near_to(role, catalogue) if role else catalogue.competencies)}
    out = []
    for link in links:
        if link.rule not in _EXACT or link.sure == "guess":
            out.append(link)
        elif link.sure == "likely" and link.competency not in near and len(link.words.split()) == 1:
            out.append(doubted(link))
        else:
            alone = link.competency in rests and len(named[link.requirement]) == 1
            sure = _confidence(link, texts[link.requirement], catalogue) if alone else "likely"
            out.append(link.model_copy(update={"sure": sure}))
    return out


def _confidence(link: Link, text: str, catalogue: Catalogue) -> Sure:
    """For the only competency that a requirement names: a single word has to agree with the wording."""
    if link.sure == "sure" or meanings_of(catalogue).nearest(text) == link.competency:
        return "sure"
    return "likely"
