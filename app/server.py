"""The server around the pages: where it may listen, its names, its secret, its health routes, its log."""

import asyncio
import json
import os
import secrets
import sys
import traceback
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config

from app import login, memory
from app.frame import say, whole_store
from app.headers import PROBES, SecurityHeaders
from loops import steps
from loops.store.open import data_folder
from rubric.value import InputError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
WILDCARDS = ("", "0.0.0.0", "::", "every address")  # noqa: S104 - the names of "everywhere", not a place


async def health(_request: Request) -> PlainTextResponse:
    """The process answers."""
    return PlainTextResponse("ok")


async def ready(_request: Request) -> PlainTextResponse:
    """The store can be read; 503 where it cannot."""
    try:
        steps.list_plans(whole_store())
    except (InputError, OSError):
        return PlainTextResponse("the store cannot be read", status_code=503)
    return PlainTextResponse("ready")


ROUTES = tuple(Route(path, answer) for path, answer in zip(PROBES, (health, ready), strict=True))
MIDDLEWARE = (Middleware(SecurityHeaders),)


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncGenerator[None, None]:  # noqa: ANN401
    """Refuse an unsafe address, warm up, and take what was imported out of the collector's way."""
    try:
        reason = refusal(config.get_option("server.address") or "every address", os.environ)
    except login.LoginError as error:
        reason = str(error)
    if reason:
        sys.stderr.write(f"{reason}\n")
        raise SystemExit(2)
    memory.warm_up()
    later = asyncio.create_task(memory.tidy())
    yield
    later.cancel()
    log("stopped")


def report(fault: Exception) -> bool:
    """Show a page's fault as one sentence with a number, and write that number to the log."""
    number = secrets.token_hex(4)
    place = traceback.extract_tb(fault.__traceback__)[-1]
    log(
        "page failed",
        number=number,
        fault=type(fault).__name__,
        where=f"{Path(place.filename).name}:{place.lineno}",
    )
    st.error(say("app.fault", number=number))
    return True


def log(event: str, **facts: str) -> None:
    """One JSON object a line, without anything that a person typed or uploaded."""
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "event": event, **facts}
    sys.stderr.write(json.dumps(line) + "\n")


def refusal(host: str, environ: Mapping[str, str]) -> str | None:
    """Why the server may not listen there; None where it may.

    Raises:
        LoginError: A login is configured, but not whole.
    """
    login_is_there = login.provider(environ) is not None
    if host in LOOPBACK or environ.get("LOOPWRIGHT_OPEN") == "1" or login_is_there:
        return None
    return (
        f"Loopwright does not start on {host} without a login: everybody on the network could read every "
        "plan. Use 127.0.0.1, configure a login (docs/deploy.md), or set LOOPWRIGHT_OPEN=1 for a public "
        "demonstration with throw-away data."
    )


def allowed_hosts(host: str, named: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    """The names under which the app answers; empty for every name, in a public demonstration only."""
    if environ.get("LOOPWRIGHT_OPEN") == "1":
        return list(named)
    own = () if host in WILDCARDS else (host,)
    public = login.host(environ)
    return list(dict.fromkeys((*LOOPBACK, *own, *((public,) if public else ()), *named)))


def prepare() -> dict[str, Any]:
    """Have cookies signed with a secret that survives a restart, and foreign hosts turned away.

    Gives back what the login needs. A login that is configured badly is told when the server starts.
    """
    secret = cookie_secret(data_folder(), os.environ)
    config.set_option("server.cookieSecret", secret)
    host, named = config.get_option("server.address") or "", config.get_option("server.allowedHosts")
    try:
        config.set_option("server.allowedHosts", allowed_hosts(host, named, os.environ))
        return login.secrets(secret)
    except login.LoginError:
        return {}


def cookie_secret(folder: Path, environ: Mapping[str, str]) -> str:
    """The secret that signs cookies: from the environment, or made once in the data folder."""
    if given := environ.get("STREAMLIT_SERVER_COOKIE_SECRET"):
        return given
    file = folder / "cookie-secret"
    folder.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        fresh = folder / f"cookie-secret.{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_hex(32))
        fresh.replace(file)
    return file.read_text().strip()
