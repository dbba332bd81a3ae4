"""Candidates, scorecards and the blind rule; links; retention, legal hold and deletion; the audit log."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from loops import steps
from loops.store import StoreError, back_up, open_store, restore, retention
from loops.store import candidates as people
from loops.store.audit import audit_log
from loops.store.links import keep_by_link, link_secret, make_link, open_link, revoke_links
from loops.store.members import add_member, cards_of, members, remove_member
from loops.store.people import Member, RefusedError
from loops.store.scorecards import keep_scorecard, returned, scorecards_for

SECRET = b"a secret for tests"
SOON = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def team(store, plan, made):
    """A planned loop, a candidate in it, members for the first three interviewers and for each role."""
    for number in (1, 2, 3):
        add_member(
            store,
            "Ada",
            Member(plan=plan.id, who=f"rater{number}", role="interviewer", interviewer=f"role-{number}"),
        )
    add_member(store, "Ada", Member(plan=plan.id, who="idle", role="interviewer"))
    add_member(store, "Ada", Member(plan=plan.id, who="rec", role="recruiter"))
    add_member(store, "Ada", Member(plan=plan.id, who="adm", role="administrator"))
    return people.add_candidate(store, "rec", plan.id, "C-17")


def interview_of(store, candidate, interviewer):
    """The id of the interview that somebody holds."""
    rows = returned(store, "Ada", candidate.id)
    return next(row.interview for row in rows if row.interviewer == interviewer)


def hand_in(store, candidate, number, complete=True, level=3):
    """The scorecard of one of the raters."""
    interview = interview_of(store, candidate, f"role-{number}")
    body = {"mentoring": {"level": level, "evidence": f"told by rater {number}"}}
    return keep_scorecard(store, f"rater{number}", (candidate.id, interview), body, complete)


def seen(store, who, candidate):
    """Whose scorecards somebody sees."""
    return {row.interviewer for row in scorecards_for(store, who, candidate.id)}


def test_nobody_sees_others_before_their_own_is_in(store, team):
    hand_in(store, team, 1)
    hand_in(store, team, 2, complete=False)

    assert seen(store, "rater1", team) == {"role-1"}
    assert seen(store, "rater2", team) == {"role-2"}
    assert seen(store, "rater3", team) == set()

    hand_in(store, team, 2)
    assert seen(store, "rater1", team) == {"role-1", "role-2"}
    assert seen(store, "rater2", team) == {"role-1", "role-2"}
    assert seen(store, "rater3", team) == set()

    hand_in(store, team, 3, complete=False)
    assert seen(store, "rater3", team) == {"role-3"}
    assert seen(store, "rater1", team) == {"role-1", "role-2"}


@pytest.mark.parametrize(
    ("who", "sees"),
    [("Ada", {"role-1"}), ("idle", set()), ("rec", set()), ("adm", set())],
    ids=["hiring manager", "interviewer of nobody", "recruiter", "administrator"],
)
def test_each_role_sees_what_it_may(store, team, who, sees):
    hand_in(store, team, 1)
    hand_in(store, team, 2, complete=False)

    assert seen(store, who, team) == sees


def test_a_hiring_manager_who_interviews_is_blind_too(store, team, plan):
    manager = Member(plan=plan.id, who="Ada", role="hiring-manager", interviewer="role-4")
    add_member(store, "Ada", manager)
    hand_in(store, team, 1)
    assert seen(store, "Ada", team) == set()

    interview = interview_of(store, team, "role-4")
    keep_scorecard(store, "Ada", (team.id, interview), {}, complete=True)
    assert seen(store, "Ada", team) == {"role-1", "role-4"}


def test_somebody_without_access_sees_nothing(store, team):
    hand_in(store, team, 1)
    for read in (scorecards_for, returned):
        with pytest.raises(RefusedError, match="no access to this plan"):
            read(store, "stranger", team.id)
    with pytest.raises(RefusedError, match="no access"):
        people.candidates(store, "stranger", team.plan)


def test_who_is_in_is_known_to_all_and_no_rating_with_it(store, team):
    hand_in(store, team, 1)
    hand_in(store, team, 2, complete=False)
    states = {row.interviewer: row.state for row in returned(store, "rater3", team.id)}

    assert (states["role-1"], states["role-2"], states["role-3"]) == ("complete", "begun", "missing")


def test_an_interviewer_keeps_only_their_own(store, team):
    theirs = interview_of(store, team, "role-1")
    for who in ("rater2", "idle", "adm"):
        with pytest.raises(RefusedError, match="Only the one who held"):
            keep_scorecard(store, who, (team.id, theirs), {})

    kept = keep_scorecard(store, "rec", (team.id, theirs), {"mentoring": 2}, complete=True)
    assert (kept.interviewer, kept.who) == ("role-1", "rec")
    assert seen(store, "rec", team) == set()


def test_complete_locks_and_versions_before_it_count_up(store, team):
    first = hand_in(store, team, 1, complete=False, level=2)
    last = hand_in(store, team, 1, level=4)

    assert (first.number, last.number) == (1, 2)
    with pytest.raises(StoreError, match="complete and is locked"):
        hand_in(store, team, 1, level=1)
    (shown,) = scorecards_for(store, "rater1", team.id)
    assert shown.body["mentoring"]["level"] == 4


def test_an_interview_that_the_loop_does_not_have_is_told(store, team):
    with pytest.raises(StoreError, match="no interview interview-99"):
        keep_scorecard(store, "Ada", (team.id, "interview-99"), {})


def test_a_candidate_needs_a_fresh_loop_and_a_code_of_their_own(store, team, plan):
    with pytest.raises(StoreError, match="candidate C-17 already"):
        people.add_candidate(store, "Ada", plan.id, "C-17")
    with pytest.raises(RefusedError, match="Only the hiring manager or recruiter"):
        people.add_candidate(store, "rater1", plan.id, "C-18")

    steps.set_level(store, store.load(plan.id).seen_by("Ada"), "mentoring", 1)
    with pytest.raises(StoreError, match="up to date"):
        people.add_candidate(store, "Ada", plan.id, "C-18")
    assert [found.code for found in people.candidates(store, "idle", plan.id)] == ["C-17"]


def test_members_come_and_go_but_a_manager_stays(store, team, plan):
    assert {(m.who, m.role) for m in members(store, "Ada", plan.id)} >= {
        ("Ada", "hiring-manager"),
        ("rec", "recruiter"),
    }
    assert [card.id for card in cards_of(store, "rater1")] == [plan.id]
    assert cards_of(store, "stranger") == ()

    remove_member(store, "adm", plan.id, "rater1")
    assert cards_of(store, "rater1") == ()
    with pytest.raises(RefusedError, match="needs a hiring manager"):
        remove_member(store, "adm", plan.id, "Ada")
    with pytest.raises(RefusedError, match="needs a hiring manager"):
        add_member(store, "adm", Member(plan=plan.id, who="Ada", role="recruiter"))
    with pytest.raises(RefusedError, match="Only the hiring manager or administrator"):
        remove_member(store, "rec", plan.id, "idle")


def link_for(store, candidate, number, expires=SOON):
    """A link to a rater's interview."""
    interview = interview_of(store, candidate, f"role-{number}")
    return make_link(store, SECRET, "rec", (candidate.id, interview), expires)


def test_a_link_opens_one_interview_and_keeps_one_scorecard(store, team):
    hand_in(store, team, 1)
    token = link_for(store, team, 2)

    opened = open_link(store, SECRET, token)
    assert (opened.candidate.id, opened.interviewer, opened.own) == (team.id, "role-2", None)

    keep_by_link(store, SECRET, token, {"mentoring": 2})
    keep_by_link(store, SECRET, token, {"mentoring": 3}, complete=True)
    assert open_link(store, SECRET, token).own.body == {"mentoring": 3}
    with pytest.raises(StoreError, match="locked"):
        keep_by_link(store, SECRET, token, {"mentoring": 4})
    assert seen(store, "rater2", team) == {"role-1", "role-2"}


def test_a_link_that_was_changed_expired_or_ended_opens_nothing(store, team):
    token = link_for(store, team, 2)
    other = link_for(store, team, 3)
    link, _, signature = token.partition(".")
    wrong = [
        "",
        link,
        f"{link}.",
        f"{link}.{signature[:-2]}aa",
        f"{other.partition('.')[0]}.{signature}",
        f"{token}.more",
        f"{link}.é",
        link_for(store, team, 2, datetime.now(UTC) - timedelta(seconds=1)),
    ]
    for token_ in wrong:
        with pytest.raises(RefusedError, match="does not open anything"):
            open_link(store, SECRET, token_)
    with pytest.raises(RefusedError, match="does not open anything"):
        open_link(store, b"another secret", token)

    assert revoke_links(store, "rec", (team.id, interview_of(store, team, "role-3"))) == 1
    with pytest.raises(RefusedError, match="does not open anything"):
        keep_by_link(store, SECRET, other, {})
    assert open_link(store, SECRET, token).interviewer == "role-2"


def test_only_managers_and_recruiters_make_links(store, team):
    sitting = (team.id, interview_of(store, team, "role-1"))
    for who in ("rater1", "adm"):
        with pytest.raises(RefusedError, match="Only the hiring manager or recruiter"):
            make_link(store, SECRET, who, sitting, SOON)


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path):
    place = {"LOOPWRIGHT_DATA": str(tmp_path / "data")}
    first = link_secret(place)

    assert link_secret(place) == first
    assert len(first) == 64
    assert (tmp_path / "data" / "link-secret").stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["link-secret"]
    assert link_secret({**place, "LOOPWRIGHT_SECRET": "given"}) == b"given"


def test_reads_and_writes_of_candidate_data_are_logged(store, team, plan):
    hand_in(store, team, 1)
    scorecards_for(store, "rater2", team.id)
    open_link(store, SECRET, link_for(store, team, 2))

    log = [(entry.who, entry.act, entry.what) for entry in audit_log(store, "Ada", plan.id)]
    assert (
        "rater1",
        "write",
        f"Kept the scorecard of {interview_of(store, team, 'role-1')} (complete).",
    ) in log
    assert ("rater2", "read", "Read the scorecards: nothing.") in log
    assert ("link for role-2", "read", "Opened a link.") in log
    with pytest.raises(RefusedError, match="Only the hiring manager or administrator"):
        audit_log(store, "rec", plan.id)


def test_a_deleted_candidate_is_gone_everywhere_with_a_record(store, store_url, team, plan):
    mark = b"xylophone-evidence"
    body = {"mentoring": {"evidence": mark.decode() * 40}}
    keep_scorecard(store, "rater1", (team.id, interview_of(store, team, "role-1")), body)
    link_for(store, team, 2)

    made = retention.delete_candidate(store, "Ada", team.id)

    assert made.what.startswith("Deleted a candidate's data: 1 scorecard, 1 link, ")
    assert retention.deletions(store, plan.id) == (made,)
    assert {entry.act for entry in audit_log(store, "Ada", plan.id)} == {"access"}
    with pytest.raises(StoreError, match="may have been deleted"):
        scorecards_for(store, "rater1", team.id)
    _, kept = back_up(store)
    assert kept.rows.get("scorecards", 0) == kept.rows.get("candidates", 0) == 0
    if store_url.startswith("sqlite"):
        folder = Path(store_url.removeprefix("sqlite:///")).parent
        left = b"".join(path.read_bytes() for path in folder.iterdir())
        assert team.id.encode() not in left
        assert b"C-17" not in left


def test_a_legal_hold_keeps_what_is_due(store, team, plan):
    people.keep_until(store, "adm", team.id, date(2026, 1, 31))
    assert retention.due(store, date(2026, 1, 31)) == ()
    assert [found.id for found in retention.due(store, date(2026, 2, 1))] == [team.id]

    held = people.hold(store, "Ada", team.id, "A claim is before the tribunal.")
    assert held.hold == "A claim is before the tribunal."
    assert retention.delete_due(store, date(2030, 1, 1)) == ()
    with pytest.raises(RefusedError, match=r"legal hold keeps .* before the tribunal"):
        retention.delete_candidate(store, "Ada", team.id)

    people.hold(store, "Ada", team.id, None)
    (made,) = retention.delete_due(store, date(2030, 1, 1))
    assert made.who == "retention rule"
    assert people.candidates(store, "Ada", plan.id) == ()
    assert retention.delete_due(store, date(2030, 1, 1)) == ()


@pytest.mark.parametrize(
    ("act", "words"),
    [(people.keep_until, (None,)), (people.hold, ("A claim.",)), (retention.delete_candidate, ())],
)
def test_only_managers_and_administrators_decide_on_data(store, team, act, words):
    for who in ("rec", "rater1", "stranger"):
        with pytest.raises(RefusedError, match=r"Only the hiring manager or administrator|no access"):
            act(store, who, team.id, *words)


def test_people_come_back_with_a_backup(store, team, tmp_path):
    hand_in(store, team, 1)
    other = open_store(f"sqlite:///{tmp_path / 'other' / 'loopwright.sqlite'}")
    restore(other, back_up(store)[0])

    assert scorecards_for(other, "Ada", team.id) == scorecards_for(store, "Ada", team.id)
    other.close()
