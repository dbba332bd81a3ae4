"""Posting: paste, upload or open a sample, then find the requirements."""

import streamlit as st

from app import browser, frame, opened, plan_bar
from app.draw.marks import posting_html
from app.frame import say
from app.words import NAMES
from loops import steps
from loops.store import SavedPlan
from rubric.value import InputError

MOST_CHARACTERS = 400_000
FILE_TYPES = ("txt", "md", "html", "htm", "json", "docx", "pdf")


def show() -> None:
    """Draw the page: the form for a new plan, or the posting of the open one."""
    saved = opened.find_plan()
    if saved is None:
        _new()
    elif st.session_state.get("started") == saved.id:
        frame.go("requirements", saved.id)
    else:
        _kept(saved)


def _new() -> None:
    st.title(say("posting.title"), anchor=False)
    st.markdown(say("posting.lead"))
    frame.notices()
    failed = st.empty()
    browser.keep_draft()
    with st.form("posting", border=False):
        text = st.text_area(
            say("posting.text"),
            height=340,
            max_chars=MOST_CHARACTERS,
            placeholder=say("posting.placeholder"),
            key="text",
        )
        file = st.file_uploader(
            say("posting.file"), type=FILE_TYPES, help=say("posting.file_help"), max_upload_size=5, key="file"
        )
        pressed = st.form_submit_button(
            say("posting.find"),
            type="primary",
            icon=":material/search:",
            key="find",
        )
    st.caption(f":material/lock: {say('posting.private')}")
    if pressed:
        with failed.container():
            _find(text, file.getvalue() if file else None, file.name if file else None)
    _samples()


def _find(text: str, data: bytes | None, name: str | None) -> None:
    """Start a plan. A second press while the first is worked on finds `started`, and makes no second plan."""
    if data is None and not text.strip():
        st.error(say("posting.nothing"))
        return
    try:
        with st.spinner(say("posting.reading")):
            source = data if data is not None else text
            saved = steps.start_plan(frame.store(), source, name, frame.who())
            st.session_state.started = st.session_state.open = saved.id  # before anything is drawn
    except InputError as error:
        st.error(frame.plain(str(error)))
        return
    if data is not None and text.strip():
        frame.tell(say("posting.both"), "warning")
    frame.go("requirements", saved.id)


def _samples() -> None:
    st.markdown(f"**{say('posting.sample')}**")
    with st.container(horizontal=True):
        for sample in steps.SAMPLES:
            if st.button(
                say(f"samples.name_{sample}"),
                key=f"sample-{sample}",
                help=frame.plain(say(f"samples.means_{sample}")),
            ):
                saved = steps.start_sample(frame.store(), sample, frame.who())
                frame.go("requirements", saved.id)


def _kept(saved: SavedPlan) -> None:
    state = saved.state
    plan_bar.draw(saved, say("posting.kept_title"))
    st.caption(
        say(
            "posting.kept",
            language=NAMES.get(state.posting.language, state.posting.language),
            characters=f"{len(state.posting.text):,}",
            requirements=len(state.requirements.items),
        )
    )
    with st.container(horizontal=True):
        if st.button(say("app.requirements"), type="primary", key="on", icon=":material/arrow_forward:"):
            frame.go("requirements", saved.id)
        if st.button(say("posting.another"), key="another"):
            opened.close_plan()
            frame.go("posting", None)
    with st.container(border=True):
        st.html(f'<div class="lw-posting lw-full" tabindex="0">{posting_html(state.posting, ())}</div>')
