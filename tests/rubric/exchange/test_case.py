"""The catalogue goes out as a strict CASE package, and packages of others come in leniently."""

import json
import re
import subprocess
import sys
import uuid

import pytest

from rubric.exchange.case import package_of
from rubric.exchange.cli import run
from rubric.exchange.framework import FrameworkError, read_package
from tests.rubric.catalogue.entries import catalogue, competency, renamed

RELATIONS = (("soup", "builds-on", "ordering"), ("ordering", "related", "soup"))
HELD = catalogue(competency(), renamed("ordering"), relations=RELATIONS)
STAMP = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")


def nodes(value):
    if isinstance(value, dict):
        yield value
        for held in value.values():
            yield from nodes(held)
    if isinstance(value, list):
        for held in value:
            yield from nodes(held)


def test_every_entity_has_a_uuid_an_address_and_a_stamp():
    package = package_of(HELD)
    entities = [node for node in nodes(package) if "lastChangeDateTime" in node]
    assert len(entities) > 20
    assert len({node["identifier"] for node in entities}) == len(entities)
    for node in entities:
        assert str(uuid.UUID(node["identifier"])) == node["identifier"]
        assert STAMP.match(node["lastChangeDateTime"])


def test_strict_output_knows_no_links_to_package_or_document():
    text = json.dumps(package_of(HELD))
    assert "CFPackageURI" not in text
    assert "CFDocumentURI" not in text
    loose = package_of(HELD, compatible=True)
    assert "CFPackageURI" in loose["CFDocument"]
    assert all("CFDocumentURI" in item for item in loose["CFItems"] + loose["CFAssociations"])


def test_foundations_precede_and_children_name_their_area():
    package = package_of(HELD)
    names = {item["identifier"]: item["humanCodingScheme"] for item in package["CFItems"]}
    names[package["CFDocument"]["identifier"]] = "the document"
    ties = {
        (
            tie["associationType"],
            names[tie["originNodeURI"]["identifier"]],
            names[tie["destinationNodeURI"]["identifier"]],
        )
        for tie in package["CFAssociations"]
    }
    assert ties == {
        ("isChildOf", "kitchen", "the document"),
        ("isChildOf", "soup", "kitchen"),
        ("isChildOf", "ordering", "kitchen"),
        ("precedes", "ordering", "soup"),
        ("isRelatedTo", "ordering", "soup"),
    }


def test_rubrics_hold_a_criterion_for_each_competency_and_a_level_for_each_anchor():
    [rubric] = package_of(HELD)["CFRubrics"]
    assert [criterion["category"] for criterion in rubric["CFRubricCriteria"]] == ["Soup making", "Ordering"]
    assert [level["score"] for level in rubric["CFRubricCriteria"][0]["CFRubricCriterionLevels"]] == [
        1,
        2,
        3,
        4,
    ]


@pytest.mark.parametrize("compatible", [False, True])
def test_what_goes_out_comes_in_again(compatible):
    framework = read_package(json.dumps(package_of(HELD, compatible)).encode())
    assert (len(framework.items), len(framework.ties), len(framework.criteria)) == (3, 4, 2)
    assert framework.criteria[0].levels == tuple(anchor.seen for anchor in competency().anchors)
    assert framework.remarks == ()
    assert "Soup making" in {concept.label for concept in framework.as_taxonomy().concepts}


def test_the_same_catalogue_gives_the_same_bytes_and_the_version_dates_it():
    assert json.dumps(package_of(HELD)) == json.dumps(package_of(HELD))
    dated = package_of(HELD.model_copy(update={"version": "2026.3+own"}))
    assert dated["CFDocument"]["lastChangeDateTime"] == "2026-03-01T00:00:00Z"


def test_odd_packages_are_read_as_far_as_they_go():
    package = {
        "CFDocument": {"title": "Theirs"},
        "extra": 1,
        "CFItems": [
            {"identifier": "a", "fullStatement": "Counts"},
            {"identifier": "a", "fullStatement": "Counts again"},
            {"identifier": "", "fullStatement": "Nameless"},
            3,
        ],
        "CFAssociations": [
            {
                "associationType": "isPeerOf",
                "originNodeURI": "http://x/a",
                "destinationNodeURI": "urn:uuid:a",
            },
            {"associationType": "isPeerOf", "originNodeURI": {"identifier": "a"}, "destinationNodeURI": 4},
        ],
        "CFRubrics": [
            {
                "title": "R",
                "CFRubricCriteria": [
                    {
                        "category": "C",
                        "CFRubricCriterionLevels": [
                            {"description": "high", "position": 2},
                            {"description": "low", "score": 1},
                            {"description": "none"},
                        ],
                    }
                ],
            },
        ],
    }
    framework = read_package(json.dumps(package).encode())
    assert framework.title == "Theirs"
    assert [tie.kind for tie in framework.ties] == ["isPeerOf"]
    assert framework.criteria[0].levels == ("none", "low", "high")
    assert len(framework.remarks) == 4
    assert read_package(json.dumps({**package, "CFDocument": []}).encode()).title == "Untitled"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"<xml>", "not JSON", id="no json"),
        pytest.param(b"[]", "object was expected", id="a list"),
        pytest.param(b'{"CFItems": {}}', "no items", id="no items"),
    ],
)
def test_what_is_no_package_is_said(data, fault):
    with pytest.raises(FrameworkError, match=fault):
        read_package(data)


def test_a_package_far_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("rubric.exchange.framework.LARGEST", 1)
    with pytest.raises(FrameworkError, match="is not read"):
        read_package(b"{}")


def test_remarks_are_few_and_harmless_on_a_terminal():
    item = {"identifier": "a", "fullStatement": "x"}
    twice = [{"identifier": str(n), "fullStatement": "x"} for n in range(40)] * 2
    package = {"CFItems": [item, *twice], "colour\x1b[31m": 1}
    remarks = read_package(json.dumps(package).encode()).remarks
    assert len(remarks) == 21
    assert remarks[0] == "Unknown parts were left out: colour[31m."
    assert remarks[-1] == "21 more remarks are not shown."


@pytest.mark.parametrize("base", ["skills.example.org", "ftp://a.example", "https://a b", "javascript:x"])
def test_an_address_that_is_none_is_refused(base, capsys):
    with pytest.raises(SystemExit):
        run(["case", "--base", base])
    assert "is no address that starts with http" in capsys.readouterr().err


def test_case_and_framework_on_the_command_line(tmp_path, capsys):
    assert run(["case"]) == 0
    file, out = tmp_path / "case.json", tmp_path / "own.csv"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert run(["framework", str(file), "--out", str(out)]) == 0
    assert "criteria were read" in capsys.readouterr().out
    assert out.read_text().startswith("id,label,alternatives\n")
    assert run(["framework", str(tmp_path / "none.json")]) == 2
    assert run(["case", "--own", str(tmp_path / "none")]) == 2
    assert "does not exist" in capsys.readouterr().err


POSTING = "Ward nurse\n\nRequirements\n\n- Gives medication safely\n- Writes care plans\n"


def test_a_postings_graph_as_graphml_and_json_ld(tmp_path, capsys):
    file = tmp_path / "posting.md"
    file.write_text(POSTING, "utf-8")
    assert run(["graph", str(file)]) == 0
    assert "<graphml" in capsys.readouterr().out
    assert run(["graph", str(file), "--format", "json-ld"]) == 0
    terms = json.loads(capsys.readouterr().out)
    assert terms["@type"] == "DefinedTermSet"
    assert "care-planning" in {term["termCode"] for term in terms["hasDefinedTerm"]}


def test_two_versions_of_a_posting_are_compared(tmp_path, capsys):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(POSTING, "utf-8")
    new.write_text(POSTING + "- Infection prevention on the ward\n", "utf-8")
    assert run(["diff", str(old), str(old)]) == 0
    assert capsys.readouterr().out == "Nothing changes for the loop.\n"
    assert run(["diff", str(old), str(new)]) == 0
    assert "Infection prevention" in capsys.readouterr().out


def test_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "rubric.exchange", "--help"], capture_output=True, text=True)
    assert done.returncode == 0
    assert "link" in done.stdout
