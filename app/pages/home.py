"""Home: start a plan, try a sample, or go on with a plan."""

import streamlit as st

from app import frame, opened
from app.frame import plain, say
from app.moments import age
from loops import steps
from loops.store import PlanCard

MOST_SHOWN = 20


def show() -> None:
    """Draw the page."""
    opened.close_plan()
    st.title(say("home.title"), anchor=False)
    st.markdown(say("home.promise"))
    frame.notices()
    if st.button(say("home.new"), type="primary", icon=":material/add:", key="new", shortcut="Mod+Enter"):
        frame.go("posting", None)
    cards = steps.list_plans(frame.store())
    if cards:
        _plans(cards)
    _samples(first=not cards)
    _archived()
    st.caption(f":material/lock: {say('home.private')}")


def _samples(first: bool) -> None:
    st.subheader(say("home.empty_title") if first else say("home.samples"), anchor=False)
    *columns, last = st.columns(len(steps.SAMPLES) + 1)
    for column, sample in zip(columns, steps.SAMPLES, strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{plain(say(f'samples.name_{sample}'))}**")
            st.caption(plain(say(f"samples.means_{sample}")))
            if st.button(say("home.open_sample"), key=f"sample-{sample}"):
                saved = steps.start_sample(frame.store(), sample, frame.who())
                frame.go("requirements", saved.id)

    with last.container(border=True, height="stretch"):
        _held_sample()


def _held_sample() -> None:
    st.markdown(f"**{say('home.held_sample')}**")
    st.caption(say("home.held_means"))
    if st.button(say("home.open_debrief"), key="sample-held"):
        with st.spinner(say("home.making")):
            saved = steps.start_held_sample(frame.store(), frame.who())
        frame.go("debrief", saved.id)


def _plans(cards: tuple[PlanCard, ...]) -> None:
    st.subheader(say("home.plans"), anchor=False)
    if len(cards) > MOST_SHOWN:
        words = st.text_input(say("home.search"), key="search").strip()
        cards = tuple(card for card in cards if words.lower() in card.name.lower())
        if not cards:
            st.info(plain(say("home.no_match", words=words)))
    for card in cards[:MOST_SHOWN]:
        _plan(card)


def _plan(card: PlanCard) -> None:
    with (
        st.container(border=True),
        st.container(
            horizontal=True,
            vertical_alignment="center",
            horizontal_alignment="distribute",
            key=f"card-{card.id}",
        ),
    ):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{plain(card.name)}**")
            st.caption(
                plain(say("home.changed", what=frame.said(card.what).rstrip("."), age=age(card.changed)))
            )
        with st.container(horizontal=True, width="content"):
            if st.button(say("home.open"), key=f"open-{card.id}", type="secondary"):
                frame.go("requirements", card.id)
            chosen = st.menu_button(
                say("app.more"),
                [say("home.duplicate"), say("home.archive")],
                key=f"more-{card.id}",
                icon=":material/more_horiz:",
            )
    if chosen == say("home.duplicate"):
        frame.attempt(steps.duplicate_plan, card.id, frame.who())
    elif chosen == say("home.archive"):
        frame.act(steps.archive_plan, steps.open_plan(frame.store(), card.id))
    if chosen:
        opened.close_plan()
        st.rerun()


def _archived() -> None:
    cards = steps.list_plans(frame.store(), archived=True)
    if not cards:
        return
    with st.expander(say("home.archived")):
        for card in cards[:MOST_SHOWN]:
            with st.container(
                horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
            ):
                st.markdown(plain(card.name))
                if st.button(say("home.restore"), key=f"restore-{card.id}"):
                    frame.act(steps.restore_plan, steps.open_plan(frame.store(), card.id))
                    st.rerun()
