"""A loop to its papers: what each says (`compose_packets`), and the bytes of its file (`render`)."""

from loops.packets.compose import NoPacketsError as NoPacketsError
from loops.packets.compose import compose_packets as compose_packets
from loops.packets.model import Look as Look
from loops.packets.model import Packets as Packets
from loops.packets.model import Settings as Settings
from loops.packets.pdf.save import protect as protect
from loops.packets.press import Drawn as Drawn
from loops.packets.press import Press as Press
from loops.packets.press import PressError as PressError
from loops.packets.render import content_hash as content_hash
from loops.packets.render import render as render
from loops.packets.write import write_packets as write_packets
