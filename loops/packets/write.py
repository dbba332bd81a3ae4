"""All files of a loop at once."""

from loops.design.model import PlanFile
from loops.packets.compose import compose_packets
from loops.packets.model import Settings
from loops.packets.render import render


def write_packets(plan: PlanFile, settings: Settings | None = None) -> dict[str, bytes]:
    """The bytes of each document by file name: overview.pdf, candidate.pdf, packets/<interviewer>.pdf."""
    documents = compose_packets(plan, settings).files()
    return {name: render(document) for name, document in documents.items()}
