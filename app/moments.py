"""When something was, in the visitor's words and at the visitor's place."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from app.frame import say


def clock(at: datetime) -> str:
    """The time of day where the visitor is; with the date where it is not today."""
    there = at.astimezone(ZoneInfo(st.context.timezone) if st.context.timezone else UTC)
    today = datetime.now(there.tzinfo).date()
    return f"{there:%H:%M}" if there.date() == today else f"{there:%Y-%m-%d %H:%M}"


def age(at: datetime) -> str:
    """How long ago something was, in words."""
    minutes = max(0, int((datetime.now(UTC) - at).total_seconds() // 60))
    if minutes < 1:
        return say("home.now")
    if minutes < 60:
        return say("home.minutes", n=minutes)
    if minutes < 48 * 60:
        return say("home.hours", n=minutes // 60)
    return say("home.days", n=minutes // 1440)
