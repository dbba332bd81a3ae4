"""The graph and the catalogue become a rubric: heaviest first, and what is left out with its reason."""

from rubric.compose import compose_rubric, order_questions
from rubric.graph import build_graph
from tests.rubric.graph.asks import ENTRIES, need, needs, small_catalogue

CATALOGUE = small_catalogue()


def rubric_of(asked):
    return compose_rubric(asked, build_graph(asked, CATALOGUE), CATALOGUE)


def test_items_hold_the_words_of_the_catalogue_and_of_the_posting():
    asked = needs("Deep knowledge of queues", "Tunes caches", seniority="staff", title="Queue engineer")
    rubric = rubric_of(asked)
    item = rubric.items[0]
    assert (item.id, item.target, item.anchors) == ("queues", 4, CATALOGUE.competencies["queues"].anchors)
    assert item.evidence[0].quote == "Deep knowledge of queues"
    assert (rubric.title, rubric.seniority, rubric.catalogue_hash) == (
        "Queue engineer",
        "staff",
        CATALOGUE.hash,
    )
    assert rubric.builds_on[0] == ("queues", "caches")


def test_what_no_interview_assesses_is_left_out_with_its_reason():
    degree = need(
        "A degree in queues.", 2, kind="education", assess_by="resume", assess_why="It is on paper."
    )
    asked = needs("Runs queues")
    rubric = rubric_of(asked.model_copy(update={"items": (*asked.items, degree)}))
    whys = {left.name: left.why for left in rubric.left_out}
    assert whys["A degree in queues"] == "Checked on the résumé. It is on paper."


def test_competencies_outside_the_loop_keep_their_reason():
    asked = needs("Runs queues", "Tunes caches", "Writes Python", "Writes Go", "Mentors two", "Hiring")
    rubric = rubric_of(asked)
    assert {item.name for item in rubric.items} <= {label for _, label, _, _ in ENTRIES.values()}
    assert all(left.why for left in rubric.left_out)


def test_questions_that_tell_the_target_apart_come_first():
    first, *rest = CATALOGUE.competencies["queues"].questions
    low = first.model_copy(update={"separates": (1, 2)})
    ordered = order_questions((low, *rest), 4)
    assert ordered[-1] == low
    assert [question.kind for question in ordered[:-1]] == ["past", "technical", "situation"]
