"""What every page shares: words, the open plan, the steps on it, and errors as sentences."""

from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Concatenate, NoReturn, ParamSpec

import streamlit as st

from app import browser, drawn, login, tables, words
from loops import steps
from loops.packets.words import words_of
from loops.packets.words.sentences import format_in, said_in
from loops.store import SavedPlan, Seen, Store, TeamStore, open_store
from loops.store.people import RefusedError
from rubric.value import InputError

P = ParamSpec("P")
Step = Callable[Concatenate[Store, Seen, P], SavedPlan]
STYLE = Path(__file__).with_name("style.css")
ICON = Path(__file__).with_name("icon.png")


@st.cache_resource(show_spinner=False)
def whole_store() -> Store:
    """The store, opened once a process; whoever uses it asks for nobody's leave."""
    kept = open_store()
    steps.use_own(kept)
    return kept


def store() -> Store:
    """The store as the visitor may use it: in team mode, their plans only."""
    return TeamStore(whole_store(), who()) if login.needed() else whole_store()


def language() -> str:
    """The language of the screens: the address's, the one chosen, the browser's, or English."""
    told = st.query_params.get("lang") or st.session_state.get("language") or (st.context.locale or "en")[:2]
    return told if told in words.LANGUAGES else "en"


def speak(chosen: str) -> None:
    """Have the screens speak a language, here and in the address."""
    st.session_state.language = chosen
    st.query_params["lang"] = chosen
    _SPOKEN.set(chosen)


_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)


def begin() -> None:
    """Settle what holds for one whole drawing of a page: its style and its language."""
    st.html(STYLE)
    if spoken := st.query_params.get("lang"):
        st.session_state.language = spoken
    _SPOKEN.set(language())


def say(key: str, /, **values: object) -> str:
    """The words for `page.word` in the language of the screens."""
    return words.say(_SPOKEN.get() or language(), key, **values)


def said(sentence: str) -> str:
    """A sentence that the product wrote, in the language of the screens."""
    return said_in(_SPOKEN.get() or language(), sentence)


def told(sentence: str) -> str:
    """The same, to be shown as it stands."""
    return plain(said(sentence))


def kind(name: str) -> str:
    """What a kind of interview is called on the screens; a name of a team's own stays as it is."""
    return format_in(_SPOKEN.get() or language(), name)


def who() -> str:
    """Who acts: the one signed in; without a login there is one person."""
    person = login.person()
    if person is None:
        raise RefusedError("Sign in first.")
    return person


def called(person: str) -> str:
    """What to call somebody on a screen."""
    return say("app.you") if person in (login.ALONE, login.person()) else person


def go(page: str, plan: str | None) -> NoReturn:
    """Open another page with the plan in its address.

    Where the address has no plan yet the page that follows puts it there: a change of the address before the
    change of the page would be a stop of its own for the Back button.
    """
    if plan:
        st.session_state.open = plan
    here = st.query_params.to_dict()
    st.switch_page(
        st.session_state.pages[page], query_params=here if plan and "plan" not in here else _address(plan)
    )


def _address(plan: str | None) -> dict[str, str]:
    spoken = st.session_state.get("language")
    return ({"plan": plan} if plan else {}) | ({"lang": spoken} if spoken else {})


def named() -> str | None:
    """The id of the plan that the address names, else of the one this visitor had open last."""
    return st.query_params.get("plan") or st.session_state.get("open")


def keep(saved: SavedPlan) -> None:
    """Remember which plan is open, here and in the address."""
    st.session_state.open = saved.id
    drawn.begin(saved)
    told = _address(saved.id)
    if any(st.query_params.get(name) != value for name, value in told.items()):
        browser.set_address(told)


def tell(sentence: str, kind: str = "error") -> None:
    """Have the next page that is drawn show a sentence."""
    st.session_state.setdefault("notices", []).append((kind, sentence))


def notices(place: str = "notices") -> None:
    """Show what there is to tell at a place of the page, once."""
    show = {"error": st.error, "warning": st.warning, "success": st.success}
    for kind, sentence in st.session_state.pop(place, []):
        show[kind](told(sentence))


def tell_beside(place: str) -> None:
    """Have what there is to tell shown at a place of the next page, in place of its top."""
    st.session_state[place] = st.session_state.pop("notices", [])


def figure(value: float, form: str) -> str:
    """A figure with the decimal sign of the screens' language; `form` is Python's, such as `.2f`."""
    return words_of(_SPOKEN.get() or language()).figure(value, form)


def plain(text: str) -> str:
    """Text that is shown as it stands, whatever Markdown signs it holds."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|~$:" else sign for sign in text)


def act(step: Step[P], saved: SavedPlan, *args: P.args, **kwargs: P.kwargs) -> SavedPlan:
    """Do one step; where it cannot be done, say why and draw the plan as it is kept, and do no more."""
    after = take(step, saved, *args, **kwargs)
    if after is None:
        st.rerun()
    return after


def take(step: Step[P], saved: SavedPlan, *args: P.args, **kwargs: P.kwargs) -> SavedPlan | None:
    """Do one step before a page is drawn; None where it cannot be done, which the page will say."""
    try:
        after = step(store(), drawn.seen(saved, who()), *args, **kwargs)
    except InputError as error:
        tell(str(error))
        tables.forget()
        drawn.forget()
        return None
    drawn.keep(after)
    keep(after)
    return after


def attempt(step: Callable[Concatenate[Store, P], SavedPlan], *args: P.args, **kwargs: P.kwargs) -> None:
    """Do a step that makes a plan of its own; where it cannot be done, say why."""
    try:
        step(store(), *args, **kwargs)
    except InputError as error:
        tell(str(error))
