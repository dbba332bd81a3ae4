"""Team mode: who is signed in, by OpenID Connect. Configured outside the repository; without it, one person.

The settings come from the environment (LOOPWRIGHT_OIDC_METADATA, _CLIENT_ID, _CLIENT_SECRET), or from the
`[auth]` part of the file that LOOPWRIGHT_SECRETS names. LOOPWRIGHT_URL is where people find the app.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from rubric.value import InputError

ALONE = "you"
ENVIRONMENT = {
    "server_metadata_url": "LOOPWRIGHT_OIDC_METADATA",
    "client_id": "LOOPWRIGHT_OIDC_CLIENT_ID",
    "client_secret": "LOOPWRIGHT_OIDC_CLIENT_SECRET",
}


class LoginError(InputError):
    """The login cannot work as it is configured."""


def provider(environ: Mapping[str, str] = os.environ) -> dict[str, Any] | None:
    """The settings of the identity provider, as Streamlit wants them; None in single-user mode.

    Raises:
        LoginError: They are there, but not whole; the sentence names what is missing, never a value.
    """
    told = _from_file(environ) | {
        key: environ[name] for key, name in ENVIRONMENT.items() if environ.get(name)
    }
    if not told:
        return None
    if address := environ.get("LOOPWRIGHT_URL"):
        told["redirect_uri"] = f"{address.rstrip('/')}/oauth2callback"
    if missing := [key for key in (*ENVIRONMENT, "redirect_uri") if not told.get(key)]:
        names = ", ".join(ENVIRONMENT.get(key, "LOOPWRIGHT_URL") for key in missing)
        raise LoginError(f"The login is not configured whole, so the server does not start: set {names}.")
    return told


def _from_file(environ: Mapping[str, str]) -> dict[str, Any]:
    named = environ.get("LOOPWRIGHT_SECRETS")
    if not named:
        return {}
    try:
        return dict(tomllib.loads(Path(named).read_text("utf-8")).get("auth", {}))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise LoginError("The file that LOOPWRIGHT_SECRETS names cannot be read as TOML.") from None


def secrets(cookie_secret: str, environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """What Streamlit's own login reads: the provider, and what its cookie is signed with."""
    told = provider(environ)
    return {} if told is None else {"auth": {"cookie_secret": cookie_secret} | told}


def host(environ: Mapping[str, str] = os.environ) -> str | None:
    """The name under which people find the app in team mode."""
    told = provider(environ)
    return urlsplit(told["redirect_uri"]).hostname if told else None


def needed() -> bool:
    """Whether this is team mode."""
    return provider() is not None


def person() -> str | None:
    """Who is signed in, by e-mail address; None where nobody is. Alone on a machine one is always."""
    return identify(dict(st.user), os.environ) if needed() else ALONE


def identify(claims: Mapping[str, Any], environ: Mapping[str, str]) -> str | None:
    """The person that the provider's claims name; None unless it vouches for the address.

    A provider that never says `email_verified` (some do not) is trusted with LOOPWRIGHT_TRUST_EMAIL=1.
    LOOPWRIGHT_LOGIN_DOMAINS (`example.org,example.com`) keeps everybody else out.
    """
    address = str(claims.get("email") or "").strip().lower()
    vouched = claims.get("email_verified", environ.get("LOOPWRIGHT_TRUST_EMAIL") == "1")
    _, at, domain = address.rpartition("@")
    allowed = [each.strip().lower() for each in environ.get("LOOPWRIGHT_LOGIN_DOMAINS", "").split(",")]
    welcome = allowed == [""] or domain in allowed
    known = claims.get("is_logged_in") is True and at and vouched in (True, "true") and welcome
    return address if known else None
