"""Audit: the loop that is run today, held against what the posting asks for, and mended."""

from typing import Any
from zlib import crc32

import streamlit as st

from app import beside, frame, opened, plan_bar
from app.draw.matrix import matrix_html
from app.draw.table import table_html
from app.frame import kind, plain, say, told
from loops import steps
from loops.design.model import PlanFile
from loops.store import SavedPlan
from rubric.value import InputError


def show() -> None:
    """Draw the page."""
    saved = opened.need_plan(say("audit.title"))
    plan_bar.draw(saved, say("audit.title"))
    st.write(say("audit.lead"))
    file = st.file_uploader(
        say("audit.file"), type=("json", "csv", "md", "txt"), help=say("audit.file_help"), key="loop-file"
    )
    if file is None:
        st.info(say("audit.nothing"), icon=":material/upload_file:")
        return
    try:
        audited = steps.audit_run_loop(saved.state, file.getvalue())
    except InputError as error:
        st.error(plain(str(error)))
        return
    _findings(audited)
    _coverage(audited)
    _mend(saved, audited)


def _findings(audited: steps.Audited) -> None:
    """Every fault in a sentence, under its kind."""
    count = len(audited.run.interviews)
    st.caption(say("audit.read", n=count, questions=sum(len(i.questions) for i in audited.run.interviews)))
    st.subheader(say("audit.findings", n=len(audited.audit.findings)), anchor=False)
    if not audited.audit.findings:
        st.success(say("audit.clean"), icon=":material/verified:")
    for fault in dict.fromkeys(finding.kind for finding in audited.audit.findings):
        found = [finding.sentence for finding in audited.audit.findings if finding.kind == fault]
        st.markdown(f"**{say(f'audit.k_{fault}')}**\n" + "".join(f"\n- {told(one)}" for one in found))


def _coverage(audited: steps.Audited) -> None:
    """How often and for how long each competency is asked about today."""
    st.subheader(say("audit.coverage"), anchor=False)
    rows = [
        (
            f"{item.name} ({say(f'requirements.tier_{item.tier}')})",
            ", ".join(seen.interviews) or say("loop.not_covered"),
            str(seen.questions),
            say("loop.minutes", n=seen.minutes),
        )
        for item, seen in zip(audited.items, audited.audit.coverage, strict=True)
    ]
    heads = [say("loop.competency"), say("loop.m_interviews"), say("why.questions"), say("audit.minutes")]
    st.html(table_html(say("audit.coverage"), heads, rows))


def _mend(saved: SavedPlan, audited: steps.Audited) -> None:
    """The plan with the fewest edits, worked out beside the page, and the way to use it."""
    st.subheader(say("audit.mend"), anchor=False)
    st.caption(say("audit.mend_lead"))
    mark = f"{saved.state.inputs}-{crc32(audited.run.model_dump_json().encode()):x}"
    work = beside.under_way("mend", mark)
    if work is None:
        if st.button(say("audit.go"), key="mend", type="primary", icon=":material/build:"):
            beside.begin("mend", mark, lambda limits: steps.mend_run_loop(saved.state, audited.run, limits))
            st.rerun()
        return
    beside.follow("mend", work, _mended)
    found: list[PlanFile] = work.found
    if work.ended() and found and found[0].status != "none" and st.button(say("audit.use"), key="use-mended"):
        after = frame.act(steps.keep_loop, saved, found[0], "Took over the mended loop of today.")
        frame.go("loop", after.id)


def _mended(found: list[Any]) -> None:
    """The edits in words and the loop they lead to; or why there is none."""
    file: PlanFile = found[0]
    if file.status == "none":
        st.warning(f"**{say('loop.clash')}**\n" + "".join(f"\n- {told(said)}" for said in file.clash))
        return
    edits = steps.changes_made(file)
    st.markdown(f"**{say('audit.edits', n=len(edits))}**")
    st.markdown("\n".join(f"- {told(edit)}" for edit in edits) or say("audit.no_edit"))
    st.html(matrix_html(file, say, kind))
