"""Identifiers and addresses of what a CASE package holds, made from the entries' own ids."""

import uuid
from typing import Any, NamedTuple

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://loopwright.example/case")
_SERVICE = "/ims/case/v1p1"
_PATHS = {
    "package": "CFPackages",
    "document": "CFDocuments",
    "area": "CFItems",
    "competency": "CFItems",
    "association": "CFAssociations",
    "rubric": "CFRubrics",
    "criterion": "CFRubricCriteria",
    "level": "CFRubricCriterionLevels",
    "type": "CFItemTypes",
    "licence": "CFLicenses",
}
"""Where the standard's service shows each class; parts of a rubric have no path there, but an address."""


class Addresses(NamedTuple):
    """Names of entries: on a server where `base` is its address, else such as no network resolves."""

    changed: str
    base: str | None

    def ident(self, kind: str, name: str) -> str:
        """The same for the same entry, wherever it lies."""
        return str(uuid.uuid5(_SPACE, f"{kind}/{name}"))

    def uri(self, kind: str, name: str) -> str:
        """The address of an entry."""
        ident = self.ident(kind, name)
        return (
            f"{self.base.rstrip('/')}{_SERVICE}/{_PATHS[kind]}/{ident}" if self.base else f"urn:uuid:{ident}"
        )

    def identified(self, kind: str, name: str) -> dict[str, Any]:
        """What every entry begins with."""
        ident = self.ident(kind, name)
        return {"identifier": ident, "uri": self.uri(kind, name), "lastChangeDateTime": self.changed}

    def link(self, kind: str, name: str, title: str) -> dict[str, Any]:
        """A link to an entry."""
        return {"title": title, "identifier": self.ident(kind, name), "uri": self.uri(kind, name)}
