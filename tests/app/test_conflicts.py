"""Two people on one plan: who clicks on what is no longer so is told what changed, and overwrites nothing."""

from app import plannings
from loops import steps


def press(app, label):
    return next(button for button in app.button if button.label == label).click().run()


def test_a_change_that_rests_on_an_old_view_is_told_and_not_saved(open_page, store, sample):
    app = open_page("settings", sample.id)
    steps.rename_plan(store, sample.seen_by("Bo"), "As Bo calls it")
    app.text_input[0].set_value("As I call it")
    press(app, "Rename")

    assert "changed while you had it open" in app.error[0].value
    assert "Bo: Renamed" in app.error[0].value.replace("\\", "")
    assert "Your change was not saved" in app.error[0].value
    assert steps.open_plan(store, sample.id).state.name == "As Bo calls it"

    app.text_input[0].set_value("As I call it")
    press(app, "Rename")
    assert not app.error
    assert steps.open_plan(store, sample.id).state.name == "As I call it"


def test_nobody_plans_a_loop_of_what_they_have_not_seen(open_page, store, sample):
    app = open_page("requirements", sample.id)
    steps.rename_plan(store, sample.seen_by("Bo"), "As Bo calls it")
    app.button(key="plan").click().run()

    assert "changed while you had it open" in app.error[0].value
    assert plannings.kept() == {}


def test_what_was_looked_at_again_counts_as_seen(open_page, store, sample):
    app = open_page("settings", sample.id)
    steps.rename_plan(store, sample.seen_by("Bo"), "As Bo calls it")
    app.run()
    app.text_input[0].set_value("As I call it")
    press(app, "Rename")

    assert not app.error
    assert steps.open_plan(store, sample.id).state.name == "As I call it"


def test_a_loop_that_was_planned_for_oneself_meanwhile_is_no_conflict(open_page, store, sample):
    app = open_page("settings", sample.id)
    with_loop = Planned(steps.make_loop(store, sample.seen_by("you")), sample.seen_by("you"))
    app.session_state["planning"] = with_loop
    app.text_input[0].set_value("As I call it")
    press(app, "Rename")

    assert not app.error
    assert steps.open_plan(store, sample.id).state.name == "As I call it"


class Planned:
    """A planning that has ended."""

    def __init__(self, after, seen):
        self.found, self.seen = [after], seen

    def ended(self):
        """It has."""
        return True


def test_what_was_typed_into_a_table_does_not_come_back_over_a_later_change(open_page, store, sample):
    app = open_page("requirements", sample.id)
    key = app.data_editor[0].key
    typed = {"edited_rows": {0: {"requirement": "Mine"}}, "added_rows": [], "deleted_rows": []}
    app.session_state[key] = typed
    app.run()
    mine = steps.open_plan(store, sample.id)
    item = mine.state.requirements.items[0].id
    assert mine.state.requirements.items[0].text == "Mine"

    steps.reword_requirement(store, mine.seen_by("Bo"), item, "As Bo reads it")
    app.session_state[key] = typed | {"edited_rows": typed["edited_rows"] | {1: {"keep": False}}}
    app.run()
    after = steps.open_plan(store, sample.id).state
    assert "changed while you had it open" in app.error[0].value
    assert after.requirements.items[0].text == "As Bo reads it"
    assert after.dropped == ()
