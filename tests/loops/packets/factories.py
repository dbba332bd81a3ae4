"""A small plan, made from the planner's own model, for the tests of papers."""

from loops.design.model import Ask, Cover, Interview, PlanFile, Problem, Rules
from loops.design.panel import Format, Interviewer, Panel
from rubric.catalogue.model import Anchor, Question
from rubric.model import Evidence, Item, LeftOut, Rubric
from rubric.value import Span, Tier

SUBJECTS = (
    ("System design", "systems"),
    ("Operating services", "reliability"),
    ("Feedback and disagreement", "working-together"),
    ("Data modelling", "systems"),
    ("Mentoring", "leadership"),
    ("Incident response", "reliability"),
    ("Roadmap and priorities", "leadership"),
    ("Cloud networking", "systems"),
    ("Testing and quality", "systems"),
    ("Writing for decisions", "working-together"),
    ("Security of services", "reliability"),
    ("Cost of running things", "reliability"),
)


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def question(competency: str, name: str, number: int) -> Question:
    return Question(
        id=f"{competency}-{number}",
        kind="past",
        minutes=8,
        ask=f"Tell me about a time when {name.lower()} decided how a project ended. What did you do?",
        if_none="Ask for the nearest case that they saw from close by.",
        probes=(
            "What was the situation before, and how did you know?",
            "Which other ways did you look at, and why not those?",
            "What was your part, and what was the team’s?",
            "What came of it, and how was that measured?",
        ),
        look_for=(
            "Names a cause with figures, and who was affected.",
            "Weighs at least two ways and says what was given up.",
        ),
        red_flags=("Speaks of “we” only, and cannot name an own step.",),
        separates=(2, 3),
    )


def item(place: int, tier: Tier = "must", name: str = "", quote: str = "") -> Item:
    subject, area = SUBJECTS[place % len(SUBJECTS)]
    name, competency = name or subject, slug(subject)
    return Item(
        id=competency,
        name=name,
        area=area,
        means=f"Takes care of {subject.lower()} so that others can rely on it.",
        tier=tier,
        weight=round(1 / (place + 1), 3),
        target=3,
        anchors=(
            Anchor(level=1, seen="Names tools or slogans; no own example, or an example without any reason."),
            Anchor(
                level=2, seen="Describes parts of the work but no limits; the decisions were made by others."
            ),
            Anchor(
                level=3, seen="Explains one sound case with figures, one way not taken, and what was learned."
            ),
            Anchor(
                level=4,
                seen="Compares several cases; foresees what may fail; others took over the way of working.",
            ),
        ),
        questions=tuple(question(competency, name, number) for number in (1, 2, 3, 4)),
        evidence=(
            Evidence(
                requirement=f"r{place + 1}",
                quote=quote or f"You know {subject.lower()} and have done it in earnest for several years.",
                span=Span(start=0, end=10),
                section="minimum",
                why="The posting names it.",
            ),
        ),
    )


def interview(
    number: int, places: tuple[int, ...], person: str, questions: int = 1, look: str = "first"
) -> Interview:
    spent = 45 // max(len(places), 1)
    return Interview(
        id=f"i{number}",
        format="talk",
        name=f"Experience interview {number}",
        minutes=60,
        opening=5,
        closing=10,
        interviewer=person,
        items=tuple(
            Ask(
                competency=slug(SUBJECTS[place][0]),
                minutes=spent,
                questions=tuple(f"{slug(SUBJECTS[place][0])}-{n}" for n in range(1, questions + 1)),
                look="first" if look == "first" else "second",
            )
            for place in places
        ),
    )


def plan_file(
    items: tuple[Item, ...] | None = None,
    interviews: tuple[Interview, ...] | None = None,
    people: tuple[Interviewer, ...] | None = None,
) -> PlanFile:
    items = items or tuple(item(place) for place in range(3))
    interviews = interviews or (
        interview(1, (0, 1, 2), "dana"),
        interview(2, (0, 1), "lukasz", look="second"),
    )
    people = people or (
        Interviewer(id="dana", name="Dana Okafor", role="Staff Engineer"),
        Interviewer(id="lukasz", name="Łukasz Żółć", role="Engineering Manager", kind="hiring-manager"),
    )
    ids = [each.id for each in items]
    return PlanFile(
        plan="k7m2q9xa",
        hash="0123456789abcdef" * 4,
        status="proven",
        gap=0,
        aims=(),
        interviews=interviews,
        coverage=tuple(
            Cover(
                competency=each.id,
                tier=each.tier,
                target=each.target,
                assessors=(),
                questions=1,
                minutes=15,
                dependability=0.5,
                sem=0.4,
            )
            for each in items
        ),
        clash=(),
        relaxations=(),
        left_out=(),
        problem=Problem(
            rubric=Rubric(
                title="Staff Infrastructure Engineer",
                seniority="staff",
                language="en",
                catalogue_version="2026.1",
                catalogue_hash="c" * 64,
                items=items,
                builds_on=tuple(
                    (ids[a], ids[b]) for a, b in ((1, 0), (2, 0), (4, 2), (5, 1), (7, 5)) if a < len(ids)
                ),
                left_out=(LeftOut(name="A degree in computer science", why="Checked on the résumé."),),
            ),
            panel=Panel(interviewers=people),
            rules=Rules(),
            formats=(Format(id="talk", name="Talk", means="A talk.", lengths=(60,), holds=("past",)),),
        ),
    )


def large_plan() -> PlanFile:
    """Twelve competencies, six interviews: of four competencies, of one, in Cyrillic and Greek names."""
    people = (
        Interviewer(id="a", name="Aleksandra Wiśniewska-Dąbrowska", role="Principal Infrastructure Engineer"),
        Interviewer(id="b", name="Борис Николаевич Ковальчук", role="Руководитель группы"),
        Interviewer(id="c", name="Κωνσταντίνος Παπαδόπουλος", role="Μηχανικός"),
        Interviewer(id="d", name="Dana Okafor", role="Staff Engineer"),
        Interviewer(id="e", name="Trained interviewer 5", role="To be filled", to_fill=True),
        Interviewer(
            id="f", name="Maximiliane-Charlotte von Hohenberg-Schillingsfürst", role="Director of Platform"
        ),
    )
    items = tuple(
        item(place, "must" if place < 6 else "should" if place < 9 else "nice") for place in range(12)
    )
    interviews = (
        interview(1, (0, 1, 2, 3), "a"),
        interview(2, (4,), "b", questions=3),
        interview(3, (5, 6), "c", questions=2),
        interview(4, (7, 8, 9), "d"),
        interview(5, (0, 1), "e", look="second"),
        interview(6, (2, 4, 5), "f", look="second"),
    )
    return plan_file(items, interviews, people)


LONG = (
    "Describes how a service with many callers was taken apart and put together again, and says why it held. "
)


def extreme_plan() -> PlanFile:
    """Texts as long as the catalogue's model lets them be, in twelve interviews of four competencies."""
    whole = large_plan()
    items = tuple(
        each.model_copy(
            update={
                "name": f"{each.name} over several large sites and teams"[:60],
                "means": (LONG * 6)[:600],
                "anchors": tuple(Anchor(level=n, seen=(LONG * 6)[:600]) for n in (1, 2, 3, 4)),
                "questions": tuple(
                    asked.model_copy(
                        update={
                            "ask": (LONG * 5)[:499] + "?",
                            "if_none": (LONG * 3)[:300],
                            "probes": ((LONG * 2)[:110],) * 5,
                            "look_for": ((LONG * 4)[:400],) * 5,
                            "red_flags": ((LONG * 3)[:300],) * 4,
                        }
                    )
                    for asked in each.questions
                ),
                "evidence": tuple(
                    evidence.model_copy(
                        update={"quote": LONG * 8, "why": (LONG * 5)[:500], "requirement": f"r{n}"}
                    )
                    for evidence in each.evidence
                    for n in range(3)
                ),
            }
        )
        for each in whole.problem.rubric.items
    )
    people = tuple(
        Interviewer(
            id=f"p{n}", name=f"Maximiliane-Charlotte von Hohenberg-Schillingsfürst the {n}th", role=LONG[:110]
        )
        for n in range(12)
    )
    interviews = tuple(
        interview(
            n + 1,
            tuple((n + k) % 12 for k in range(4)),
            f"p{n}",
            questions=2,
            look="second" if n else "first",
        )
        for n in range(12)
    )
    return plan_file(items, interviews, people)
