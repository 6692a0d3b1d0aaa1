"""What the services promise, they promise on both engines."""

from __future__ import annotations

import pytest

from tests.server import both_engines


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test on a database takes place in a file, and on a server."""
    both_engines(metafunc)
