"""Team mode: who is signed in, and what each role sees on the pages."""

import pytest

from app import login
from loops import steps

PROVIDER = {
    "LOOPWRIGHT_OIDC_METADATA": "http://127.0.0.1:9/.well-known/openid-configuration",
    "LOOPWRIGHT_OIDC_CLIENT_ID": "loopwright",
    "LOOPWRIGHT_OIDC_CLIENT_SECRET": "not-for-pages",
    "LOOPWRIGHT_URL": "https://loops.example.org/",
}
SIGNED_IN = {"is_logged_in": True, "email_verified": True}
MANAGER, RATER, OTHER, RECRUITER, ADMINISTRATOR = (
    f"{name}@example.org" for name in ("manager", "rater", "other", "recruiter", "administrator")
)


@pytest.fixture
def team(store, monkeypatch):
    """A planned loop with a candidate, a member in each role, and one complete scorecard of RATER."""
    for name, value in PROVIDER.items():
        monkeypatch.setenv(name, value)
    plan = steps.start_sample(store, "staff-infrastructure-engineer", MANAGER)
    plan = steps.make_loop(store, plan.seen_by(MANAGER))
    candidate = steps.add_candidate(store, MANAGER, plan.id, "C-001")
    first, second, *_ = steps.loop_of(store, candidate).interviews
    for who, role, seat in (
        (RATER, "interviewer", first.interviewer),
        (OTHER, "interviewer", second.interviewer),
        (RECRUITER, "recruiter", None),
        (ADMINISTRATOR, "administrator", None),
    ):
        steps.set_member(store, MANAGER, plan.id, (who, role), seat)
    told = {"recommendation": "yes", "name": "Rater"}
    for ask in first.items:
        told |= {f"score:{ask.competency}": "4", f"evidence:{ask.competency}": "xylophone evidence"}
    assert steps.type_in_scorecard(store, RATER, (candidate.id, first.id), told, True).state == "complete"
    return plan


@pytest.fixture
def visit(open_page, team):
    """Open a page as somebody."""

    def as_person(who, page, **claims):
        app = open_page(page, team.id)
        app.user = {"email": who, **SIGNED_IN, **claims} if who else {"is_logged_in": False}
        return app.run()

    return as_person


def texts(app):
    kinds = (app.title, app.subheader, app.markdown, app.info, app.error, app.warning, app.success, app.html)
    return "\n".join(
        str(getattr(element, "value", "") or element.proto) for kind in kinds for element in kind
    )


@pytest.mark.parametrize("page", ["home", "requirements", "scorecards", "debrief", "settings", "catalogue"])
def test_nobody_sees_a_page_before_signing_in(visit, team, page):
    app = visit(None, page)

    assert [each.value for each in app.title] == ["Sign in"]
    assert [each.key for each in app.button] == ["sign-in"]
    assert team.state.name not in texts(app)


def test_a_stranger_is_told_that_they_have_no_access(visit, team):
    app = visit("stranger@example.org", "requirements")

    assert "You have no access to this plan" in texts(app)
    assert team.state.name not in texts(app)
    assert team.state.name not in texts(visit("stranger@example.org", "home"))


@pytest.mark.parametrize(
    ("who", "sees"),
    [(MANAGER, True), (RATER, True), (OTHER, False), (RECRUITER, False), (ADMINISTRATOR, False)],
    ids=["hiring manager", "own", "interviewer who owes theirs", "recruiter", "administrator"],
)
def test_the_debrief_shows_each_role_what_it_may_see(visit, who, sees):
    app = visit(who, "debrief")

    assert not app.exception
    assert ("xylophone" in texts(app)) is sees
    assert ("No scorecard can be shown yet" in texts(app)) is not sees


def test_an_interviewer_cannot_change_the_plan(visit, store, team):
    app = visit(RATER, "settings")
    app.text_input[0].set_value("Mine now")
    next(button for button in app.button if button.label == "Rename").click().run()

    assert "Only the hiring manager or recruiter" in texts(app)
    assert store.load(team.id).state.name == team.state.name


def test_the_manager_gives_and_takes_access(visit, store, team):
    app = visit(MANAGER, "settings")
    app.text_input(key="member-address").set_value("new@example.org")
    next(button for button in app.button if button.label == "Give access").click().run()
    assert "new@example.org" in {each.who for each in steps.list_members(store, MANAGER, team.id)}

    app.button(key="remove-new@example.org").click().run()
    assert "new@example.org" not in {each.who for each in steps.list_members(store, MANAGER, team.id)}
    app.button(key=f"remove-{MANAGER}").click().run()
    assert "A plan needs a hiring manager" in texts(app)


def test_the_last_of_a_recruiters_tries_is_refused_on_the_page(visit, store, team):
    app = visit(RECRUITER, "settings")
    app.button(key=f"remove-{RATER}").click().run()

    assert "Only the hiring manager or administrator" in texts(app)
    assert RATER in {each.who for each in steps.list_members(store, MANAGER, team.id)}


@pytest.mark.parametrize("page", ["home", "settings", "debrief"])
def test_the_providers_secret_is_on_no_page(visit, page):
    assert PROVIDER["LOOPWRIGHT_OIDC_CLIENT_SECRET"] not in str(visit(MANAGER, page)._tree)


def test_an_address_that_nobody_vouches_for_is_not_let_in(visit):
    app = visit(MANAGER, "home", email_verified=False)

    assert "is not let in here" in texts(app)
    assert [each.key for each in app.button] == ["sign-out"]


@pytest.mark.parametrize(
    ("claims", "environ", "person"),
    [
        ({"email": "Ada@Example.org "}, {}, "ada@example.org"),
        ({"email": "ada@example.org", "is_logged_in": False}, {}, None),
        ({"email": "ada@example.org", "email_verified": False}, {}, None),
        ({"email": "ada@example.org", "email_verified": False}, {"LOOPWRIGHT_TRUST_EMAIL": "1"}, None),
        ({"email": "ada@example.org", "email_verified": "true"}, {}, "ada@example.org"),
        ({"email": "you"}, {}, None),
        ({"email": None}, {}, None),
        ({"email": "ada@example.org"}, {"LOOPWRIGHT_LOGIN_DOMAINS": "other.org"}, None),
        ({"email": "a@other.org"}, {"LOOPWRIGHT_LOGIN_DOMAINS": "x.org, Other.org"}, "a@other.org"),
        ({"email": "a@evil-other.org"}, {"LOOPWRIGHT_LOGIN_DOMAINS": "other.org"}, None),
    ],
)
def test_a_person_is_an_address_that_the_provider_vouches_for(claims, environ, person):
    assert login.identify(SIGNED_IN | claims, environ) == person


def test_a_provider_that_never_says_whether_it_checked_needs_trust():
    claims = {"email": "ada@example.org", "is_logged_in": True}

    assert login.identify(claims, {}) is None
    assert login.identify(claims, {"LOOPWRIGHT_TRUST_EMAIL": "1"}) == "ada@example.org"


def test_the_login_is_read_from_the_environment_or_a_file(tmp_path):
    assert login.provider({}) is None
    told = login.secrets("cookie", PROVIDER)["auth"]
    assert told["redirect_uri"] == "https://loops.example.org/oauth2callback"
    assert told["cookie_secret"] == "cookie"
    assert login.host(PROVIDER) == "loops.example.org"

    file = tmp_path / "secrets.toml"
    file.write_text(
        '[auth]\nserver_metadata_url = "https://id.example.org"\nclient_id = "a"\nclient_secret = "b"\n'
        'redirect_uri = "https://x.example.org/oauth2callback"\n'
    )
    told = login.secrets("cookie", {"LOOPWRIGHT_SECRETS": str(file)})["auth"]
    assert (told["client_id"], told["redirect_uri"]) == ("a", "https://x.example.org/oauth2callback")


def test_half_a_login_is_told_without_its_secrets(tmp_path):
    half = {name: value for name, value in PROVIDER.items() if name != "LOOPWRIGHT_OIDC_CLIENT_ID"}
    with pytest.raises(login.LoginError, match="set LOOPWRIGHT_OIDC_CLIENT_ID") as told:
        login.provider(half)
    assert "not-for-pages" not in str(told.value)

    (tmp_path / "bad.toml").write_text("client_secret = not-quoted")
    for name in ("bad.toml", "missing.toml"):
        with pytest.raises(login.LoginError, match="cannot be read") as told:
            login.provider({"LOOPWRIGHT_SECRETS": str(tmp_path / name)})
        assert "not-quoted" not in str(told.value)
