"""What more minutes would buy, and what dropping each interview costs."""

from typing import Any

import streamlit as st

from app import beside, frame
from app.draw.curve import curve_option
from app.draw.table import table_html
from app.frame import kind, plain, say, told
from loops import steps
from loops.design.model import PlanFile


def draw(file: PlanFile) -> None:
    """Draw the cost of dropping each interview, then the curve on request."""
    st.markdown(f"**{say('whatif.drop')}**")
    names = {each.id: f"{number}. {kind(each.name)}" for number, each in enumerate(file.interviews, 1)}
    for cost in steps.removal_costs(file):
        st.markdown(
            plain(
                say(
                    "whatif.dropping",
                    name=names[cost.interview],
                    before=frame.figure(cost.dependability + cost.lost, ".3f"),
                    after=frame.figure(cost.dependability, ".3f"),
                )
            )
        )
        broken = " ".join(told(fault) for fault in cost.broken)
        st.caption(say("whatif.breaks", rules=broken) if broken else say("whatif.ok"))
    st.markdown(f"**{say('whatif.curve')}**")
    st.caption(say("whatif.curve_lead"))
    work = beside.under_way("curve", file.hash)
    if work is not None:
        beside.follow("curve", work, _curve)
    if (work is None or work.ended()) and st.button(
        say("whatif.draw"), key="draw-curve", icon=":material/show_chart:"
    ):
        beside.begin("curve", file.hash, lambda limits: steps.minutes_curve(file, limits))
        st.rerun()


def _curve(points: list[Any]) -> None:
    """The points as a picture, and the same as a table."""
    if any(point.dependability is not None for point in points):
        st.echarts_chart(
            curve_option(points, say("whatif.minutes"), say("why.dependability")),
            height=260,
            key="curve-chart",
            renderer="svg",
            alt=say("whatif.curve"),
        )
    heads = [say("whatif.minutes"), say("why.dependability"), say("why.bound"), say("loop.m_interviews")]
    rows = [
        (
            str(point.minutes),
            say("whatif.no_loop")
            if point.dependability is None
            else frame.figure(point.dependability, ".3f"),
            "–" if point.bound is None else frame.figure(point.bound, ".3f"),
            str(point.interviews or "–"),
        )
        for point in points
    ]
    st.html(table_html(say("whatif.curve"), heads, rows))
