"""Job feeds in JSON become postings, escaped as they may be."""

import html
import json

import pytest

from rubric.postings import PostingError, read_posting, read_postings
from rubric.requirements import find_requirements

LIST = "<h3>Requirements</h3><ul><li>Two years of nursing</li><li>Fluent English</li></ul>"
JOB = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Staff Nurse (m/w/d)",
    "description": LIST,
}


def texts(content):
    return [[item.text for item in find_requirements(posting).items] for posting in read_postings(content)]


@pytest.mark.parametrize("times", [0, 1, 2])
def test_greenhouse_content_is_unescaped_until_it_is_stable(times):
    content = LIST
    for _ in range(times):
        content = html.escape(content)
    job = {"title": "Staff Nurse", "location": {"name": "Kiel"}, "content": content}

    assert texts(json.dumps({"jobs": [job], "meta": {"total": 1}})) == [
        ["Two years of nursing", "Fluent English"]
    ]


@pytest.mark.parametrize(
    "node",
    [
        pytest.param(JOB, id="an object"),
        pytest.param([JOB], id="an array"),
        pytest.param({"@graph": [{"@type": "Organization"}, JOB]}, id="a graph"),
        pytest.param(JOB | {"@type": ["JobPosting"]}, id="a list of types"),
        pytest.param(JOB | {"description": html.escape(LIST)}, id="escaped"),
        pytest.param(JOB | {"description": html.escape(html.escape(LIST))}, id="escaped twice"),
    ],
)
def test_linked_data_is_read_from_a_page_and_alone(node):
    page = (
        f'<html><script type="application/ld+json">{json.dumps(node)}</script><p>Apply</p><p>now</p></html>'
    )

    assert texts(page) == texts(json.dumps(node)) == [["Two years of nursing", "Fluent English"]]
    assert read_posting(page).title == "Staff Nurse"


def test_the_other_fields_of_linked_data_are_read_where_the_description_lacks_them():
    job = JOB | {
        "description": "We run a ward.",
        "responsibilities": ["Lead the shift", "Teach students"],
        "skills": {"@type": "DefinedTerm", "name": "Wound care"},
        "educationRequirements": {"credentialCategory": "degree in nursing"},
        "experienceRequirements": 7,
    }

    assert texts(json.dumps(job)) == [["Lead the shift", "Teach students", "Wound care", "degree in nursing"]]


def test_a_page_that_shows_its_linked_posting_is_not_read_twice():
    shown = "Lead the whole team of nurses on the ward"
    job = JOB | {"description": f"<h3>Duties</h3><ul><li>{shown}</li></ul>"}
    data = f'<script type="application/ld+json">{json.dumps(job)}</script>'
    page = f"{data}<h2>Duties</h2><ul><li>{shown}</li></ul>"

    assert texts(page) == [[shown]]


def test_linked_data_that_is_no_json_is_passed_over():
    page = '<script type="application/ld+json">{oops</script><h2>Duties</h2><ul><li>Lead the ward</li></ul>'

    assert texts(page) == [["Lead the ward"]]


def test_lever_lists_keep_their_headings():
    job = {
        "text": "Ward Clerk",
        "categories": {"location": "Leeds"},
        "description": "<p>We run a ward.</p>",
        "lists": [{"text": "What you bring", "content": "<li>Patience</li><li>Fast typing</li>"}, "odd"],
        "additional": "<p>Apply by Friday.</p>",
    }

    assert texts(json.dumps([job, job])) == [["Patience", "Fast typing"]] * 2
    assert read_posting(json.dumps(job)).title == "Ward Clerk"


def test_ashby_prefers_html_to_plain_text():
    job = {"title": "Nurse", "location": "Oslo", "descriptionHtml": LIST, "descriptionPlain": "Requirements"}

    assert texts(json.dumps({"apiVersion": "1", "jobs": [job]})) == [
        ["Two years of nursing", "Fluent English"]
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param('{"a": ', "cannot be read", id="cut off"),
        pytest.param('{"a": 1}', "no posting", id="no posting"),
        pytest.param('{"jobs": [{"title": "", "content": ""}]}', "no posting", id="an empty posting"),
        pytest.param("[" * 60 + "{}" + "]" * 60, "deeper than 40", id="deep"),
        pytest.param("[" * 100_000, "deeper than 40|cannot be read", id="very deep"),
    ],
)
def test_json_that_holds_no_posting_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(PostingError, match=sentence):
        read_postings(content)
