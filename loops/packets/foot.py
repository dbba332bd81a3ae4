"""What stands at the foot of every page."""

from loops.packets.model import Settings
from loops.packets.words import words_of


def notice(settings: Settings) -> str:
    """The line at the foot: the team's own, or confidentiality and retention."""
    words = words_of(settings.look.language)
    kept = settings.retention or words("all.retention")
    return settings.look.footer or words("all.confidential", retention=kept)
