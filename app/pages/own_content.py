"""Own competencies and questions: take in files, read what is in use, take it out, undo."""

import streamlit as st

from app import frame
from app.frame import plain, say
from loops import steps
from loops.store import OwnContent
from rubric.catalogue.bank import bank_csv
from rubric.catalogue.load import load_catalogue
from rubric.catalogue.markdown import markdown_text
from rubric.catalogue.model import Competency
from rubric.value import InputError

FILE_TYPES = ("csv", "md", "yaml", "yml")


def draw() -> None:
    """Draw what is in use, and the ways in and out."""
    own = steps.use_own(frame.whole_store())
    st.markdown(say("own.lead"))
    if _may_change():
        _take_in()
        _undo(own)
    else:
        st.info(say("own.read_only"))
    _entries(own)
    _downloads()


def _may_change() -> bool:
    """Alone everybody may; in a team, those who manage or arrange a plan."""
    return frame.store().keeps_house()


def _take_in() -> None:
    place = st.session_state.get("own-round", 0)
    file = st.file_uploader(
        say("own.file"),
        type=FILE_TYPES,
        help=say("own.file_help"),
        max_upload_size=5,
        key=f"own-file-{place}",
    )
    if st.button(say("own.take_in"), type="primary", disabled=file is None, key="own-take") and file:
        try:
            _, unknown = steps.take_in_own(frame.store(), frame.who(), file.name, file.getvalue())
        except InputError as error:
            st.error(plain(str(error)))
            return
        frame.tell(say("own.taken", name=file.name), "success")
        if unknown:
            frame.tell(say("own.unknown", names=", ".join(unknown)), "warning")
        st.session_state["own-round"] = place + 1
        st.rerun()


def _undo(own: OwnContent) -> None:
    if not own.what:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(frame.told(own.what))
        if st.button(say("own.undo"), icon=":material/undo:", key="own-undo"):
            steps.undo_own(frame.store(), frame.who())
            st.rerun()


def _entries(own: OwnContent) -> None:
    entries = steps.own_competencies(own)
    if not entries:
        st.info(say("own.none"), icon=":material/library_add:")
    for entry in entries:
        _entry(entry)


def _entry(entry: Competency) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(entry.name)}**  \n{plain(entry.means)}", width="stretch")
        st.download_button(
            say("own.markdown"),
            markdown_text(entry),
            f"{entry.id}.md",
            "text/markdown",
            key=f"own-md-{entry.id}",
            on_click="ignore",
        )
        if _may_change() and st.button(say("own.remove"), key=f"own-remove-{entry.id}"):
            steps.remove_own(frame.store(), frame.who(), entry.id)
            st.rerun()


def _downloads() -> None:
    """The whole question bank as a table, and one competency as a page to start from."""
    catalogue = load_catalogue()
    pattern = next(iter(catalogue.competencies.values()))
    with st.container(horizontal=True):
        st.download_button(
            say("own.csv"),
            lambda: bank_csv(catalogue),
            "questions.csv",
            "text/csv",
            key="own-csv",
            on_click="ignore",
        )
        st.download_button(
            say("own.pattern"),
            markdown_text(pattern),
            f"{pattern.id}.md",
            "text/markdown",
            key="own-pattern",
            on_click="ignore",
        )
