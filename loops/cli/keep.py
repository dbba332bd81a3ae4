"""`backup`, `restore`, `export`, `import` and `plans`: what the web app keeps, from the command line."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from loops import steps
from loops.cli.files import named, read_input, write_whole
from loops.store import Kept, Store, back_up, export_plan, import_plan, open_store, restore
from loops.store.backup import MAX_BACKUP
from loops.store.exchange import MAX_PLAN
from loops.store.retention import delete_due
from rubric.value import InputError


def run_plans(_options: argparse.Namespace) -> int:
    """List the plans with the ids that `export` takes."""
    with _store() as store:
        for card in store.cards():
            sys.stdout.write(f"{card.id}  {card.changed:%Y-%m-%d %H:%M}  {card.name}\n")
    return 0


def run_appoint(options: argparse.Namespace) -> int:
    """Make somebody who signs in a plan's hiring manager."""
    with _store() as store:
        steps.appoint(store, getpass.getuser(), options.plan, options.address)
    sys.stdout.write(f"{options.address} is a hiring manager of the plan now.\n")
    return 0


def run_backup(options: argparse.Namespace) -> int:
    """Write everything that is kept into one file."""
    with _store() as store:
        data, kept = back_up(store)
    write_whole(Path(options.file), data)
    sys.stdout.write(f"Backed up {_told(kept)} to {options.file}.\n")
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """Fill an empty store from a backup."""
    data = read_input(options.file, MAX_BACKUP)
    with _store() as store:
        try:
            kept = restore(store, data)
        except InputError as error:
            raise named(options.file, error) from error
    sys.stdout.write(f"Restored {_told(kept)} from {options.file}; every row was compared with the backup.\n")
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write one plan into a file."""
    with _store() as store:
        data = export_plan(store, options.plan)
    write_whole(Path(options.file), data)
    sys.stdout.write(f"Exported the plan to {options.file}.\n")
    return 0


def run_import(options: argparse.Namespace) -> int:
    """Keep the plan of a file as a new plan."""
    data = read_input(options.file, MAX_PLAN)
    with _store() as store:
        try:
            saved = import_plan(store, data, _who())
        except InputError as error:
            raise named(options.file, error) from error
    sys.stdout.write(f"Imported {saved.state.name} as the plan {saved.id}.\n")
    return 0


def run_tidy(_options: argparse.Namespace) -> int:
    """Delete the data of all candidates whose day has passed and whom no legal hold keeps."""
    with _store() as store:
        gone = delete_due(store, datetime.now(UTC).date())
    sys.stdout.write(f"Deleted the data of {len(gone)} candidate{'s' * (len(gone) != 1)}.\n")
    return 0


@contextmanager
def _store() -> Iterator[Store]:
    store = open_store()
    try:
        yield store
    finally:
        store.close()


def _told(kept: Kept) -> str:
    plans, revisions = kept.rows.get("plans", 0), kept.rows.get("revisions", 0)
    return f"{plans} plan{'s' * (plans != 1)} with {revisions} revision{'s' * (revisions != 1)}"


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command line"
