"""The running server: who may open a socket, and what is sent with every answer."""

import socket
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def handshake(server, host, origin):
    """The first line of the answer to somebody who wants a socket."""
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol: streamlit",
        *([f"Origin: {origin}"] if origin else []),
    ]
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as wire:
        wire.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return wire.recv(200).decode("latin-1").split("\r\n")[0]


def test_a_socket_opens_only_for_the_apps_own_pages(server):
    own = f"127.0.0.1:{server.port}"

    assert "101" in handshake(server, own, server.address)
    assert "403" in handshake(server, own, "http://evil.example")
    assert "403" in handshake(server, own, None)
    assert "403" in handshake(server, "evil.example", "http://evil.example")


def test_every_page_carries_the_security_headers(server):
    headers = urllib.request.urlopen(server.address).headers

    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_no_program_drives_the_app_past_its_pages(server):
    asked = urllib.request.Request(f"{server.address}/_stcore/agent/interact", b"{}", method="POST")
    with pytest.raises(urllib.error.HTTPError, match="40"):
        urllib.request.urlopen(asked)


def test_no_secret_is_on_a_page_or_in_the_log(page, server, quiet):
    page.goto(server.address)
    page.get_by_role("button", name="Open the sample").first.click()
    expect(page.get_by_role("heading", name="Check the requirements", level=1)).to_be_visible()
    page.goto(page.url.replace("/requirements?", "/settings?"))
    page.get_by_role("button", name="Make a read-only link").click()
    link = page.get_by_text("/shared?key=")
    expect(link).to_be_visible()
    quiet()
    told = page.content() + (server.data / "server.log").read_text("utf-8")

    for name in ("cookie-secret", "link-secret"):
        secret = (server.data / name).read_text("utf-8").strip()
        assert len(secret) == 64
        assert secret not in told
    assert link.inner_text().split("key=")[1].strip() not in (server.data / "server.log").read_text("utf-8")
