"""Interviewers in a table: what is typed becomes a panel, what is not shown is kept."""

import pytest

from app.panel_table import RowError, new_id, panel_of, rows_of
from loops.design.model import Interviewer, Panel

ADA = Interviewer(id="ada", name="Ada", may_assess=("sql",), up_to={"sql": 3}, group="platform")


def test_a_panel_goes_into_the_table_and_comes_back_the_same():
    panel = Panel(interviewers=(ADA, Interviewer(id="bo", name="Bo")))

    assert panel_of(rows_of(panel), panel) == panel


def test_a_bar_raiser_is_ticked_in_the_table_and_read_from_it():
    panel = Panel(interviewers=(ADA, Interviewer(id="bo", name="Bo", other_team=True)))
    rows = rows_of(panel)

    assert [row["other_team"] for row in rows] == [False, True]
    told = panel_of([rows[0] | {"other_team": True}, rows[1] | {"other_team": None}], panel)
    assert [person.other_team for person in told.interviewers] == [True, False]


def test_a_new_row_gets_a_readable_id_of_its_own():
    panel = Panel(interviewers=(ADA,))
    after = panel_of([*rows_of(panel), {"name": "Ada", "weekly_cap": None, "may_assess": None}], panel)

    assert [person.id for person in after.interviewers] == ["ada", "ada-2"]
    assert after.interviewers[1].weekly_cap == 5


def test_rows_without_a_name_are_left_out_and_none_at_all_means_no_panel():
    assert panel_of([{"name": " "}, {"name": None}], None) is None


def test_a_value_that_cannot_be_used_names_its_row():
    with pytest.raises(RowError, match=r"Row 2 \(Bo\): weekly cap cannot be used"):
        panel_of([{"name": "Ada"}, {"name": "Bo", "weekly_cap": 99}], None)


@pytest.mark.parametrize(
    ("name", "made"), [("Åsa Lindqvist", "asa-lindqvist"), ("王芳", "person"), ("  Jo-Ann  ", "jo-ann")]
)
def test_an_id_is_made_of_plain_letters(name, made):
    assert new_id(name, set()) == made
