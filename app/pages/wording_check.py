"""Check a wording of one's own: a question, a requirement or a set of anchors, judged by the linters."""

from collections.abc import Callable

import streamlit as st

from app.frame import plain, say
from rubric.catalogue.lint import Ruling, lint_anchors, lint_question, lint_requirement

KINDS: dict[str, Callable[[str], Ruling]] = {
    "question": lint_question,
    "requirement": lint_requirement,
    "anchors": lint_anchors,
}
MOST_LINES, LONGEST = 50, 2_000
_SHOW = {"block": st.error, "warn": st.warning, "ok": st.success}
_ICONS = {"block": ":material/block:", "warn": ":material/edit_note:", "ok": ":material/check:"}


def draw() -> None:
    """Draw the form and the verdicts, one for each text."""
    st.caption(say("check.lead"))
    with st.form("check", border=False):
        kind = st.segmented_control(
            say("check.kind"),
            list(KINDS),
            default="question",
            required=True,
            format_func=lambda name: say(f"check.kind_{name}"),
            key="check-kind",
        )
        text = st.text_area(
            say("check.text"), help=say("check.text_help"), height=160, max_chars=20_000, key="check-text"
        )
        pressed = st.form_submit_button(
            say("check.button"), type="primary", icon=":material/rule:", key="check-button"
        )
    if pressed:
        st.session_state["checked"] = (str(kind), text)
    if held := st.session_state.get("checked"):
        _verdicts(*held)


def _verdicts(kind: str, text: str) -> None:
    texts = texts_of(kind, text)
    if not texts:
        st.info(say("check.nothing"))
    for one in texts[:MOST_LINES]:
        _verdict(KINDS[kind](one))
    if len(texts) > MOST_LINES:
        st.caption(say("check.more", n=MOST_LINES, all=len(texts)))


def texts_of(kind: str, text: str) -> list[str]:
    """What is to be judged: each line by itself, but anchors as one set."""
    parts = [text] if kind == "anchors" else text.splitlines()
    return [part.strip()[:LONGEST] for part in parts if part.strip()]


def _verdict(ruling: Ruling) -> None:
    title = f"**{say(f'check.verdict_{ruling.verdict}')}** · {plain(ruling.text[:300])}"
    lines = [title]
    if ruling.rules:
        lines.append(f"{say('check.rules')} {plain(', '.join(ruling.rules))}")
        lines.append(plain(ruling.why))
    if ruling.rewrite:
        lines.append(f"{say('check.better')} {plain(ruling.rewrite)}")
    _SHOW[ruling.verdict]("\n\n".join(lines), icon=_ICONS[ruling.verdict])
