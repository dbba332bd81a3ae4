"""The meanings of a taxonomy's labels as vectors, made once and kept in the data folder.

The file's name is the hash of the labels and of the encoder, so that a changed taxonomy is read anew. Vectors
are kept, and used, with sixteen bits: a first and a later run see the same numbers.
"""

import hashlib
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import environ
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rubric.meaning.encoder import WIDTH, encode, fingerprint

_BLOCK = 32
"""Labels read together: few enough to stay in the processor's cache."""
_AT_ONCE = 2
"""Blocks that are read at the same time."""
_TELL = 2_000
"""From this many labels on, a person is told that the first run takes longer."""


def folder() -> Path:
    """Where vectors are kept: `linking` in LOOPWRIGHT_DATA, or in `data` in the working folder."""
    return Path(environ.get("LOOPWRIGHT_DATA") or "data") / "linking"


def vectors_of(labels: Sequence[str]) -> NDArray[Any]:
    """A row of length one for each label, from the data folder where it is there."""
    names = "\n".join([fingerprint(), *labels])
    file = folder() / f"{hashlib.sha256(names.encode()).hexdigest()[:32]}.npy"
    kept = _read(file, len(labels))
    if kept is None:
        kept = _make(labels, file)
        _keep(kept, file)
    return kept.astype(np.float32)


def _read(file: Path, count: int) -> NDArray[Any] | None:
    """What is kept, None where nothing is or where it is damaged."""
    try:
        held = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return held if held.shape == (count, WIDTH) and held.dtype == np.float16 else None


def _make(labels: Sequence[str], file: Path) -> NDArray[Any]:
    if len(labels) >= _TELL:
        sys.stderr.write(
            f"{len(labels):,} labels are read for the first time: about half a minute. "
            f"What is learned is kept in {file.parent}.\n"
        )
    order = sorted(range(len(labels)), key=lambda place: (len(labels[place]), place))
    made = np.zeros((len(labels), WIDTH), np.float16)
    blocks = [order[start : start + _BLOCK] for start in range(0, len(order), _BLOCK)]
    texts = [[labels[place] for place in places] for places in blocks]
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for places, vectors in zip(blocks, pool.map(encode, texts), strict=True):
            made[places] = vectors
    return made


def _keep(made: NDArray[Any], file: Path) -> None:
    """Write whole or not at all; where that fails, the next run reads the labels again."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as out:
            np.save(out, made)
        Path(out.name).replace(file)
    except OSError as error:
        sys.stderr.write(f"{file.parent}: what was learned is not kept ({error.strerror}).\n")
