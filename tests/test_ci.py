"""What must pass before a change lands."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("tests", "checks", "code"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (5, 0, 1)]
)
def test_a_change_needs_its_tests_and_its_checks(
    tmp_path: Path, tests: int, checks: int, code: int
) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    (tmp_path / "dev.py").write_text(
        "import sys\n"
        f"print('== {tests} failed, 3 passed in 0.1s ==')\n"
        f"sys.exit({tests} if sys.argv[1] == 'test' else {checks})\n"
    )

    ran = subprocess.run(
        ["bash", ".ci/run"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert ran.returncode == code
    assert ran.stdout.splitlines()[-1] == f"== {tests} failed, 3 passed in 0.1s =="
