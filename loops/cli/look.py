"""Whose packets these are and how they look."""

import argparse
import sys
from pathlib import Path

from pydantic import ValidationError

from loops.packets import Look, Settings
from rubric.value import InputError


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings that were asked for.

    Raises:
        InputError: a code, a footer or a law is none that can be used.
    """
    try:
        return Settings(
            look=Look(
                paper=options.paper,
                variant=options.variant,
                language=options.language,
                large_print=options.large_print,
                footer=options.footer,
                font=str(Path(options.font).resolve()) if options.font else None,
            ),
            candidate=options.candidate,
            laws=tuple(dict.fromkeys(options.law)),
        )
    except ValidationError:
        raise InputError(
            "The candidate's code may have up to 40 letters, digits, dots, dashes and blanks, the footer "
            "up to 160 signs; laws are us-federal, us-california, us-new-york-city, eu and uk."
        ) from None


_LANGUAGES = {"de": "German", "fr": "French"}


def tell_language(options: argparse.Namespace) -> None:
    """Say on standard error what of the papers is not in the language that was asked for."""
    if options.language in _LANGUAGES:
        sys.stderr.write(
            f"The papers’ fixed text is in {_LANGUAGES[options.language]}; questions, scales and names of "
            "competencies are in English.\n"
        )
