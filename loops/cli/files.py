"""Files of the command line: sizes are checked before reading, folders before working."""

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from rubric.value import InputError


def read_input(name: str, most: int) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: It is missing, a folder, larger than `most` bytes, or cannot be read.
    """
    if name == "-":
        data = sys.stdin.buffer.read(most + 1)
        if len(data) > most:
            raise InputError(
                f"Standard input has more than {most / 1e6:.0f} MB; {most / 1e6:.0f} MB can be read."
            )
        return data
    path = Path(name)
    try:
        if path.is_dir():
            raise InputError(f"{name} is a folder, not a file.")
        size = path.stat().st_size
        if size > most:
            raise InputError(
                f"{name} has {size / 1e6:.1f} MB; files of up to {most / 1e6:.0f} MB can be read."
            )
        with path.open("rb") as file:
            return file.read(most + 1)[:most]
    except FileNotFoundError:
        raise InputError(f"There is no file {name}.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name} cannot be read: {_reason(error)}.") from error


def named(name: str, error: InputError) -> InputError:
    """The same fault with the file's name before it, unless it says it already."""
    said = str(error)
    return error if Path(name).name in said else InputError(f"{name}: {said}")


def make_folder(name: str) -> Path:
    """The folder to write to, made where it is missing, once a trial file could be written there.

    Raises:
        InputError: Nothing can be written there.
    """
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except (OSError, ValueError) as error:
        raise InputError(f"The folder {name} cannot be written to: {_reason(error)}.") from error
    return folder


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        InputError: It cannot be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise InputError(f"{path} cannot be written: {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return told[:1].lower() + told[1:]
