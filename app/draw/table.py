"""A small table as HTML: the first cell of each row names the row."""

from collections.abc import Iterable, Sequence
from html import escape


def table_html(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table that screen readers can walk; everything in it is escaped."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(_row(row) for row in rows)
    return (
        f'<div class="lw-scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<table class="lw-matrix"><caption class="lw-hidden">{escape(label)}</caption>'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[str]) -> str:
    name, *cells = row
    rest = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(name)}</th>{rest}</tr>'
