"""Catalogue: browse and search the competencies that every rubric and packet is made from."""

import streamlit as st

from app import frame
from app.frame import plain, say
from app.pages import own_content, wording_check
from rubric.catalogue.load import load_catalogue
from rubric.catalogue.model import Catalogue, Competency, Question


def show() -> None:
    """Draw the page."""
    catalogue = load_catalogue()
    st.title(say("catalogue.title"), anchor=False)
    frame.notices()
    view = st.segmented_control(
        say("catalogue.view"),
        ("browse", "own", "check"),
        default="browse",
        required=True,
        format_func=lambda name: say(f"catalogue.view_{name}"),
        label_visibility="collapsed",
        key="catalogue-view",
    )
    if view == "own":
        own_content.draw()
    elif view == "check":
        wording_check.draw()
    else:
        _browse(catalogue)


def _browse(catalogue: Catalogue) -> None:
    entries = catalogue.competencies.values()
    questions = sum(len(entry.questions) for entry in entries)
    st.markdown(
        say(
            "catalogue.lead",
            competencies=len(catalogue.competencies),
            questions=f"{questions:,}",
            version=catalogue.version,
        )
    )
    found = _search(catalogue)
    left, right = st.columns([5, 7], gap="medium")
    with left:
        chosen = _list(catalogue, found)
    with right:
        if chosen is None:
            st.info(say("catalogue.choose"), icon=":material/touch_app:")
        else:
            _entry(catalogue, chosen)


def _search(catalogue: Catalogue) -> list[Competency]:
    left, right = st.columns([2, 1])
    words = left.text_input(say("catalogue.search"), help=say("catalogue.search_help"), key="words").strip()
    areas = {area.id: area for area in catalogue.areas}
    area = right.selectbox(
        say("catalogue.area"),
        ["", *sorted(areas, key=lambda i: areas[i].name)],
        format_func=lambda i: areas[i].name if i else say("catalogue.every_area"),
        key="area",
    )
    found = [
        entry
        for entry in catalogue.competencies.values()
        if (not area or entry.id in areas[area].competencies) and matches(entry, words)
    ]
    if not found:
        st.info(plain(say("catalogue.none", words=words)))
    return sorted(found, key=lambda entry: entry.name.casefold())


def matches(entry: Competency, words: str) -> bool:
    """Whether a competency's name, meaning, terms or tools hold these words."""
    terms = [term for spoken in entry.terms.values() for term in spoken]
    return any(words.lower() in text.lower() for text in (entry.name, entry.means, *terms, *entry.tools))


def _list(catalogue: Catalogue, found: list[Competency]) -> Competency | None:
    st.caption(say("catalogue.found", n=len(found)))
    names = {
        entry.id: area.name for area in catalogue.areas for entry in found if entry.id in area.competencies
    }
    chosen = st.dataframe(
        {
            "name": [entry.name for entry in found],
            "area": [names[entry.id] for entry in found],
        },
        hide_index=True,
        height=560,
        on_select="rerun",
        selection_mode="single-row",
        key=f"list-{len(found)}-{found[0].id if found else ''}",
        column_config={
            "name": st.column_config.TextColumn(say("catalogue.name"), width=220),
            "area": st.column_config.TextColumn(say("catalogue.area"), width=170),
        },
        alt=say("catalogue.title"),
    )
    rows = chosen["selection"]["rows"]
    return found[rows[0]] if rows and rows[0] < len(found) else None


def _entry(catalogue: Catalogue, entry: Competency) -> None:
    with st.container(border=True):
        st.subheader(plain(entry.name), anchor=False)
        st.markdown(plain(entry.means))
        below = [r.to for r in catalogue.relations if r.of == entry.id and r.kind == "builds-on"]
        if below:
            names = ", ".join(catalogue.competencies[each].name for each in below)
            st.caption(f"{say('catalogue.builds_on')}: {plain(names)}")
        st.markdown(f"**{say('catalogue.anchors')}**")
        for anchor in entry.anchors:
            st.markdown(f"{say('catalogue.level', level=anchor.level)}  \n{plain(anchor.seen)}")
        st.markdown(f"**{say('catalogue.questions')}**")
        for question in entry.questions:
            _question(question)
        terms = [term.replace("*", "") for term in (*entry.terms.get("en", ()), *entry.tools)]
        st.caption(f"{say('catalogue.terms')}: {plain(', '.join(terms[:20]))}")
        st.caption(f"{say('catalogue.source')}: {plain(entry.source)}")


def _question(question: Question) -> None:
    kind = say(f"catalogue.kind_{question.kind}")
    with st.expander(f"{plain(question.ask)} :gray[{kind}, {say('catalogue.minutes', n=question.minutes)}]"):
        for name in ("probes", "look_for", "red_flags"):
            lines = "\n".join(f"- {plain(line)}" for line in getattr(question, name))
            st.markdown(f"**{say(f'catalogue.{name}')}**\n\n{lines}")
        if question.if_none:
            st.markdown(f"**{say('catalogue.if_none')}**\n\n- {plain(question.if_none)}")
