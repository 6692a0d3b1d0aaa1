"""The demonstration: the main job without a screen, as a new user would start it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=cwd,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_main_job_runs_without_a_screen(tmp_path: Path) -> None:
    done = main("demo", "--no-window", "--folder", str(tmp_path / "demo"), cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    said = done.stdout
    for step in ("Filled", "Found a room", "Booked it: B-", "refused", "Printed"):
        assert step in said
    assert len(list((tmp_path / "demo").glob("*.pdf"))) == 4
    pictures = {path.stem for path in (tmp_path / "demo" / "pictures").glob("*.png")}
    assert {"today", "find", "booking", "booking-panel", "venues"} <= pictures
    assert {"schedule-week", "keep-apart"} <= pictures


def test_without_its_packages_it_says_which_command_sets_them_up(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-I", str(ROOT / "main.py")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "python3 dev.py run" in done.stderr
