"""The sample that was held: a loop with people, and all its scorecards."""

from loops import steps
from loops.store import open_store


def test_every_scorecard_of_the_held_sample_is_complete_and_they_disagree(tmp_path, monkeypatch):
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path))
    monkeypatch.delenv("LOOPWRIGHT_DATABASE_URL", raising=False)
    store = open_store()

    saved = steps.start_held_sample(store, "you")

    assert not saved.state.loop_is_stale
    (candidate,) = steps.list_candidates(store, "you", saved.id)
    cards = steps.visible_scorecards(store, "you", candidate.id)
    assert len(cards) == len(steps.loop_of(store, candidate).interviews)
    assert {card.recommendation for card in cards} >= {"yes", "no"}
