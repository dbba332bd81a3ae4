"""Team mode in a real browser: signing in at a provider on loopback, and an interviewer's link on a phone."""

import html
import json
import re
import secrets
import threading
import time
import urllib.error
import urllib.request
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

import axe_playwright_python
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import expect

from loops import steps
from loops.store import open_store
from tests.e2e.waiting import settle, visit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

CLIENT_SECRET = "only-the-server-knows-this"
MANAGER, RATER = "manager@example.org", "rater@example.org"


class Provider(BaseHTTPRequestHandler):
    """A small OpenID Connect provider: it asks who one is and believes it."""

    key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    codes: ClassVar[dict[str, dict[str, str]]] = {}
    url = ""

    def log_message(self, *_args):
        """Keep quiet."""

    def do_GET(self):
        """The pages that browsers and the app ask for."""
        path, asked = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        match path:
            case "/.well-known/openid-configuration":
                self.answer(self.metadata())
            case "/keys":
                self.answer({"keys": [self.key.as_dict(private=False)]})
            case "/authorize":
                hidden = "".join(
                    f'<input type="hidden" name="{name}" value="{html.escape(values[0])}">'
                    for name, values in asked.items()
                )
                page = (
                    f'<form action="/allow">{hidden}<label>Who? <input name="who"></label><button>Go</button>'
                )
                self.answer(page, "text/html")
            case "/allow":
                code = secrets.token_hex(8)
                self.codes[code] = {name: values[0] for name, values in asked.items()}
                back = {"code": code, "state": asked["state"][0]}
                self.send_response(302)
                self.send_header("Location", f"{asked['redirect_uri'][0]}?{urlencode(back)}")
                self.end_headers()

    def do_POST(self):
        """The code for a token, once."""
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        asked = self.codes.pop(sent["code"][0])
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": asked["client_id"],
            "sub": asked["who"],
            "iat": now,
            "exp": now + 60,
            "nonce": asked.get("nonce"),
            "email": asked["who"],
            "email_verified": not asked["who"].startswith("unverified"),
        }
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        self.answer({"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": token})

    def metadata(self):
        """What the app reads first."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def answer(self, body, kind="application/json"):
        """Send a page or a value."""
        data = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def provider():
    """The provider's address."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    Provider.url = f"http://127.0.0.1:{listening.server_port}"
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield Provider.url
    listening.shutdown()


@pytest.fixture
def team_server(stopped_server, provider, monkeypatch):
    """The app with a login, and a store to prepare it with."""
    monkeypatch.setenv("LOOPWRIGHT_OIDC_METADATA", f"{provider}/.well-known/openid-configuration")
    monkeypatch.setenv("LOOPWRIGHT_OIDC_CLIENT_ID", "loopwright")
    monkeypatch.setenv("LOOPWRIGHT_OIDC_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("LOOPWRIGHT_URL", stopped_server.address)
    monkeypatch.setenv("LOOPWRIGHT_DATA", str(stopped_server.data))
    stopped_server.start()
    return stopped_server


@pytest.fixture
def rated(team_server):
    """A plan of MANAGER with a candidate; RATER holds the first interview."""
    store = open_store(f"sqlite:///{team_server.data / 'loopwright.sqlite'}")
    plan = steps.start_sample(store, "staff-infrastructure-engineer", MANAGER)
    plan = steps.make_loop(store, plan.seen_by(MANAGER))
    candidate = steps.add_candidate(store, MANAGER, plan.id, "C-001")
    first = steps.loop_of(store, candidate).interviews[0]
    steps.set_member(store, MANAGER, plan.id, (RATER, "interviewer"), first.interviewer)
    yield store, plan, candidate, first
    store.close()


def sign_in(page, server, who):
    page.goto(server.address)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Who?").fill(who)
    page.get_by_role("button", name="Go").click()


def test_people_sign_in_see_their_plans_and_sign_out(page, team_server, rated, browser):
    _, plan, _, _ = rated
    page.goto(f"{team_server.address}/requirements?plan={plan.id}")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.get_by_text(plan.state.name, exact=True)).to_have_count(0)

    sign_in(page, team_server, MANAGER)
    expect(page.get_by_text(plan.state.name, exact=True)).to_be_visible()
    page.goto(f"{team_server.address}/settings?plan={plan.id}")
    expect(page.get_by_text(f"Signed in as {MANAGER}")).to_be_visible()
    expect(page.get_by_text(RATER)).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    for who, told in (
        ("stranger@example.org", "no access to this plan"),
        ("unverified@example.org", "not let in"),
    ):
        visitor = visit(browser).new_page()
        sign_in(visitor, team_server, who)
        visitor.wait_for_url(re.compile(re.escape(team_server.address)))
        expect(visitor.get_by_role("button", name="Go")).to_have_count(0)
        visitor.goto(f"{team_server.address}/requirements?plan={plan.id}")
        expect(visitor.get_by_text(told)).to_be_visible()
        expect(visitor.get_by_text(plan.state.name, exact=True)).to_have_count(0)
        assert CLIENT_SECRET not in visitor.content()
        visitor.context.close()
    log = (team_server.data / "server.log").read_text()
    assert CLIENT_SECRET not in log
    assert MANAGER not in log


def test_an_interviewer_scores_on_a_phone_by_a_link(browser, team_server, rated):
    store, plan, candidate, first = rated
    token = steps.link_for(store, MANAGER, (candidate.id, first.id), datetime(2100, 1, 1, tzinfo=UTC))
    phone = visit(browser, viewport={"width": 390, "height": 844}, accept_downloads=True)
    page = phone.new_page()
    page.goto(f"{team_server.address}/interview?key={token}")
    expect(page.get_by_role("heading", level=1)).to_have_text(first.name)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Your packet (PDF)").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    competencies = list(dict.fromkeys(ask.competency for ask in first.items))
    for number in range(len(competencies)):
        group = page.get_by_role("radiogroup").nth(number)
        group.get_by_text(re.compile(r"^3\.")).click()
        page.get_by_label(re.compile("^Evidence for")).nth(number).fill("Told of the night of 3 May.")
    page.get_by_text("Yes", exact=True).click()
    page.get_by_role("button", name="Save for now").click()
    expect(page.get_by_text("kept, but not complete yet")).to_be_visible()
    page.reload()
    expect(page.get_by_label(re.compile("^Evidence for")).first).to_have_value("Told of the night of 3 May.")

    page.get_by_role("button", name="Scoring is complete").click()
    expect(page.get_by_text("Your scoring is complete and locked.")).to_be_visible()
    expect(page.get_by_role("radiogroup")).to_have_count(0)
    page.goto(f"{team_server.address}/debrief?plan={plan.id}")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.goto(f"{team_server.address}/interview?key={token[:-1]}x")
    expect(page.get_by_text("does not open anything any more")).to_be_visible()
    phone.close()
    assert token not in (team_server.data / "server.log").read_text()
    (card,) = steps.visible_scorecards(store, MANAGER, candidate.id)
    assert {rating.answer.evidence for rating in card.ratings} == {"Told of the night of 3 May."}


AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RUN = """async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map((each) =>
        `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_screens_of_a_team_break_no_rule_of_accessibility(browser, team_server, rated, scheme):
    store, plan, candidate, first = rated
    token = steps.link_for(store, MANAGER, (candidate.id, first.id), datetime(2100, 1, 1, tzinfo=UTC))
    share = steps.share_plan(store, MANAGER, plan.id, date(2999, 1, 1))
    visitor = visit(browser, viewport={"width": 390, "height": 844}, color_scheme=scheme).new_page()
    broken = {}

    def look(screen):
        visitor.goto(f"{team_server.address}/{screen}")
        expect(visitor.get_by_role("heading", level=1)).to_be_visible()
        settle(visitor, 1000)
        visitor.evaluate(AXE)
        if found := visitor.evaluate(RUN):
            broken[screen] = found

    for screen in ("", f"interview?key={token}", f"shared?key={share}", "interview?key=x"):
        look(screen)
    sign_in(visitor, team_server, MANAGER)
    expect(visitor.get_by_text(plan.state.name, exact=True)).to_be_visible()
    for screen in (f"settings?plan={plan.id}", f"scorecards?plan={plan.id}"):
        look(screen)
    visitor.context.close()

    assert broken == {}


def test_a_name_that_is_not_ours_is_turned_away(team_server):
    asked = urllib.request.Request(team_server.address, headers={"Host": "evil.example.org"})
    with pytest.raises(urllib.error.HTTPError, match="421") as told:
        urllib.request.urlopen(asked)
    assert told.value.headers["x-frame-options"] == "DENY"
