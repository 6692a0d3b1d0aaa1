"""A connection whose user may do something else while the server takes its time.

The driver waits for an answer on the thread that asked, which for a window is the one
that draws it. Between two looks at the socket, company is asked whether to wait on: it
can draw, and it can say no.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout  # what Connection.wait says that it raises

from venues.database.engines.company import SLICE, Company

T = TypeVar("T")

STOPPING = 5.0
"""Seconds that a server has to give up what nobody waits for; then we hang up."""


class Accompanied(psycopg.Connection[Any]):
    """A connection that asks ``company`` whether to wait on, if it has any."""

    company = Company()

    def wait(
        self, gen: PQGen[T], interval: float = SLICE, timeout: float | None = None
    ) -> T:
        """See the driver's own; used for all that goes over a connection.

        Raises:
            psycopg.errors.QueryCanceled: company would not wait, and the server agreed.
            psycopg.OperationalError: it did not answer that either.
        """
        if self.company.goes_on is None or timeout is not None:
            return super().wait(gen, interval, timeout)
        until: float | None = None  # somebody stopped it, and the server has so long
        while until is None or monotonic() < until:
            began = monotonic()
            try:
                answer = super().wait(gen, SLICE, SLICE)
            except _WaitTimeout:
                if not self.company.waits(monotonic() - began) and until is None:
                    until = monotonic() + STOPPING
                    self._give_up()
            else:
                self.company.waits(monotonic() - began)
                return answer
        self.pgconn.finish()
        raise psycopg.OperationalError("the server does not answer")

    def _give_up(self) -> None:
        """Ask the server to stop; whether it does, the answer will say."""
        try:
            self.cancel_safe(timeout=STOPPING)
        except psycopg.Error:
            self.pgconn.finish()
            raise


def connect(words: str, company: Company) -> Accompanied:
    """Such a connection; while there is none yet, company is asked as well.

    Raises:
        psycopg.OperationalError: there is none to be had, or company would not wait.
    """
    if company.goes_on is None:
        return _with(company, Accompanied.connect(words))
    # Left alone when it is not waited for: it ends by itself, after its own time.
    alone = ThreadPoolExecutor(1, thread_name_prefix="connecting")
    trying = alone.submit(Accompanied.connect, words)
    alone.shutdown(wait=False)
    while company.waits(SLICE):
        try:
            made = trying.result(SLICE)
        except NotYet:
            if trying.done():  # it timed out by itself
                raise
            continue
        return _with(company, made)
    trying.add_done_callback(_hang_up)
    raise psycopg.OperationalError("nobody waited for the server")


def _with(company: Company, made: Accompanied) -> Accompanied:
    made.company = company
    return made


def _hang_up(trying: Any) -> None:
    if trying.exception() is None:
        trying.result().close()
