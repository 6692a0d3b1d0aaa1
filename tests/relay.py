"""A wire between the program and a server, which can be slow, cut and mended."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from venues.address import Address

PORT = ".s.PGSQL.5432"
"""What libpq calls a socket in a folder."""

COMMIT = b"COMMIT"


class Relay:
    """Passes everything on between those who connect and the server behind it.

    ``delay`` is how many seconds each question takes longer. ``cut`` ends every
    connection and lets nobody connect until ``mend``. With ``hang`` set, nothing comes
    through any more, and nobody is told. With ``lose_commit`` set, the next COMMIT
    reaches the server, and then the wire is cut: until ``mend``, with ``for_good``.
    """

    def __init__(self, folder: Path, server: Path) -> None:
        self.delay = 0.0
        self.hang = False
        self.lose_commit = False
        self.for_good = False
        self.is_cut = False
        self._server = str(server / PORT)
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(folder / PORT))
        self._door.listen()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        Thread(target=self._welcome, daemon=True).start()

    def cut(self) -> None:
        """End every connection, and let nobody in."""
        self.is_cut = True
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for end in pair:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let people in again."""
        self.is_cut = self.hang = False

    def close(self) -> None:
        """Take it away, and whoever waits at the door with it."""
        self.cut()
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _welcome(self) -> None:
        while True:
            try:
                end, _ = self._door.accept()
            except OSError:  # taken away
                return
            if self.is_cut:
                end.close()
                continue
            other = socket.socket(socket.AF_UNIX)
            other.connect(self._server)
            self._pairs.append((end, other))
            Thread(target=self._pass_on, args=(end, other), daemon=True).start()

    def _pass_on(self, asker: socket.socket, server: socket.socket) -> None:
        with selectors.DefaultSelector() as ready, asker, server, suppress(OSError):
            ready.register(asker, selectors.EVENT_READ, server)
            ready.register(server, selectors.EVENT_READ, asker)
            while True:
                for key, _ in ready.select():
                    if not self._carry(key.fileobj, key.data, asked_by=asker):
                        return

    def _carry(self, end: object, other: socket.socket, *, asked_by: object) -> bool:
        assert isinstance(end, socket.socket)
        said = end.recv(65536)
        if not said:
            return False
        if end is asked_by and self.delay:
            time.sleep(self.delay)  # the wire is what is slow here, not the test
        if self.hang:
            return True
        other.sendall(said)
        if end is asked_by and self.lose_commit and COMMIT in said:
            self.lose_commit = False
            self.is_cut = self.for_good
            other.recv(65536)  # the server did it, and its answer goes nowhere
            return False
        return True


@contextmanager
def relayed(address: Address, folder: Path) -> Iterator[tuple[Relay, Address]]:
    """The same database behind such a wire, from a folder with a short name."""
    host = address.words.partition("?host=")[2]
    relay = Relay(folder, Path(host))
    try:
        yield relay, Address(address.words.replace(host, str(folder)))
    finally:
        relay.close()
