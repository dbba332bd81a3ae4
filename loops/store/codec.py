"""Values to what a database keeps, and back."""

import json
import zlib
from datetime import UTC, datetime
from functools import lru_cache

from pydantic import ValidationError

from loops.store.model import PlanState, StoreError

MAX_STATE = 64_000_000

KEPT = 128
"""States that are kept read: a plan is read on every click, and reading its JSON costs more than the rest."""


def pack_state(state: PlanState) -> bytes:
    """A plan's state as deflated JSON."""
    return zlib.compress(state.model_dump_json().encode(), 6)


@lru_cache(KEPT)
def unpack_state(packed: bytes) -> PlanState:
    """The state that was packed.

    Raises:
        StoreError: The bytes are damaged, or from a newer version of the product.
    """
    try:
        text = zlib.decompressobj().decompress(packed, MAX_STATE)
        return _read_state(text)
    except (zlib.error, ValueError) as error:
        raise StoreError(
            "A kept revision of this plan cannot be read: it is damaged or from a newer version."
        ) from error


def _read_state(text: bytes) -> PlanState:
    """The state; a loop that an earlier version made in another shape is left out, to be planned again."""
    try:
        return PlanState.model_validate_json(text)
    except ValidationError as error:
        if {fault["loc"][:1] for fault in error.errors()} != {("made",)}:
            raise
        return PlanState.model_validate_json(json.dumps(json.loads(text) | {"made": None}))


def pack_time(moment: datetime) -> str:
    """A moment as sortable text in UTC, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def unpack_time(text: str) -> datetime:
    """The moment that was packed."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
