"""No network address is ever asked for, but that of a shared database.

Every test of the run fails when something reaches out (``tests/conftest.py``). Here it
is seen to, and the program's own process is watched through its main job.
"""

from __future__ import annotations

import ast
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.privacy.test_doors import OURS
from tests.test_tree import ROOT, nodes

REACHING = (
    *("socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx"),
    *("aiohttp", "asyncio", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
    *("socketserver", "webbrowser", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
)
"""Modules by which something could be asked of a network."""

JOB = """
import os, sys
from pathlib import Path
asked = []
def watch(event, arguments):
    if event.startswith("socket.") and event not in {"socket.gethostname"}:
        asked.append((event, str(arguments)))
sys.addaudithook(watch)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import main
path = Path(sys.argv[1])
who = ["--data", str(path), "--as", "manager.01"]
for words in (["find", "--on", "tomorrow", "--from", "3pm", "--to", "4pm",
               "--for", "staff"],
              ["schedule", "--pdf", str(path.with_suffix(".pdf"))],
              ["venues", "export", str(path.with_suffix(".xlsx"))],
              ["backup"], ["check"]):
    assert main.main([*who, *words]) == 0, words
print("asked:", asked, "PySide6.QtNetwork" in sys.modules)
"""


def test_the_main_job_asks_no_network_for_anything(
    small_world: Path, tmp_path: Path
) -> None:
    path = shutil.copy(small_world, tmp_path / "Venues.sqlite")

    done = subprocess.run(
        [sys.executable, "-c", JOB, path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "asked: [] False"


def test_the_watch_over_every_test_notices() -> None:
    with socket.socket() as one, pytest.raises(pytest.fail.Exception, match="network"):
        one.connect(("192.0.2.1", 80))
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.getaddrinfo("example.org", 443)


def test_no_module_of_ours_can_reach_out() -> None:
    found = [
        f"{name}: {each}"
        for name in OURS
        for each in _imported(name)
        if any(each == one or each.startswith(f"{one}.") for one in REACHING)
    ]

    assert not found, "\n".join(found)


def _imported(name: str) -> Iterator[str]:
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
