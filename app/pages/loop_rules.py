"""Every rule of the loop: its sentence, on or off, its numbers, its source, and why it was changed."""

from itertools import takewhile
from typing import Any

import streamlit as st

from app import frame, rule_fields, tables
from app.frame import say, told
from loops import steps
from loops.store import SavedPlan

GROUPS = {
    "interviews": "lengths-are-allowed",
    "people": "caps-are-kept",
    "seen": "every-must-is-asked",
    "questions": "musts-have-their-questions",
}
"""Groups of rules, each with the first rule of it in the book's order."""


def draw(saved: SavedPlan) -> None:
    """Draw what was changed with its reasons, then all rules."""
    lines = steps.rule_lines(saved.state.rules)
    _changed(saved, [line for line in lines if line.changed])
    _all(saved, lines)


def _changed(saved: SavedPlan, lines: list[steps.RuleLine]) -> None:
    if not lines:
        st.caption(say("rules.all_default"))
        return
    with st.container(border=True), st.form("reasons", border=False):
        st.markdown(f"**{say('rules.changed', n=len(lines))}**")
        given: dict[str, str] = {}
        for line in lines:
            rule = told(line.sentence)
            st.markdown(rule if line.on else say("rules.off", rule=rule))
            given[line.id] = st.text_input(
                say("rules.why", rule=rule),
                line.why,
                placeholder=say("rules.why_here"),
                max_chars=300,
                key=f"why-{tables.key(line.id, saved, (line.why,))}",
            )
        if st.form_submit_button(say("rules.save_reasons"), key="save-reasons"):
            frame.act(steps.explain_rules, saved, given)
            st.rerun()


def _all(saved: SavedPlan, lines: tuple[steps.RuleLine, ...]) -> None:
    rules = saved.state.rules
    choices = steps.rule_choices(saved.state)
    mark = tables.key("rule", saved, (rules.model_dump_json(),))
    given: dict[str, Any] = {}
    off: list[str] = []
    with st.form("limits", border=False):
        left, right = st.columns(2)
        given["aim"] = rule_fields.draw_field(left, "aim", rules.aim, choices, f"aim-{mark}")
        given["leave_out"] = rule_fields.draw_field(
            right, "leave_out", rules.leave_out, choices, f"leave-out-{mark}"
        )
        for group in GROUPS:
            mine = _group(group, lines)
            opened = group == "interviews" or any(line.changed for line in mine)
            with st.expander(say(f"rules.g_{group}", n=len(mine)), expanded=opened):
                for line in mine:
                    _rule(saved, line, choices, mark, (given, off))
        if st.form_submit_button(say("loop.save_rules"), key="save-rules"):
            frame.act(steps.change_rules, saved, given | {"off": off})
            st.rerun()


def _group(group: str, lines: tuple[steps.RuleLine, ...]) -> list[steps.RuleLine]:
    """The rules from the first one of a group to the first one of another."""
    ids = [line.id for line in lines]
    start = ids.index(GROUPS[group])
    others = {first for name, first in GROUPS.items() if name != group}
    return list(takewhile(lambda line: line.id not in others, lines[start:]))


def _rule(
    saved: SavedPlan,
    line: steps.RuleLine,
    choices: rule_fields.Choices,
    mark: str,
    into: tuple[dict[str, Any], list[str]],
) -> None:
    """One rule; its fields go into what is given, unless a rule above has them already."""
    given, off = into
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        if not st.toggle(told(line.sentence), line.on, key=f"on-{line.id}-{mark}"):
            off.append(line.id)
        default = f"{say('rules.default', rule=told(line.default))} " if line.sentence != line.default else ""
        st.caption(f"{default}{told(line.source)} \\({line.code}\\)")
    for name in line.fields:
        if name not in given:
            value = getattr(saved.state.rules, name)
            given[name] = rule_fields.draw_field(right, name, value, choices, f"{name}-{mark}")
