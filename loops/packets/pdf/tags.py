"""The structure tree: what each mark on the pages is, for readers that cannot see them."""

from collections.abc import Callable
from typing import NamedTuple

_KEPT = ("TD", "TH")
"""Elements that stand even when empty, so that a table keeps its columns."""


class Mark(NamedTuple):
    """Words on a page: the page's index and the number of the marked content on it."""

    page: int
    mcid: int


class Widget(NamedTuple):
    """A field on a page: the page's index and the number of the field's object."""

    page: int
    number: int


class Tag:
    """One element of the structure tree, with what it holds in reading order."""

    __slots__ = ("attributes", "kids", "kind")

    def __init__(self, kind: str, parent: "Tag | None" = None, attributes: str = "") -> None:
        self.kind = kind
        self.attributes = attributes
        self.kids: list[Tag | Mark | Widget] = []
        if parent is not None:
            parent.kids.append(self)


def scope(across: str, columns: int = 1) -> str:
    """The attributes of a head cell: "Column" or "Row", and how many columns it spans."""
    wide = f"/ColSpan {columns}" if columns > 1 else ""
    return f"/A<</O/Table/Scope/{across}{wide}>>"


class Tree(NamedTuple):
    """What the file needs: the root's object, and each widget's place in the parent tree."""

    root: int
    widgets: dict[int, int]


class Writer(NamedTuple):
    """How the tree gets its objects: `reserve` a number, `fill` it later; `pages` are page objects."""

    reserve: Callable[[], int]
    fill: Callable[[int, str], None]
    pages: list[int]


def write_tree(top: Tag, write: Writer) -> Tree:
    """Write the elements that hold something, the parent tree and the root."""
    root = write.reserve()
    marks: list[dict[int, int]] = [{} for _ in write.pages]
    widgets: dict[int, int] = {}
    first = _write(top, root, write, marks, widgets)
    nums = [
        f"{page}[{' '.join(f'{owners[mcid]} 0 R' for mcid in sorted(owners))}]"
        for page, owners in enumerate(marks)
    ]
    places = {number: len(marks) + place for place, number in enumerate(widgets)}
    nums += [f"{places[number]} {owner} 0 R" for number, owner in widgets.items()]
    parents = write.reserve()
    write.fill(parents, f"<</Nums[{' '.join(nums)}]>>")
    write.fill(
        root,
        f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(marks) + len(widgets)}>>",
    )
    return Tree(root, places)


def _write(tag: Tag, parent: int, write: Writer, marks: list[dict[int, int]], widgets: dict[int, int]) -> int:
    """Write one element and all below it; returns its object number."""
    number = write.reserve()
    pages = [kid.page for kid in tag.kids if not isinstance(kid, Tag)]
    home = pages[0] if pages else None
    kids = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            if kid.kids or kid.kind in _KEPT:
                kids.append(f"{_write(kid, number, write, marks, widgets)} 0 R")
        elif isinstance(kid, Mark):
            marks[kid.page][kid.mcid] = number
            here = f"<</Type/MCR/Pg {write.pages[kid.page]} 0 R/MCID {kid.mcid}>>"
            kids.append(str(kid.mcid) if kid.page == home else here)
        else:
            widgets[kid.number] = number
            kids.append(f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {write.pages[kid.page]} 0 R>>")
    where = f"/Pg {write.pages[home]} 0 R" if home is not None else ""
    held = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
    write.fill(number, f"<</S/{tag.kind}/P {parent} 0 R{where}/K {held}{tag.attributes}>>")
    return number
