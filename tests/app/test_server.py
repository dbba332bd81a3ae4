"""The server: where it may listen, what it sends with every answer, and the secret it keeps."""

import asyncio
import json

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from streamlit import config

from app import server
from rubric.value import InputError


async def page(_request):
    return PlainTextResponse("page", headers={"x-frame-options": "SAMEORIGIN"})


async def socket(websocket):
    await websocket.accept()
    await websocket.close()


def ask(kind, path, headers=()):
    """What the server sends back to one request, message by message."""
    routes = [*server.ROUTES, Route("/", page), WebSocketRoute("/socket", socket)]
    app = Starlette(routes=routes, middleware=list(server.MIDDLEWARE))
    scope = {
        "type": kind,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "scheme": "http",
        "method": "GET",
        "query_string": b"",
        "headers": list(headers),
        "subprotocols": [],
        "server": ("127.0.0.1", 80),
    }
    sent = []

    async def receive():
        return {"type": "websocket.connect" if kind == "websocket" else "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


def test_every_answer_carries_the_security_headers():
    headers = dict(ask("http", "/")[0]["headers"])

    assert b"default-src 'self'" in headers[b"content-security-policy"]
    assert b"frame-ancestors 'none'" in headers[b"content-security-policy"]
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert headers[b"x-frame-options"] == b"SAMEORIGIN"


def test_a_socket_without_an_origin_is_turned_away():
    assert ask("websocket", "/socket")[0]["type"] == "websocket.close"
    assert ask("websocket", "/socket", [(b"origin", b"http://a")])[0]["type"] == "websocket.accept"


def test_it_says_that_it_lives_and_that_the_store_can_be_read(store):
    assert ask("http", "/healthz")[1]["body"] == b"ok"
    assert ask("http", "/readyz")[1]["body"] == b"ready"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_it_starts_on_the_own_machine(host):
    assert server.refusal(host, {}) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "every address"])
def test_it_does_not_open_to_a_network_unasked(host):
    assert "without a login" in server.refusal(host, {})
    assert server.refusal(host, {"LOOPWRIGHT_OPEN": "1"}) is None


def test_the_cookie_secret_is_made_once_and_only_the_owner_reads_it(tmp_path):
    first = server.cookie_secret(tmp_path / "data", {})

    assert len(first) == 64
    assert server.cookie_secret(tmp_path / "data", {}) == first
    assert (tmp_path / "data" / "cookie-secret").stat().st_mode & 0o077 == 0
    assert server.cookie_secret(tmp_path, {"STREAMLIT_SERVER_COOKIE_SECRET": "given"}) == "given"


def test_the_log_names_the_fault_and_nothing_that_was_typed(capsys, monkeypatch):
    shown = []
    monkeypatch.setattr(server.st, "error", shown.append)
    monkeypatch.setattr(server, "say", lambda key, **values: f"{key} {values['number']}")
    with pytest.raises(ValueError, match="Jane") as caught:
        int("Jane Doe scored 4")
    assert server.report(caught.value) is True

    line = json.loads(capsys.readouterr().err)
    assert line["fault"] == "ValueError"
    assert line["number"] in shown[0]
    assert "Jane" not in json.dumps(line)


OIDC = {
    "LOOPWRIGHT_OIDC_METADATA": "https://id.example.org/.well-known/openid-configuration",
    "LOOPWRIGHT_OIDC_CLIENT_ID": "loopwright",
    "LOOPWRIGHT_OIDC_CLIENT_SECRET": "secret",
    "LOOPWRIGHT_URL": "https://loops.example.org",
}


def test_with_a_login_it_opens_to_a_network():
    assert server.refusal("0.0.0.0", OIDC) is None
    with pytest.raises(InputError, match="set LOOPWRIGHT_URL"):
        server.refusal("0.0.0.0", {name: OIDC[name] for name in OIDC if name != "LOOPWRIGHT_URL"})


@pytest.mark.parametrize(
    ("host", "named", "environ", "names"),
    [
        ("127.0.0.1", [], {}, ["127.0.0.1", "localhost", "::1"]),
        ("127.0.0.1", ["a.org"], {}, ["127.0.0.1", "localhost", "::1", "a.org"]),
        ("0.0.0.0", [], OIDC, ["127.0.0.1", "localhost", "::1", "loops.example.org"]),
        ("10.0.0.2", ["b.org"], OIDC, [*server.LOOPBACK, "10.0.0.2", "loops.example.org", "b.org"]),
        ("0.0.0.0", [], {"LOOPWRIGHT_OPEN": "1"}, []),
    ],
)
def test_it_answers_to_its_own_names_only(host, named, environ, names):
    assert server.allowed_hosts(host, named, environ) == names


@pytest.fixture
def own_names():
    """The names of the own machine, as the server sets them when it starts."""
    held = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", list(server.LOOPBACK))
    yield
    config.set_option("server.allowedHosts", held)


@pytest.mark.parametrize(
    "host", [b"evil.example.org", b"127.0.0.1.evil.org", b"localhost@evil.org", b"", None]
)
def test_a_request_for_another_name_is_turned_away_with_the_headers(own_names, host):
    start, body = ask("http", "/", [(b"host", host)] if host is not None else [])

    assert start["status"] == 421
    assert b"does not answer to that name" in body["body"]
    assert dict(start["headers"])[b"x-content-type-options"] == b"nosniff"


@pytest.mark.parametrize("host", [b"127.0.0.1:8501", b"localhost", b"[::1]:8501", b"LOCALHOST."])
def test_a_request_for_its_own_name_is_answered(own_names, host):
    assert ask("http", "/", [(b"host", host)])[0]["status"] == 200


def test_probes_need_no_name(own_names, store):
    assert ask("http", "/healthz", [(b"host", b"10.1.2.3")])[0]["status"] == 200


def test_preparing_sets_the_names_and_gives_the_login_its_secrets(tmp_path, monkeypatch, own_names):
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(tmp_path))
    assert server.prepare() == {}
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    told = server.prepare()

    assert told["auth"]["cookie_secret"] == (tmp_path / "cookie-secret").read_text()
    assert "loops.example.org" in config.get_option("server.allowedHosts")
    monkeypatch.delenv("LOOPWRIGHT_URL")
    assert server.prepare() == {}
