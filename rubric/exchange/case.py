"""The catalogue as a 1EdTech CASE 1.1 package, rubrics included.

Ids are made from the entries' own ids (UUIDv5) and the time stamp is the catalogue's version, so the same
content gives the same bytes. Strict output keeps to the package schema, which knows no `CFPackageURI` in
the document and no `CFDocumentURI` in items and associations; compatible output adds both, as several
older programs expect.
"""

from typing import Any

from rubric.catalogue.model import Catalogue, Competency, Relation
from rubric.exchange.addresses import Addresses

_LEVELS = ("Level 1", "Level 2", "Level 3", "Level 4")
_TITLE = "Loopwright catalogue of competencies"
_LICENCE = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
Json = dict[str, Any]


def package_of(catalogue: Catalogue, compatible: bool = False, base: str | None = None) -> Json:
    """The whole catalogue: areas and competencies as items, relations, and a rubric for each area.

    `base` is the address of the server that will show the entries at the standard's paths; without it they
    have names (`urn:uuid:`) that no network resolves.
    """
    writer = _Writer(catalogue, compatible, base)
    return {
        "CFDocument": writer.document(),
        "CFItems": writer.items(),
        "CFAssociations": writer.associations(),
        "CFDefinitions": writer.definitions(),
        "CFRubrics": writer.rubrics(),
    }


class _Writer:
    def __init__(self, catalogue: Catalogue, compatible: bool, base: str | None) -> None:
        self._catalogue = catalogue
        self._compatible = compatible
        self._titles = {("document", catalogue.version): _TITLE}
        self._titles |= {("area", area.id): area.name for area in catalogue.areas}
        self._titles |= {("competency", id_): entry.name for id_, entry in catalogue.competencies.items()}
        year, _, part = catalogue.version.partition(".")
        month = int(part.split("+")[0]) if part.split("+")[0].isdigit() else 1
        known = year.isdigit() and len(year) == 4 and 1 <= month <= 12
        changed = f"{year}-{month:02}-01T00:00:00Z" if known else "2026-01-01T00:00:00Z"
        self._at = Addresses(changed, base)

    def document(self) -> Json:
        """What the package is, by whom and under which licence."""
        held = self._at.identified("document", self._catalogue.version) | {
            "caseVersion": "1.1",
            "frameworkType": "Competency framework",
            "creator": "Loopwright",
            "title": _TITLE,
            "description": "Competencies for hiring with four behavioural anchors each.",
            "language": "en",
            "version": self._catalogue.version,
            "adoptionStatus": "Adopted",
            "licenseURI": self._at.link("licence", "cc-by-4.0", _LICENCE),
        }
        package = {"CFPackageURI": self._at.link("package", self._catalogue.version, "Loopwright catalogue")}
        return held | package if self._compatible else held

    def items(self) -> list[Json]:
        """Areas first, then competencies, each in sorted order."""
        areas = [
            self._in_document(
                self._at.identified("area", area.id)
                | {
                    "fullStatement": area.name,
                    "humanCodingScheme": area.id,
                    "CFItemType": "Area",
                    "CFItemTypeURI": self._at.link("type", "area", "Area"),
                    "language": "en",
                }
            )
            for area in self._catalogue.areas
        ]
        return areas + [self._competency(entry) for entry in self._catalogue.competencies.values()]

    def _competency(self, entry: Competency) -> Json:
        words = [term for term in entry.terms.get("en", ()) if not set(term) & set("*…=")]
        return self._in_document(
            self._at.identified("competency", entry.id)
            | {
                "fullStatement": entry.means,
                "abbreviatedStatement": entry.name,
                "humanCodingScheme": entry.id,
                "CFItemType": "Competency",
                "CFItemTypeURI": self._at.link("type", "competency", "Competency"),
                "conceptKeywords": list(dict.fromkeys([entry.name, *words])),
                "language": "en",
            }
        )

    def associations(self) -> list[Json]:
        """Areas are children of the document, competencies of their area; foundations precede the rest."""
        document = ("document", self._catalogue.version)
        areas = [
            self._child(("area", area.id), document, place)
            for place, area in enumerate(self._catalogue.areas, 1)
        ]
        children = [
            self._child(("competency", entry), ("area", area.id), place)
            for area in self._catalogue.areas
            for place, entry in enumerate(area.competencies, 1)
        ]
        return areas + children + [self._relation(relation) for relation in self._catalogue.relations]

    def _child(self, origin: tuple[str, str], destination: tuple[str, str], place: int) -> Json:
        return self._association("isChildOf", origin, destination) | {"sequenceNumber": place}

    def _relation(self, relation: Relation) -> Json:
        of, to = ("competency", relation.of), ("competency", relation.to)
        if relation.kind == "builds-on":
            return self._association("precedes", to, of)
        return self._association("isRelatedTo", of, to)

    def _association(self, kind: str, origin: tuple[str, str], destination: tuple[str, str]) -> Json:
        name = "/".join((kind, *origin, *destination))
        return self._in_document(
            self._at.identified("association", name)
            | {
                "associationType": kind,
                "originNodeURI": self._node(*origin),
                "destinationNodeURI": self._node(*destination),
            }
        )

    def rubrics(self) -> list[Json]:
        """A rubric for each area: a criterion for each competency, a level for each anchor."""
        return [
            self._at.identified("rubric", area.id)
            | {
                "title": area.name,
                "description": f"Behavioural anchors of the area {area.name}.",
                "CFRubricCriteria": [
                    self._criterion(self._catalogue.competencies[entry], area.id, place)
                    for place, entry in enumerate(area.competencies, 1)
                ],
            }
            for area in self._catalogue.areas
        ]

    def _criterion(self, entry: Competency, area: str, place: int) -> Json:
        return self._at.identified("criterion", entry.id) | {
            "category": entry.name,
            "description": entry.means,
            "CFItemURI": self._node("competency", entry.id),
            "weight": 1.0,
            "position": place,
            "rubricId": self._at.ident("rubric", area),
            "CFRubricCriterionLevels": [
                self._at.identified("level", f"{entry.id}/{anchor.level}")
                | {
                    "quality": _LEVELS[anchor.level - 1],
                    "description": anchor.seen,
                    "score": float(anchor.level),
                    "position": anchor.level,
                    "rubricCriterionId": self._at.ident("criterion", entry.id),
                }
                for anchor in entry.anchors
            ],
        }

    def definitions(self) -> Json:
        """The two types of items, and the licence."""
        types = (("area", "Area", "1"), ("competency", "Competency", "2"))
        return {
            "CFItemTypes": [
                self._at.identified("type", key)
                | {"title": title, "description": f"{title} of the catalogue", "hierarchyCode": code}
                for key, title, code in types
            ],
            "CFLicenses": [
                self._at.identified("licence", "cc-by-4.0")
                | {"title": _LICENCE, "licenseText": "https://creativecommons.org/licenses/by/4.0/legalcode"}
            ],
        }

    def _node(self, kind: str, name: str) -> Json:
        return self._at.link(kind, name, self._titles[kind, name])

    def _in_document(self, held: Json) -> Json:
        if not self._compatible:
            return held
        return held | {"CFDocumentURI": self._node("document", self._catalogue.version)}
