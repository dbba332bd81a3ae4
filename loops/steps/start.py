"""From a posting to a new plan."""

from pathlib import Path
from typing import get_args

from loops.packets import Look, Settings
from loops.steps.competency_edits import edited
from loops.store import PlanState, SavedPlan, Store
from rubric.catalogue.load import load_catalogue
from rubric.catalogue.model import Language
from rubric.graph import build_graph
from rubric.postings import read_posting
from rubric.requirements import find_requirements
from rubric.value import InputError

_EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLES = ("staff-infrastructure-engineer", "nurse-manager", "store-manager")
"""The postings that ship with the product, to try it out, in the order to show them."""


def sample_text(sample: str) -> str:
    """The text of a sample posting.

    Raises:
        InputError: There is no such sample.
    """
    if sample not in SAMPLES:
        raise InputError(f"There is no sample posting {sample}.")
    return (_EXAMPLES / f"{sample}.txt").read_text("utf-8")


def read_state(data: bytes | str, file_name: str | None) -> PlanState:
    """A posting to the state of a plan that nobody has changed yet; its papers speak the posting's language.

    Raises:
        InputError: The posting cannot be read or asks for nothing.
    """
    posting = read_posting(data)
    found = find_requirements(posting)
    catalogue = load_catalogue()
    graph = build_graph(found, catalogue)
    state = PlanState(
        name=(posting.title or _stem(file_name) or "Untitled posting")[:200],
        source=file_name,
        posting=posting,
        found=found,
        requirements=found,
        derived=graph,
        graph=graph,
        papers=_papers(found.language),
    )
    return edited(state, catalogue)


def _papers(language: str) -> Settings:
    """How papers are set at first; those who interview read the language that the posting is in."""
    return Settings(
        look=Look.model_validate({"language": language if language in get_args(Language) else "en"})
    )


def start_plan(store: Store, data: bytes | str, file_name: str | None, who: str) -> SavedPlan:
    """Read a posting, find what it asks for, and keep it as a new plan.

    Raises:
        InputError: The posting cannot be read or asks for nothing; nothing was kept.
    """
    state = read_state(data, file_name)
    count = len(state.found.items)
    return store.add(state, who, f"Started from a posting with {count} requirement{'s' * (count != 1)}.")


def start_sample(store: Store, sample: str, who: str) -> SavedPlan:
    """Start a plan from a sample posting."""
    return start_plan(store, sample_text(sample), f"{sample}.txt", who)


def _stem(file_name: str | None) -> str:
    return Path(file_name).stem if file_name else ""
