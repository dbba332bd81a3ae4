"""What the database keeps comes back, or is said to be damaged."""

import json
import zlib
from datetime import UTC, datetime

import pytest

from loops.store import StoreError
from loops.store.codec import pack_state, pack_time, unpack_state, unpack_time


def changed(state, **values):
    """A kept state with some values replaced."""
    return zlib.compress(json.dumps(json.loads(state.model_dump_json()) | values).encode())


def test_a_state_comes_back(planned):
    assert unpack_state(pack_state(planned)) == planned


def test_a_loop_of_another_shape_is_left_out_to_be_planned_again(planned):
    state = unpack_state(changed(planned, made={"file": {"shape": "old"}, "inputs": "x"}))

    assert state.made is None
    assert state.requirements == planned.requirements


@pytest.mark.parametrize(
    "spoil",
    [
        lambda state: b"no zlib",
        lambda state: pack_state(state)[:-9],
        lambda state: changed(state, schema_version=9),
        lambda state: changed(state, made={"file": 1}, rules=1),
        lambda state: zlib.compress(b"[]"),
    ],
)
def test_a_damaged_or_newer_state_is_told(planned, spoil):
    with pytest.raises(StoreError, match="damaged or from a newer version"):
        unpack_state(spoil(planned))


def test_a_moment_comes_back_to_the_microsecond():
    moment = datetime(2026, 11, 24, 21, 5, 7, 123456, tzinfo=UTC)
    assert unpack_time(pack_time(moment)) == moment
