"""Signing in and out, in team mode."""

from collections.abc import Callable

import streamlit as st

from app import frame, login
from app.frame import plain, say


def door(name: str) -> Callable[[], None]:
    """What stands in for a page as long as nobody is signed in."""

    def show() -> None:
        _show()

    show.__name__ = name
    return show


def _show() -> None:
    st.title(say("login.title"), anchor=False)
    frame.notices()
    st.markdown(say("login.lead"))
    address = st.user.get("email")
    if address:
        st.error(plain(say("login.not_let_in", address=address)))
        st.button(say("login.out"), on_click=st.logout, key="sign-out")
    else:
        st.button(say("login.in"), on_click=st.login, type="primary", key="sign-in", icon=":material/login:")


def draw_account() -> None:
    """Draw who is signed in, with the way out; nothing in single-user mode."""
    if not login.needed():
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(plain(say("login.as", address=frame.who())))
        st.button(say("login.out"), on_click=st.logout, key="sign-out", icon=":material/logout:")
