"""How the web app holds up: visitors over the real WebSocket, each clicking with time to think.

    .venv/bin/python benchmarks/app_load.py --sessions 1 10 50 100 --think 3 --seconds 20

Starts a server of its own on loopback with an empty data folder, and ends it. Every visitor has the
requirements page of a plan of their own open, made from the sample posting; a click is a rerun of the
whole page. Latency is from the click to the end of the script; processor time is the server's own, divided
by the clicks; memory is resident.
"""

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash

ROOT = Path(__file__).parents[1]
PAGE = "requirements"
MOST_SESSIONS, MOST_SECONDS = 200, 120


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 50, 100])
    arguments.add_argument("--think", type=float, default=3.0)
    arguments.add_argument("--seconds", type=float, default=20.0)
    told = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plans = make_plans(Path(folder), min(max(told.sessions), MOST_SESSIONS))
        server, port = start(Path(folder))
        try:
            for count in told.sessions:
                count, seconds = min(count, MOST_SESSIONS), min(told.seconds, MOST_SECONDS)
                figures = asyncio.run(measure(server.pid, port, plans, (count, told.think, seconds)))
                print(json.dumps(figures), flush=True)
        finally:
            server.terminate()
            server.wait(20)


def make_plans(folder: Path, count: int) -> list[str]:
    """So many plans of the sample posting with their loops."""
    os.environ["LOOPWRIGHT_DATA"] = str(folder)
    sys.path.insert(0, str(ROOT))
    from loops import steps
    from loops.store import open_store

    store = open_store()
    saved = steps.start_sample(store, "staff-infrastructure-engineer", "you")
    first = steps.make_loop(store, saved.seen_by("you")).id
    plans = [first, *(steps.duplicate_plan(store, first, "you").id for _ in range(count - 1))]
    store.close()
    return plans


def start(folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """The server as people start it, once it is ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"LOOPWRIGHT_DATA": str(folder), "STREAMLIT_SERVER_PORT": str(port)}
    server = subprocess.Popen(
        [sys.executable, "-m", "app"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    for _ in range(200):
        if server.poll() is not None:
            raise SystemExit("the server ended")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return server, port
    server.kill()
    raise SystemExit("the server did not start")


async def measure(pid: int, port: int, plans: list[str], load: tuple[int, float, float]) -> dict[str, object]:
    """One line of figures for so many sessions, so much time to think, so many seconds."""
    count, think, seconds = load
    before_memory = memory(pid)
    opened: list[float] = []
    clicks: list[float] = []
    started = asyncio.Event()
    visitors = [
        asyncio.create_task(visit(port, plans[seed], (think, seconds), (opened, clicks, started), seed))
        for seed in range(count)
    ]
    while len(opened) < count and not any(each.done() for each in visitors):
        await asyncio.sleep(0.05)
    before, at = processor(pid), time.perf_counter()
    started.set()
    errors = sum(
        isinstance(each, BaseException) for each in await asyncio.gather(*visitors, return_exceptions=True)
    )
    used, took = processor(pid) - before, time.perf_counter() - at
    return {
        "sessions": count,
        "think_s": think,
        "clicks": len(clicks),
        "errors": errors,
        "p50_ms": round(1000 * statistics.median(clicks)) if clicks else None,
        "p95_ms": round(1000 * statistics.quantiles(clicks, n=20)[-1]) if len(clicks) > 1 else None,
        "clicks_per_s": round(len(clicks) / took, 1),
        "cpu_ms_per_click": round(1000 * used / max(1, len(clicks)), 1),
        "first_page_p50_ms": round(1000 * statistics.median(opened)) if opened else None,
        "rss_mb": [before_memory, memory(pid)],
    }


async def visit(
    port: int,
    plan: str,
    pace: tuple[float, float],
    seen: tuple[list[float], list[float], asyncio.Event],
    seed: int,
) -> None:
    """One visitor: open the page, then click until the time is over."""
    (think, seconds), (opened, clicks, started), chance = pace, seen, random.Random(seed)  # noqa: S311 - think times
    async with websockets.connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        origin=f"http://127.0.0.1:{port}",
        subprotocols=["streamlit"],
        max_size=None,
    ) as tab:
        opened.append(await click(tab, plan))
        await started.wait()
        end = time.perf_counter() + seconds
        await asyncio.sleep(chance.uniform(0, think))
        while time.perf_counter() < end:
            clicks.append(await click(tab, plan))
            await asyncio.sleep(chance.uniform(0.5, 1.5) * think)


async def click(tab: websockets.ClientConnection, plan: str) -> float:
    """Ask for a rerun and wait for the end of the script; the seconds it took."""
    message = BackMsg()
    message.rerun_script.query_string = f"plan={plan}"
    message.rerun_script.page_script_hash = calc_hash(PAGE)
    at = time.perf_counter()
    await tab.send(message.SerializeToString())
    while True:
        said = ForwardMsg()
        said.ParseFromString(await asyncio.wait_for(tab.recv(decode=False), 60))
        if said.WhichOneof("type") == "script_finished":
            return time.perf_counter() - at


def processor(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    parts = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> int:
    """Resident megabytes of a process."""
    line = next(
        line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
