"""What the tests of loops share: a store of their own and a plan made from a sample posting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loops import steps
from loops.steps.start import read_state, sample_text
from loops.store import MadeLoop, PlanState, SavedPlan, Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on SQLite."""
    kept = open_store(f"sqlite:///{tmp_path / 'data' / 'loopwright.sqlite'}")
    yield kept
    kept.close()


@pytest.fixture(scope="session")
def fresh() -> PlanState:
    """The state of a new plan from the run-on sample posting."""
    name = "staff-infrastructure-engineer"
    return read_state(sample_text(name), f"{name}.txt")


@pytest.fixture(scope="session")
def planned(fresh: PlanState) -> PlanState:
    """The same with its loop, which takes a while to plan."""
    return fresh.model_copy(update={"made": MadeLoop(file=steps.plan_state(fresh), inputs=fresh.inputs)})


@pytest.fixture
def plan(store: Store, fresh: PlanState) -> SavedPlan:
    """A new plan in the store."""
    return store.add(fresh, "Ada", "Started from a posting.")


@pytest.fixture
def made(store: Store, plan: SavedPlan, planned: PlanState) -> SavedPlan:
    """The plan with its loop."""
    return store.save(plan.seen_by("Ada"), planned, "Planned the loop.")
