"""Packets: a preview for each person, one download for all."""

import re
from collections.abc import Mapping

import streamlit as st

from app import browser, frame, opened, plan_bar, plannings
from app.frame import plain, say
from app.printing import Job, Paper, Printer, path_of, written
from app.words import NAMES
from loops import steps
from loops.design.files import write_loop
from loops.design.model import PlanFile
from loops.packets import Look, Settings, compose_packets
from loops.packets.press import Press
from loops.steps.papers import check_loop
from loops.store import SavedPlan
from loops.store.open import data_folder

PAPERS = ("a4", "letter")
VARIANTS = ("screen", "print")
Papers = dict[str, Paper]


@st.cache_resource(show_spinner=False)
def printer() -> Printer:
    """The printer of the process."""
    return Printer(data_folder() / "packets", Press())


@st.cache_data(max_entries=50, show_spinner=False)
def compose(file: str, settings: str) -> Papers:
    """What each paper of a loop says, once the loop was checked a second time."""
    plan = PlanFile.model_validate_json(file)
    check_loop(plan)
    return dict(compose_packets(plan, Settings.model_validate_json(settings)).files())


def show() -> None:
    """Draw the page."""
    saved = opened.need_plan(say("packets.title"))
    plan_bar.draw(saved, say("packets.title"))
    file = saved.state.plan_file
    if file is None:
        _no_loop(saved)
        return
    if saved.state.loop_is_stale:
        st.warning(say("packets.stale"), icon=":material/update:")
    saved = _look(saved)
    papers = compose(file.model_dump_json(), saved.state.papers.model_dump_json())
    if written(papers, printer().folder):
        _papers(saved, file, papers)
    else:
        _writing(papers)


def _no_loop(saved: SavedPlan) -> None:
    with st.container(border=True):
        st.write(say("packets.no_loop"))
        if st.button(say("packets.to_loop"), type="primary", key="to-loop", icon=":material/route:"):
            plannings.begin_and_go(saved)


def _look(saved: SavedPlan) -> SavedPlan:
    """Language, paper and use of the papers, kept with the plan."""
    look = saved.state.papers.look
    with st.container(horizontal=True, gap="large", key="look"):
        told = {
            "language": _choice("language", tuple(NAMES), look.language, NAMES),
            "paper": _choice("paper", PAPERS, look.paper),
            "variant": _choice("variant", VARIANTS, look.variant),
        }
    wanted = Look.model_validate(look.model_dump() | told)
    if wanted != look:
        settings = saved.state.papers.model_copy(update={"look": wanted})
        frame.act(steps.set_papers, saved, settings)
        st.rerun()
    return saved


def _choice(name: str, options: tuple[str, ...], held: str, names: Mapping[str, str] | None = None) -> str:
    """One choice; an undo or another person's change shows here too."""
    key = f"{name}-{held}"
    return st.segmented_control(
        say(f"packets.{name}"),
        options,
        default=held,
        required=True,
        format_func=lambda each: names[each] if names else say(f"packets.{name}_{each}"),
        key=key,
    )


def _writing(papers: Papers) -> None:
    job = st.session_state.get("job")
    if not isinstance(job, Job) or job.papers != papers:
        job = st.session_state.job = printer().write(papers)
    _progress(job)


@st.fragment(run_every="0.5s")
def _progress(job: Job) -> None:
    """The bar, redrawn twice a second, until the job ends."""
    if job.state == "done":
        st.rerun()
    if job.state == "writing":
        number = min(job.done + 1, len(job.papers))
        told = say("packets.writing", name=_label(job.papers, job.at_hand), n=number, all=len(job.papers))
        st.progress(job.done / len(job.papers), text=plain(told))
        if st.button(say("packets.stop"), key="stop"):
            job.stop()
        return
    if job.state == "failed":
        st.error(plain(say("packets.failed", fault=job.fault)))
    else:
        st.info(say("packets.stopped"))
    if st.button(say("packets.again"), key="again", type="primary"):
        st.session_state.pop("job", None)
        st.rerun()


def _papers(saved: SavedPlan, file: PlanFile, papers: Papers) -> None:
    folder = printer().folder
    size = sum(path_of(folder, paper).stat().st_size for paper in papers.values())
    st.markdown(say("packets.ready", count=len(papers), size=frame.figure(size / 1e6, ".1f")))
    chosen = st.selectbox(
        say("packets.choose"), list(papers), format_func=lambda name: _label(papers, name), key="document"
    )
    label = _label(papers, chosen)
    path = path_of(folder, papers[chosen])
    data = path.read_bytes()
    browser.fit_preview(path.stem)
    st.pdf(
        data,
        height=760,
        key=f"pdf-{path.stem}",
        alt=say("packets.preview", name=label),
    )
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        st.download_button(
            say("packets.one"),
            data,
            file_name=chosen.rsplit("/", 1)[-1],
            mime="application/pdf",
            on_click="ignore",
            key="download-one",
            icon=":material/description:",
        )
        st.download_button(
            say("packets.all"),
            lambda: _zip(file, papers),
            file_name=f"{_stem(saved.state.name)}-{file.plan}.zip",
            mime="application/zip",
            on_click="ignore",
            type="primary",
            key="download-all",
            icon=":material/folder_zip:",
            shortcut="Mod+Enter",
        )


def _zip(file: PlanFile, papers: Papers) -> bytes:
    folder = printer().folder
    files = [steps.Paper(name, path_of(folder, paper).read_bytes()) for name, paper in papers.items()]
    return steps.zip_packets([steps.Paper("loop.json", write_loop(file)), *files])


def _label(papers: Mapping[str, Paper], name: str) -> str:
    paper = papers.get(name)
    match paper.kind if paper else None:
        case "overview":
            return say("packets.overview")
        case "candidate":
            return say("packets.candidate")
        case _:
            return f"{paper.interviewer} · {paper.name}" if paper and paper.kind == "interview" else ""


def _stem(name: str) -> str:
    """A file name that every system takes."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60] or "packets"
