"""The review beside the posting: remarks with their words, a wording to use, and a way to be rid of them."""

import pytest

from app import words
from loops import steps

POSTING = """Salesperson

Requirements
- Bachelor's degree in Business required
- Team player with a positive attitude
- Runs the till and closes the shop at night
"""


@pytest.fixture
def plan(store):
    """A plan whose posting leaves something to say."""
    return steps.start_plan(store, POSTING, "shop.txt", "you")


def review(open_page, plan):
    app = open_page("requirements", plan.id)
    app.session_state["view"] = "review"
    return app.run()


def remark(plan, rule):
    return next(finding for finding in steps.review_plan(plan.state) if finding.rule == rule)


def said(app):
    return "\n".join(str(each.value) for kind in (app.markdown, app.caption) for each in kind).replace(
        "\\", ""
    )


def test_remarks_stand_beside_the_posting_with_their_words(open_page, plan):
    app = review(open_page, plan)

    assert not app.exception
    assert "Degree without an alternative** “Bachelor's degree”" in said(app)
    assert "or equivalent practical experience" in said(app)
    assert not app.data_editor


def test_a_better_wording_is_used_and_taken_back(open_page, store, plan):
    app = review(open_page, plan)
    app.button(key=f"use-{remark(plan, 'degree').id}").click().run()

    state = steps.open_plan(store, plan.id).state
    assert state.requirements.items[0].text.endswith("or equivalent practical experience.")
    assert "degree" not in {finding.rule for finding in steps.review_plan(state)}
    app.button(key="undo").click().run()
    assert steps.open_plan(store, plan.id).state.requirements == plan.state.requirements


def test_a_remark_is_dismissed_and_shown_again(open_page, store, plan):
    app = review(open_page, plan)
    vague = remark(plan, "vague")
    app.button(key=f"dismiss-{vague.id}").click().run()

    assert steps.open_plan(store, plan.id).state.dismissed == (vague.id,)
    assert "1 dismissed" in said(app)
    app.button(key="remarks-again").click().run()
    assert steps.open_plan(store, plan.id).state.dismissed == ()


def test_one_remark_alone_can_be_shown_in_the_text(open_page, plan):
    app = review(open_page, plan)
    vague = remark(plan, "vague")
    app.button(key=f"show-{vague.id}").click().run()

    assert app.session_state["remark"] == vague.id
    assert app.button(key=f"show-{vague.id}").label == "Show all remarks"


def test_nothing_of_it_stops_anybody(open_page, plan):
    assert not review(open_page, plan).button(key="plan").disabled


FAULTS = """Salesman

We are aggressive, fearless, competitive, dominant, ambitious, assertive and self-reliant.
Digital natives wanted.

Requirements
- Bachelor's degree in Business or Economics; Master's degree in Law required
- 10+ years of experience in retail sales
- 4+ years of experience with forklifts
- No more than 5 years of experience in sales
- Native English speaker
- Must be able to lift 20 kg
- Loyal, honest and polite
- Fits the culture of our family
- Graduates of a top university
- Keeps the shelves of the whole shop filled
- Keeps shelves of the whole shop filled
- Must be a good egg
"""


@pytest.fixture
def faulty(store):
    """A plan whose posting has faults of most kinds."""
    return steps.start_plan(store, FAULTS, "shop.txt", "you")


def test_english_screens_say_what_the_finding_says(open_page, faulty):
    screen = said(review(open_page, faulty))
    found = steps.review_plan(faulty.state)

    assert {f.case for f in found} >= {"many-years", "some-years", "duplicate", "traits", "masculine-words"}
    assert [f.case for f in found if f.why.split("”: ", 1)[-1].lower() not in screen.lower()] == []
    assert [f.rule for f in found if (f.rewrite or f.advice) not in screen] == []


@pytest.mark.parametrize("language", ["de", "fr"])
def test_other_screens_say_it_in_their_language(open_page, faulty, language):
    app = open_page("requirements", faulty.id)
    app.query_params["lang"] = language
    app.session_state["view"] = "review"
    screen = said(app.run())
    found = steps.review_plan(faulty.state)

    assert [f.case for f in found if f.why.split("”: ", 1)[-1] in screen] == []
    assert [f.rule for f in found if f.advice and f.advice in screen] == []
    shown = {words.say(language, f"review.why_{f.case}", **f.values) for f in found if f.case != "meaning"}
    assert [sentence for sentence in shown if sentence not in screen] == []
