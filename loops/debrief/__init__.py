"""Scorecards to what people need to decide together."""

from loops.debrief.compose import compose_debrief as compose_debrief
