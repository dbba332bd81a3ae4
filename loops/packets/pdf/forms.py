"""Fields that people fill in: texts, ticks and choices, written as objects of our own.

ReportLab's own fields cut texts at 100 characters, use fonts that are not embedded and refuse values outside
Latin-1; these do not. Borders are drawn on the page, so that a field without a viewer still shows its box.
"""

from typing import NamedTuple

from loops.packets.pdf.faces import REGULAR, clean, width_of
from loops.packets.pdf.paths import box, circle, tick
from loops.packets.pdf.sheet import FieldBodies, Sheet
from loops.packets.pdf.tags import Tag, Widget
from loops.packets.pdf.text import text_string
from loops.packets.pdf.typed import MARKS, TYPED, form_face
from loops.packets.pdf.wrap import wrap

MULTILINE, READ_ONLY, RADIO, UNISON = 1 << 12, 1, 1 << 15, 1 << 25
OFF_STATE = "Off"
_SIZE = 10
_WIDGET = "/Type/Annot/Subtype/Widget"
_TYPED = f"/DA(/{TYPED} {_SIZE} Tf 0.1 g)"
_MARKED = f"/DA(/{MARKS} 0 Tf 0.1 g)"


class Spot(NamedTuple):
    """A rectangle on the page: lower left corner, width and height in points."""

    x: float
    y: float
    width: float
    height: float

    def rect(self) -> str:
        """The rectangle as PDF writes it: two corners."""
        return f"[{self.x:.2f} {self.y:.2f} {self.x + self.width:.2f} {self.y + self.height:.2f}]"


class Label(NamedTuple):
    """A field's name, which no other has, and what it is called aloud."""

    name: str
    tip: str

    def entries(self) -> str:
        """The field's entries for both."""
        return f"/T{text_string(self.name)}/TU{text_string(self.tip)}"


class Choice(NamedTuple):
    """One field of which one value is chosen; it may show on several pages."""

    number: int
    kids: list[int]


class Form:
    """The fields of one document; `fillable` False draws their boxes only.

    `extra` is the path of a face for letters that Noto Sans lacks.
    """

    def __init__(self, sheet: Sheet, *, fillable: bool, extra: str | None = None) -> None:
        self.sheet = sheet
        self.extra = extra
        self.fillable = fillable
        self.bodies: FieldBodies = {}
        self._fields: list[int] = []
        self._choices: dict[Label, Choice] = {}
        self._looks: dict[str, int] = {}
        self._faces: dict[str, int] = {}

    def text(self, tag: Tag, label: Label, spot: Spot, value: str = "", *, lines: bool = False) -> None:
        """A text of any length at `spot`; `lines` lets it run over several."""
        if not self.fillable:
            return
        number = self._widget(tag, label.tip)
        held = f"/V {text_string(value)}" if value else ""
        flags = MULTILINE if lines else 0
        self.bodies[number] = (
            f"<<{_WIDGET}/FT/Tx{label.entries()}/F 4/Ff {flags}{_TYPED}{held}"
            f"/Rect{spot.rect()}/AP<</N {self._text_look(spot, value, lines=lines)} 0 R>>/@>>"
        )
        self._fields.append(number)

    def tick(self, tag: Tag, label: Label, spot: Spot) -> None:
        """A box to tick; its value is `yes` or unset."""
        size = spot.width
        self._outline(box(spot.x, spot.y, size, size), 0.9)
        if not self.fillable:
            return
        number = self._widget(tag, label.tip)
        mark = self._look(size, f"0.1 G 1.6 w 1 J 1 j {tick(size)} S")
        self.bodies[number] = (
            f"<<{_WIDGET}/FT/Btn{label.entries()}/F 4/AS/Off/MK<</CA(4)>>{_MARKED}/Rect{spot.rect()}"
            f"/AP<</N<</yes {mark} 0 R/Off {self._look(size, '')} 0 R>>>>/@>>"
        )
        self._fields.append(number)

    def choice(self, tag: Tag, label: Label, value: str, says: str, spot: Spot) -> None:
        """One button of a choice; `says` is what this button means.

        Buttons of the same name are one field wherever they stand, and equal values switch together.
        """
        size = spot.width
        self._outline(circle(spot.x + size / 2, spot.y + size / 2, size / 2 - 0.5), 1)
        if not self.fillable:
            return
        group = self._choices.get(label)
        if group is None:
            group = self._choices[label] = Choice(self.sheet.reserve(), [])
            self._fields.append(group.number)
        number = self._widget(tag, says)
        group.kids.append(number)
        dot = self._look(size, f"0.1 g {circle(size / 2, size / 2, size / 2 - 3)} f")
        said = text_string(says)
        self.bodies[number] = (
            f"<<{_WIDGET}/Parent {group.number} 0 R/TU{said}/Contents{said}/F 4/AS/Off/MK<</CA(l)>>{_MARKED}"
            f"/Rect{spot.rect()}/AP<</N<</{value} {dot} 0 R/Off {self._look(size, '')} 0 R>>>>/@>>"
        )

    def hidden(self, name: str, value: str) -> None:
        """A read-only field that is not shown: what the packet belongs to."""
        if not self.fillable:
            return
        number = self.sheet.reserve()
        self.sheet.pages[0].fields.append(number)
        self.bodies[number] = (
            f"<<{_WIDGET}/FT/Tx{Label(name, name).entries()}/F 2/Ff {READ_ONLY}{_TYPED}"
            f"/V {text_string(value)}/Rect[0 0 0 0]>>"
        )
        self._fields.append(number)

    def close(self) -> None:
        """Write the choices and the form's own entry."""
        for label, group in self._choices.items():
            kids = " ".join(f"{number} 0 R" for number in group.kids)
            self.bodies[group.number] = f"<</FT/Btn{label.entries()}/Ff {RADIO | UNISON}/Kids[{kids}]>>"
        if self._fields:
            fields = " ".join(f"{number} 0 R" for number in self._fields)
            faces = "".join(f"/{name} {self._typeface(name)} 0 R" for name in (TYPED, MARKS))
            self.sheet.form = f"<</Fields[{fields}]/DR<</Font<<{faces}>>>>{_TYPED}>>"

    def _outline(self, path: str, width: float) -> None:
        with self.sheet.ornament():
            self.sheet.shape(path, fill=1, width=width)

    def _widget(self, tag: Tag, tip: str) -> int:
        number = self.sheet.reserve()
        self.sheet.pages[-1].fields.append(number)
        element = Tag("Form", tag, f"/Alt{text_string(tip)}")
        element.kids.append(Widget(len(self.sheet.pages) - 1, number))
        return number

    def _look(self, size: float, ops: str) -> int:
        return self._stream(f"/BBox[0 0 {size:.2f} {size:.2f}]", ops)

    def _text_look(self, spot: Spot, value: str, *, lines: bool) -> int:
        """What a text field shows before anybody types, in the page's own faces; viewers draw it anew.

        One line of many letters is set smaller, down to seven points.
        """
        bounds = f"/BBox[0 0 {spot.width:.2f} {spot.height:.2f}]"
        if not value:
            return self._stream(bounds, "/Tx BMC EMC")
        room, size = spot.width - 4, float(_SIZE)
        if not lines:
            whole = width_of(clean(value), REGULAR, self.extra) * size / 1000
            room, size = max(room, whole), max(7.0, size * min(1, room / whole))
        held = wrap(((REGULAR, clean(value)),), size, room, self.extra)
        shown = " 0 -12 Td ".join(self.sheet.shown(line, size, self.extra) for line in held)
        first = spot.height - 11 if len(held) > 1 else (spot.height - size) / 2 + 2
        ops = f"/Tx BMC q BT 0.1 g 2 {first:.2f} Td {shown} ET Q EMC"
        return self._stream(f"{bounds}/Resources<</Font {self.sheet.faces()} 0 R>>", ops)

    def _stream(self, entries: str, ops: str) -> int:
        key = entries + ops
        if key not in self._looks:
            head = f"<</Type/XObject/Subtype/Form{entries}/Length {len(ops)}>>"
            self._looks[key] = self.sheet.add(f"{head}\nstream\n{ops}\nendstream")
        return self._looks[key]

    def _typeface(self, name: str) -> int:
        """The number of an embedded face for fields."""
        if name not in self._faces:
            face = form_face(name)
            data, words = self.sheet.add(face.data), self.sheet.add(face.unicode_map)
            described = self.sheet.add(f"<<{face.descriptor}/FontFile2 {data} 0 R>>")
            entry = f"<<{face.entry}/FontDescriptor {described} 0 R/ToUnicode {words} 0 R>>"
            self._faces[name] = self.sheet.add(entry)
        return self._faces[name]
