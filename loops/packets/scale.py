"""The words of the scale."""

from loops.packets.model import Point, Settings
from loops.packets.words import words_of
from rubric.catalogue.model import Anchor
from rubric.value import InputError


class ScaleError(InputError):
    """The team's words are more or fewer than the levels that have an anchor."""


def points(settings: Settings, levels: int) -> tuple[Point, ...]:
    """The points of a scale with this many levels, in the team's own words where it gave some.

    Raises:
        ScaleError: the team gave more or fewer words than there are levels.
    """
    words = settings.scale or words_of(settings.look.language).list(f"all.scale_{levels}")
    if len(words) != levels:
        raise ScaleError(
            f"The scale has {levels} levels, but {len(words)} words were given for it; give one a level."
        )
    return tuple(Point(level=level, word=word) for level, word in enumerate(words, 1))


def anchored(settings: Settings, anchors: tuple[Anchor, ...]) -> tuple[tuple[Anchor, Point], ...]:
    """Each anchor with its point of the scale; a level without an anchor does not exist."""
    return tuple(zip(anchors, points(settings, len(anchors)), strict=True))
