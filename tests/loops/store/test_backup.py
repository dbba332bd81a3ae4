"""A backup holds everything, comes back whole on either database, and a damaged one changes nothing."""

import gzip
import hashlib
import json

import psycopg
import pytest

from loops import steps
from loops.store import StoreError, back_up, export_plan, import_plan, open_store, restore
from loops.store.scorecards import keep_scorecard, scorecards_for


@pytest.fixture
def busy(store, plan):
    """A store with two plans, edits, an undo and an archived plan."""
    one = steps.drop_requirement(store, plan.seen_by("Ada"), "r3")
    steps.undo(store, one.seen_by("Bob"))
    copy = steps.duplicate_plan(store, plan.id, "Bob")
    steps.archive_plan(store, copy.seen_by("Bob\u2028of \x85 “Sales”"))
    return store


@pytest.fixture
def empty(tmp_path):
    """Another store, empty, on SQLite."""
    kept = open_store(f"sqlite:///{tmp_path / 'other' / 'loopwright.sqlite'}")
    yield kept
    kept.close()


def test_a_restored_store_holds_the_same_plans_and_history(busy, empty, plan):
    data, kept = back_up(busy)
    came = restore(empty, data)

    assert came == kept
    assert empty.load(plan.id) == busy.load(plan.id)
    assert empty.history(plan.id) == busy.history(plan.id)
    assert empty.cards(archived=True) == busy.cards(archived=True)
    assert back_up(empty)[0] == data
    assert steps.redo(empty, empty.load(plan.id).seen_by("Ada")).undo.startswith("Dropped")


def test_a_backup_of_sqlite_comes_back_on_postgresql_and_the_other_way(busy, tmp_path, request, plan):
    data, kept = back_up(busy)
    other = request.getfixturevalue("empty")
    restore(other, data)

    again, same = back_up(other)
    assert (again, same) == (data, kept)


def test_the_same_data_gives_the_same_bytes(busy):
    assert back_up(busy)[0] == back_up(busy)[0]


def test_a_backup_is_not_restored_over_data(busy):
    data, _ = back_up(busy)

    with pytest.raises(StoreError, match="empty store only"):
        restore(busy, data)
    assert back_up(busy)[0] == data


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: data[:-40], id="cut off"),
        pytest.param(lambda data: b"not gzip" + data, id="no gzip"),
        pytest.param(lambda data: gzip.compress(gzip.decompress(data).replace(b"Ada", b"Eve")), id="changed"),
        pytest.param(lambda data: gzip.compress(b'{"format": "loopwright-backup-1"}\n{}\n'), id="no rows"),
        pytest.param(lambda data: gzip.compress(b"\xff\xfe\n\n"), id="no text"),
        pytest.param(lambda data: b"", id="empty"),
    ],
)
def test_a_damaged_backup_changes_nothing(busy, empty, spoil):
    with pytest.raises(StoreError, match="damaged or no backup"):
        restore(empty, spoil(back_up(busy)[0]))

    assert empty.cards() == ()


def test_a_backup_of_a_newer_version_is_refused_whole(busy, empty):
    lines = gzip.decompress(back_up(busy)[0]).decode().split("\n")
    lines[0] = json.dumps({"format": "loopwright-backup-1", "version": 999})

    with pytest.raises(StoreError, match="newer version"):
        restore(empty, gzip.compress("\n".join(lines).encode()))
    assert empty.cards() == ()


def test_a_plan_goes_out_as_one_file_and_comes_in_as_a_new_plan(busy, empty, plan, planned):
    made = busy.save(busy.load(plan.id).seen_by("Ada"), planned, "Planned the loop.")
    data = export_plan(busy, plan.id)
    came = import_plan(empty, data, "Eve")

    assert came.state == made.state
    assert came.id != plan.id
    assert empty.history(came.id)[0].what == "Imported the plan after 4 changes by Ada, Bob."
    assert json.loads(data)["format"] == "loopwright-plan-1"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no plan's file"),
        (b"{}", "no plan's file"),
        (b"x" * 20_000_001, "more than 20 MB"),
    ],
)
def test_a_file_that_is_no_plan_is_not_kept(empty, data, says):
    with pytest.raises(StoreError, match=says):
        import_plan(empty, data, "Eve")
    assert empty.cards() == ()


def test_a_plan_of_another_format_is_not_kept(busy, empty, plan):
    data = export_plan(busy, plan.id).replace(b"loopwright-plan-1", b"loopwright-plan-9")
    with pytest.raises(StoreError, match="another version"):
        import_plan(empty, data, "Eve")


def with_rows(data, change):
    """A backup whose rows were changed by somebody who knows the format."""
    head, *lines, _ = gzip.decompress(data).decode().rstrip("\n").split("\n")
    lines = change(lines)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    foot = json.dumps({"rows": len(lines), "sha256": digest})
    return gzip.compress("\n".join([head, *lines, foot, ""]).encode())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda rows: [*rows, '{"table": "spies", "row": {}}'], "a table spies", id="table"),
        pytest.param(lambda rows: [*rows, rows[-1]], "does not fit this database", id="twice"),
        pytest.param(
            lambda rows: [
                *rows,
                '{"row": {"plan": "p", "role": "recruiter", "who": "x"}, "table": "members"}',
            ],
            "differs from the backup",
            id="order",
        ),
        pytest.param(lambda rows: ["[]", *rows], "does not fit", id="no row"),
        pytest.param(
            lambda rows: ['{"table": "plans", "row": {"id": "p", "nonsense": 1}}', *rows],
            "does not fit",
            id="column",
        ),
    ],
)
def test_a_forged_backup_leaves_nothing_behind(busy, empty, change, says):
    with pytest.raises(StoreError, match=says):
        restore(empty, with_rows(back_up(busy)[0], change))

    assert open_store(str(empty.engine.url)).cards() == ()


def test_a_backup_without_its_count_of_rows_is_damaged(busy, empty):
    text = gzip.decompress(back_up(busy)[0]).decode()
    with pytest.raises(StoreError, match="damaged or no backup"):
        restore(empty, gzip.compress(text.replace('{"rows": ', '{"rows": 9', 1).encode()))


def test_everything_comes_back_on_postgresql(tmp_path, postgres, planned):
    source = open_store(f"sqlite:///{tmp_path / 'source' / 'loopwright.sqlite'}")
    plan = source.add(planned, "Ada", "Planned the loop.")
    candidate = steps.add_candidate(source, "Ada", plan.id, "C-17")
    sitting = (candidate.id, steps.loop_of(source, candidate).interviews[0].id)
    keep_scorecard(source, "Ada", sitting, {"mentoring": "told “\u2028” and 🙂"}, complete=True)
    data, kept = back_up(source)

    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    target = open_store(postgres.replace("/postgres?", "/restored?"))
    assert restore(target, data) == kept
    assert back_up(target)[0] == data
    assert target.load(plan.id) == source.load(plan.id)
    assert scorecards_for(target, "Ada", candidate.id) == scorecards_for(source, "Ada", candidate.id)
    after = steps.rename_plan(target, target.load(plan.id).seen_by("Ada"), "Goes on there")
    assert after.revision == plan.revision + 1
    with pytest.raises(StoreError, match="empty store only"):
        restore(target, data)
    source.close()
    target.close()
