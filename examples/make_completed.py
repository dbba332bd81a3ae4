"""Make the completed samples: `python examples/make_completed.py` writes examples/completed.

The staff infrastructure engineer and the panel of the examples: overview, candidate's sheet, one packet as
its interviewer handed it back, and the debrief packet of all returned packets. The candidate is invented.
"""

import io
import tempfile
from pathlib import Path

import pikepdf
from pikepdf.form import Form

from loops.cli.main import main as run
from loops.debrief import compose_debrief
from loops.design.files import read_loop
from loops.design.model import PlanFile
from loops.packets import Settings, compose_packets, render
from loops.packets.model import InterviewPacket, Sitting, Topic
from loops.scorecards import Returned, read_scorecards

HERE = Path(__file__).parent
OUT = HERE / "completed"
LEVELS = ((3, 4), (3, 3), (1, 2), (4, 3), (3, 2), (4, 4))
"""The level an interviewer gives to the first and to the later competencies of their packet."""

NOT_REACHED = 4
"""The packet, from 0, whose last competency was not assessed."""

RECOMMENDATIONS = ("yes", "yes", "no", "strong-yes", "yes", "yes")
DAY = "Tuesday, 1 December 2026"


def make() -> dict[str, bytes]:
    """All samples by name."""
    plan = _plan()
    settings = _settings(plan)
    packets = compose_packets(plan, settings)
    filled = [
        (f"{name}.pdf", _fill(packet, number)) for number, (name, packet) in enumerate(packets.interviews)
    ]
    returned = read_scorecards(filled, plan, settings.candidate, f"{DAY}, 18:10")
    return {
        "overview.pdf": render(packets.overview),
        "candidate.pdf": render(packets.candidate),
        "packet-handed-back.pdf": filled[0][1],
        "debrief.pdf": _debrief(plan, returned, settings),
    }


def _plan() -> PlanFile:
    with tempfile.TemporaryDirectory() as folder:
        posting, panel = HERE / "staff-infrastructure-engineer.txt", HERE / "panel.yaml"
        if run(["plan", str(posting), "--panel", str(panel), "--out", folder]):
            raise SystemExit("The posting of the examples has no loop with the panel of the examples.")
        return read_loop((Path(folder) / "loop.json").read_bytes())


def _settings(plan: PlanFile) -> Settings:
    """A day from 9:30 on, with a quarter of an hour between two interviews and a long noon."""
    sittings, minutes = {}, 9 * 60 + 30
    for interview in plan.interviews:
        ends = minutes + interview.minutes
        when = f"{minutes // 60}:{minutes % 60:02d} to {ends // 60}:{ends % 60:02d}, Dublin time"
        sittings[interview.id] = Sitting(when=when, where="video link in the invitation")
        minutes = ends + 15 if ends < 12 * 60 or ends > 13 * 60 else ends + 60
    return Settings(
        candidate="4F2",
        day=DAY,
        sittings=sittings,
        contact="hiring@example.org",
        adjustments_contact="Noor Haddad, adjustments@example.org",
        adjustments="Captions are on in every call; a break of ten minutes after each hour.",
        answer_by="by Friday, 11 December 2026",
        retention="1 December 2027",
        laws=("eu",),
    )


def _fill(packet: InterviewPacket, number: int) -> bytes:
    """The packet as its interviewer hands it back."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(render(packet))) as pdf:
        form = Form(pdf)
        for place, topic in enumerate(packet.topics):
            if number == NOT_REACHED and place == len(packet.topics) - 1:
                form[f"score:{topic.competency}"].value = pikepdf.Name("/na")
                form[f"evidence:{topic.competency}"].value = "Not reached: the first topic took the time."
            else:
                _mark(form, topic, LEVELS[number % len(LEVELS)][min(place, 1)])
        form["recommendation"].value = pikepdf.Name(f"/{RECOMMENDATIONS[number % len(RECOMMENDATIONS)]}")
        form["change"].value = "A second case in which the first plan did not hold."
        form["debrief"].value = "Did anybody hear how the team took the change?"
        form["date"].value = DAY
        for name in ("ready:1", "ready:2", "ready:3"):
            form[name].checked = True
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _mark(form: Form, topic: Topic, level: int) -> None:
    """Mark one competency: its level, evidence that fits the anchor, notes and what was asked."""
    seen = topic.rungs[level - 1].seen
    form[f"score:{topic.competency}"].value = pikepdf.Name(f"/{level}")
    form[f"evidence:{topic.competency}"].value = f"On a case of last year, in detail. {seen}"
    asked = topic.questions[0]
    listened = " ".join(f"{line} Yes." for line in asked.look_for[:2])
    form[f"notes:{topic.competency}:1"].value = f"Took a case of last year, drew it, gave figures. {listened}"
    form[f"asked:{asked.id}"].checked = True
    form[f"probe:{asked.id}:1"].checked = True


def _debrief(plan: PlanFile, returned: tuple[Returned, ...], settings: Settings) -> bytes:
    return render(compose_debrief(plan, returned, settings))


if __name__ == "__main__":
    for name, data in make().items():
        (OUT / name).write_bytes(data)
