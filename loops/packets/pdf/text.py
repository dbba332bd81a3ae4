"""Python text to the strings of a PDF file."""

_ESCAPED = [chr(c) if 32 <= c < 127 and chr(c) not in "()\\" else f"\\{c:03o}" for c in range(256)]


def literal(codes: bytes) -> str:
    """Bytes as a literal string: `(…)`, everything but plain ASCII escaped."""
    return f"({''.join([_ESCAPED[code] for code in codes])})"


def text_string(text: str) -> str:
    """Text as a text string: ASCII as it stands, all else as UTF-16 with its mark."""
    if text.isascii():
        return literal(text.encode("ascii"))
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
