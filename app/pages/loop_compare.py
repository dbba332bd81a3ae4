"""The loop in use beside one planned otherwise: shorter, without somebody, with a bar raiser."""

from typing import Any, get_args

import streamlit as st

from app import beside, frame
from app.draw.table import table_html
from app.frame import say, told
from loops import steps
from loops.design.model import PlanFile
from loops.steps.what_if import Variant
from loops.store import SavedPlan


def draw(saved: SavedPlan, file: PlanFile) -> None:
    """Draw the choice of the other loop, then both side by side."""
    st.caption(say("compare.lead"))
    left, right = st.columns(2)
    names: tuple[Variant, ...] = get_args(Variant)
    chosen = left.selectbox(
        say("compare.with"), names, format_func=lambda name: say(f"compare.v_{name}"), key="variant"
    )
    variant = chosen or names[0]
    detail = _detail(right, variant, file)
    mark = f"{file.hash}-{variant}-{detail}"
    if st.button(say("compare.go"), key="compare", icon=":material/compare_arrows:"):
        beside.begin("compare", mark, lambda limits: steps.compare_with(file, variant, detail, limits))
    work = beside.under_way("compare", mark)
    if work is None:
        return
    beside.follow("compare", work, lambda found: _both(found[0], say(f"compare.v_{variant}")))
    if work.ended() and work.found and len(work.found[0].rows) > 1:
        _use(saved, work.found[0], say(f"compare.v_{variant}"))


def _detail(where: Any, variant: Variant, file: PlanFile) -> str:  # noqa: ANN401 - a column
    """The minutes or the person that a comparison is about; empty where it needs neither."""
    if variant == "minutes":
        now = sum(each.minutes for each in file.interviews)
        return str(
            where.number_input(say("rules.f_max_minutes"), 15, 1200, max(15, now - 45), 15, key="within")
        )
    if variant == "without":
        leads = list(dict.fromkeys(each.interviewer for each in file.interviews))
        panel = file.problem.panel
        return where.selectbox(
            say("compare.who"), leads, format_func=lambda one: panel[one].name, key="without-whom"
        )
    return ""


def _both(found: steps.Comparison, name: str) -> None:
    """The figures of both loops, and what differs in words; or why there is no other loop."""
    names = {item.id: item.name for item in found.file.problem.rubric.items}
    figures = [
        (say("whatif.minutes"), [str(row.minutes) for row in found.rows]),
        (say("loop.m_interviews"), [str(row.interviews) for row in found.rows]),
        (say("loop.m_people"), [str(row.interviewers) for row in found.rows]),
        (say("why.dependability"), [frame.figure(row.dependability, ".3f") for row in found.rows]),
        (say("compare.weakest"), [frame.figure(row.weakest, ".3f") for row in found.rows]),
        (
            say("loop.gaps"),
            [", ".join(names.get(one, one) for one in row.unassessed) or "–" for row in found.rows],
        ),
        (
            say("why.proof"),
            [say("why.proven") if row.proven else say("why.not_proven") for row in found.rows],
        ),
    ]
    heads = [say("compare.figure"), say("compare.now"), name][: 1 + len(found.rows)]
    st.html(table_html(say("compare.tab"), heads, [(what, *cells) for what, cells in figures]))
    if len(found.rows) == 1:
        sentences = (*found.clash, *found.ways)
        st.warning(f"**{say('compare.none')}**\n" + "".join(f"\n- {told(one)}" for one in sentences))
    elif found.changes:
        st.markdown(f"**{say('compare.differs')}**")
        st.markdown("\n".join(f"- {told(change)}" for change in found.changes))
    else:
        st.info(say("compare.same"))


def _use(saved: SavedPlan, found: steps.Comparison, name: str) -> None:
    if found.changes and st.button(say("compare.use"), key="use-other"):
        frame.act(steps.keep_loop, saved, found.file, f"Took over another loop: {name}."[:600])
        st.rerun()
