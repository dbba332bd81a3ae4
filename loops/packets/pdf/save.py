"""The finished file: small, with the plan's marks, byte for byte the same each time."""

import io

import pikepdf

from loops.packets.model import Identity


def save(plain: bytes, kind: str, identity: Identity) -> bytes:
    """Pack a plain file into object streams and stamp what it belongs to."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        info = pdf.docinfo
        for clock in ("/CreationDate", "/ModDate", "/Trapped", "/Keywords"):
            if clock in info:
                del info[clock]
        info["/LoopwrightKind"] = kind
        for name, value in identity.model_dump().items():
            info[f"/Loopwright{name.capitalize()}"] = value
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return out.getvalue()


def protect(data: bytes, password: str) -> bytes:
    """The same file behind a password (AES-256); its bytes differ each time, because keys are drawn by lot.

    The password opens the file for reading, filling in and printing.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=password, owner=password, R=6))
    return out.getvalue()
