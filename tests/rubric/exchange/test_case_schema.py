"""The package keeps to CASE 1.1 as 1EdTech publishes it; `case_1_1.toml` holds the rules with sources."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft201909Validator

from rubric.catalogue.load import load_catalogue
from rubric.exchange.case import package_of
from rubric.exchange.framework import read_package
from tests.rubric.catalogue.entries import catalogue, competency, renamed

CLASSES = tomllib.loads(Path(__file__).with_name("case_1_1.toml").read_text("utf-8"))
UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
KINDS = {
    "uuid": {"type": "string", "pattern": UUID},
    "uri": {"type": "string", "pattern": r"^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+$"},
    "line": {"type": "string", "pattern": r"^[^\r\n\t]*$"},
    "text": {"type": "string"},
    "stamp": {"type": "string", "pattern": rf"^{DAY}T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"},
    "day": {"type": "string", "pattern": f"^{DAY}$"},
    "language": {"type": "string", "pattern": "^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "open": {"type": "object"},
    "1.1": {"const": "1.1"},
}


def schema_of(kind):
    kind = kind.removesuffix("!")
    if kind.startswith("["):
        return {"type": "array", "items": schema_of(kind[1:-1])}
    if kind.startswith("one of "):
        words = kind.removeprefix("one of ").split("/")
        return {"anyOf": [{"enum": words}, {"type": "string", "pattern": r"^ext:[a-zA-Z0-9._-]+$"}]}
    return KINDS.get(kind) or {"$ref": f"#/$defs/{kind}"}


def rules():
    classes = {
        name: {
            "type": "object",
            "properties": {field: schema_of(kind) for field, kind in fields.items()},
            "required": [field for field, kind in fields.items() if kind.endswith("!")],
            "additionalProperties": False,
        }
        for name, fields in CLASSES.items()
    }
    schema = {"$schema": "https://json-schema.org/draft/2019-09/schema", "$defs": classes}
    Draft201909Validator.check_schema(schema)
    return Draft201909Validator(schema | {"$ref": "#/$defs/CFPackage"})


RULES = rules()


@pytest.fixture(scope="module")
def package():
    """The whole catalogue's package; tests only read it."""
    return json.loads(json.dumps(package_of(load_catalogue())))


@pytest.fixture
def small():
    """A package to be damaged."""
    held = catalogue(competency(), renamed("ordering"), relations=(("soup", "builds-on", "ordering"),))
    return json.loads(json.dumps(package_of(held)))


def faults(package):
    return [
        f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in RULES.iter_errors(package)
    ]


def test_the_whole_catalogue_keeps_to_every_rule(package):
    assert faults(package) == []


DAMAGES = {
    "a field of its own": lambda p: p["CFItems"][1].update(colour="red"),
    "a link to the document in an item": lambda p: p["CFItems"][1].update(CFDocumentURI={}),
    "no document": lambda p: p.pop("CFDocument"),
    "an item without its statement": lambda p: p["CFItems"][1].pop("fullStatement"),
    "an identifier in capitals": lambda p: p["CFItems"][1].update(identifier="AB" * 18),
    "an address without a scheme": lambda p: p["CFItems"][1].update(uri="items/3"),
    "a name of two lines": lambda p: p["CFItems"][1].update(abbreviatedStatement="a\nb"),
    "a time without a zone": lambda p: p["CFDocument"].update(lastChangeDateTime="2026-11-01T00:00:00"),
    "another version": lambda p: p["CFDocument"].update(caseVersion="1.0"),
    "a licence that is a text": lambda p: p["CFDocument"].update(licenseURI="CC BY"),
    "an unknown relation": lambda p: p["CFAssociations"][0].update(associationType="likes"),
    "an end without title": lambda p: p["CFAssociations"][0]["originNodeURI"].pop("title"),
    "half a place": lambda p: p["CFAssociations"][0].update(sequenceNumber=1.5),
    "a type without description": lambda p: p["CFDefinitions"]["CFItemTypes"][0].pop("description"),
    "a score that is a text": lambda p: p["CFRubrics"][0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"][
        0
    ].update(score="1"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_what_the_standard_does_not_allow_is_seen(small, damage):
    assert faults(small) == []
    damage(small)
    assert len(faults(small)) == 1


@pytest.mark.parametrize("kind", ["ext:assesses", "isTranslationOf"])
def test_what_the_standard_allows_passes(small, kind):
    small["CFAssociations"][0].update(associationType=kind, notes="two\nlines", extensions={"any": [1]})
    small["CFAssociations"][0]["originNodeURI"].update(identifier="not a uuid", targetType="CASE")
    assert faults(small) == []


def test_entries_have_addresses_on_a_server_where_one_is_named(small):
    held = catalogue(competency(), renamed("ordering"), relations=(("soup", "builds-on", "ordering"),))
    placed = json.loads(json.dumps(package_of(held, base="https://skills.example.org/")))
    assert faults(placed) == []
    item, bare = placed["CFItems"][1], small["CFItems"][1]
    assert item["identifier"] == bare["identifier"]
    assert bare["uri"] == f"urn:uuid:{bare['identifier']}"
    assert item["uri"] == f"https://skills.example.org/ims/case/v1p1/CFItems/{item['identifier']}"
    assert "urn:uuid" not in json.dumps(placed)


def test_every_link_leads_to_what_is_in_the_package_by_its_title(package):
    titles = {package["CFDocument"]["identifier"]: package["CFDocument"]["title"]}
    for item in package["CFItems"]:
        titles[item["identifier"]] = item.get("abbreviatedStatement") or item["fullStatement"]
    for entry in package["CFDefinitions"]["CFItemTypes"] + package["CFDefinitions"]["CFLicenses"]:
        titles[entry["identifier"]] = entry["title"]
    links = [package["CFDocument"]["licenseURI"], *(item["CFItemTypeURI"] for item in package["CFItems"])]
    for tie in package["CFAssociations"]:
        links += [tie["originNodeURI"], tie["destinationNodeURI"]]
    for rubric in package["CFRubrics"]:
        links += [criterion["CFItemURI"] for criterion in rubric["CFRubricCriteria"]]
    assert len(links) > 1000
    assert [link for link in links if titles.get(link["identifier"]) != link["title"]] == []


def test_every_item_hangs_once_below_the_document_in_a_told_order(package):
    children = [tie for tie in package["CFAssociations"] if tie["associationType"] == "isChildOf"]
    above = {tie["originNodeURI"]["identifier"]: tie["destinationNodeURI"]["identifier"] for tie in children}
    assert len(children) == len(above) == len(package["CFItems"])
    top = package["CFDocument"]["identifier"]
    for item in package["CFItems"]:
        area = above[item["identifier"]]
        assert area == top or above[area] == top
    places = Counter((tie["destinationNodeURI"]["identifier"], tie["sequenceNumber"]) for tie in children)
    assert set(places.values()) == {1}


def test_the_package_comes_back_without_a_remark(package):
    framework = read_package(json.dumps(package).encode())
    assert framework.remarks == ()
    assert len(framework.items) == len(package["CFItems"])
    assert len(framework.criteria) == len(load_catalogue().competencies)
