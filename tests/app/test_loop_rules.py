"""Every rule can be read, changed, switched off and explained on the loop's page."""

from loops import steps
from loops.design.rulebook import rulebook


def rules_of(store, sample):
    return steps.open_plan(store, sample.id).state.rules


def key_of(elements, start):
    return next(element.key for element in elements if (element.key or "").startswith(start))


def saved(app):
    return next(button for button in app.button if button.key and "save-rules" in button.key).click().run()


def test_every_rule_stands_there_with_its_sentence_and_its_source(open_page, sample):
    app = open_page("loop", sample.id)
    captions = "\n".join(caption.value for caption in app.caption).replace("\\", "")

    assert not app.exception
    assert len(app.toggle) == len(rulebook())
    assert all(rule.source in captions for rule in rulebook())


def test_a_number_that_is_changed_is_listed_and_its_reason_is_kept(open_page, store, sample):
    app = open_page("loop", sample.id)
    app.number_input(key=key_of(app.number_input, "max_interviews")).set_value(4)
    saved(app)
    assert rules_of(store, sample).max_interviews == 4

    (why,) = (field for field in app.text_input if field.key.startswith("why-few-interviews"))
    why.set_value("The team is small.")
    next(b for b in app.button if b.key and "save-reasons" in b.key).click().run()

    assert rules_of(store, sample).reasons == {"few-interviews": "The team is small."}


def test_a_rule_is_switched_off_and_on_again(open_page, store, sample):
    app = open_page("loop", sample.id)
    app.toggle(key=key_of(app.toggle, "on-no-near-same-question")).set_value(False)
    saved(app)
    assert rules_of(store, sample).off == ("no-near-same-question",)
    assert "Switched off" in "\n".join(text.value for text in app.markdown)

    app.toggle(key=key_of(app.toggle, "on-no-near-same-question")).set_value(True)
    saved(app)
    assert rules_of(store, sample) == sample.state.rules


def test_lists_are_chosen_by_name(open_page, store, sample):
    app = open_page("loop", sample.id)
    app.multiselect(key=key_of(app.multiselect, "lengths")).set_value(["60"])
    app.selectbox(key=key_of(app.selectbox, "aim")).set_value("best")
    saved(app)

    rules = rules_of(store, sample)
    assert (rules.lengths, rules.aim) == ((60,), "best")


def test_what_the_planner_cannot_use_is_one_sentence(open_page, store, sample):
    app = open_page("loop", sample.id)
    app.number_input(key=key_of(app.number_input, "min_interviews")).set_value(9)
    saved(app)

    assert len(app.error) == 1
    assert rules_of(store, sample) == sample.state.rules
