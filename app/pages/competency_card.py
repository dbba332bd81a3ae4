"""One competency: what it means, its levels, what asks for it, and what a person can change."""

import streamlit as st

from app import frame, tables
from app.frame import plain, say, told
from loops import steps
from loops.store import SavedPlan
from rubric.catalogue.load import load_catalogue
from rubric.graph.model import Node


def draw(saved: SavedPlan, competency: str) -> None:
    """Draw the card of a competency of the plan."""
    node = next(node for node in saved.state.graph.nodes if node.id == competency)
    with st.container(border=True):
        st.subheader(plain(node.name), anchor=False)
        st.markdown(plain(load_catalogue().competencies[node.id].means))
        st.caption(told(node.why))
        _anchors(node)
        _evidence(saved, node)
        _change(saved, node)


def draw_additions(saved: SavedPlan) -> None:
    """Draw what can be added from the catalogue, and the way back."""
    with st.container(border=True):
        cards = {card.id: card for card in steps.catalogue_choices(saved.state)}
        chosen = st.selectbox(
            say("competencies.add"),
            list(cards),
            index=None,
            placeholder=say("app.choose"),
            format_func=lambda i: f"{cards[i].name} · {cards[i].area}",
            key="addition",
        )
        with st.container(horizontal=True):
            if st.button(say("competencies.add_button"), key="add", disabled=chosen is None) and chosen:
                frame.act(steps.add_competency, saved, chosen)
                st.session_state.competency_next = chosen
                st.rerun()
            if st.button(say("competencies.reset"), key="reset", type="tertiary"):
                tables.forget()
                frame.act(steps.reset_competencies, saved)
                st.rerun()


def _anchors(node: Node) -> None:
    st.markdown(f"**{say('competencies.anchors')}**")
    for anchor in load_catalogue().competencies[node.id].anchors:
        here = f" :blue-badge[{say('competencies.target')}]" if anchor.level == node.level else ""
        st.markdown(f"{say('competencies.anchor', level=anchor.level)}{here}  \n{plain(anchor.seen)}")


def _evidence(saved: SavedPlan, node: Node) -> None:
    st.markdown(f"**{say('competencies.evidence_title')}**")
    links = [link for link in saved.state.graph.links if link.competency == node.id]
    for link in links:
        item = next(item for item in saved.state.requirements.items if item.id == link.requirement)
        st.markdown(f"- {plain(say('app.quoted', words=item.text))}  \n  :gray[{told(link.why)}]")
    if not links:
        st.caption(say("competencies.no_evidence"))


def _change(saved: SavedPlan, node: Node) -> None:
    with st.expander(say("competencies.change")):
        with st.form(f"rename-{node.id}", border=False):
            name = st.text_input(say("competencies.new_name"), node.name, max_chars=80)
            if st.form_submit_button(say("competencies.rename")):
                frame.act(steps.rename_competency, saved, node.id, name)
                st.rerun()
        with st.form(f"weight-{node.id}", border=False):
            weight = st.slider(say("competencies.new_weight"), 0.0, 1.0, node.weight, 0.05)
            reason = st.text_input(say("competencies.weight_reason"), max_chars=400)
            if st.form_submit_button(say("competencies.set_weight")):
                frame.act(steps.set_weight, saved, node.id, weight, reason)
                st.rerun()
        with st.form(f"merge-{node.id}", border=False):
            others = {n.id: n.name for n in saved.state.graph.nodes if n.id != node.id}
            into = st.selectbox(
                say("competencies.merge_into"),
                list(others),
                index=None,
                format_func=lambda i: others[i],
                placeholder=say("app.choose"),
            )
            if st.form_submit_button(say("competencies.merge")) and into:
                frame.act(steps.merge_competencies, saved, node.id, into)
                st.rerun()
