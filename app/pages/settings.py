"""Settings: the language of the screens, and what belongs to a plan as a whole."""

import streamlit as st

from app import frame, opened
from app.frame import plain, say
from app.moments import clock
from app.pages import links, members, sign_in, versions
from app.words import LANGUAGES
from loops import steps
from loops.store import SavedPlan
from loops.store.open import data_folder
from rubric.catalogue.load import load_catalogue


def show() -> None:
    """Draw the page."""
    saved = opened.find_plan()
    st.title(say("settings.title"), anchor=False)
    frame.notices()
    sign_in.draw_account()
    st.subheader(say("settings.screens"), anchor=False)
    st.segmented_control(
        say("settings.language"),
        list(LANGUAGES),
        default=frame.language(),
        required=True,
        format_func=lambda each: LANGUAGES[each],
        key="screens",
        on_change=_speak,
    )
    st.subheader(say("settings.plan"), anchor=False)
    if saved is None:
        st.info(say("settings.no_plan"))
    else:
        _plan(saved)
    _about()


def _speak() -> None:
    frame.speak(st.session_state.screens)


def _plan(saved: SavedPlan) -> None:
    with st.form("rename", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(say("settings.name"), saved.state.name, max_chars=200)
        if st.form_submit_button(say("settings.rename")):
            frame.act(steps.rename_plan, saved, name)
            st.rerun()
    st.markdown(say("settings.link"), help=say("settings.link_help"))
    st.code(
        f"{(st.context.url or '').rsplit('/', 1)[0]}/requirements?plan={saved.id}",
        language=None,
        wrap_lines=True,
    )
    with st.container(horizontal=True):
        if st.button(say("settings.duplicate"), key="duplicate", icon=":material/content_copy:"):
            frame.attempt(steps.duplicate_plan, saved.id, frame.who())
            frame.go("home", None)
        if st.button(say("settings.archive"), key="archive", icon=":material/archive:"):
            frame.act(steps.archive_plan, saved)
            frame.go("home", None)
    links.draw_share(saved)
    members.draw(saved)
    _history(saved)


def _history(saved: SavedPlan) -> None:
    st.markdown(f"**{say('settings.history')}**")
    changes = tuple(reversed(steps.plan_history(frame.store(), saved.id)))
    st.dataframe(
        {
            "when": [clock(change.at) for change in changes],
            "who": [frame.called(change.who) for change in changes],
            "what": [frame.said(change.what) for change in changes],
        },
        hide_index=True,
        column_config={
            "when": st.column_config.TextColumn(say("settings.when"), width=130),
            "who": st.column_config.TextColumn(say("settings.who"), width=110),
            "what": st.column_config.TextColumn(say("settings.what"), width=700),
        },
        alt=say("settings.history"),
    )
    versions.draw(saved, tuple(reversed(changes)))


def _about() -> None:
    catalogue = load_catalogue()
    st.subheader(say("settings.about"), anchor=False)
    st.caption(plain(say("settings.about_catalogue", version=catalogue.version, mark=catalogue.hash)))
    st.caption(plain(say("settings.about_data", folder=data_folder().name)))
