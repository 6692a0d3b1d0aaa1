"""News of a commit reaches the pages on the interface's thread."""

from __future__ import annotations

from threading import Thread, current_thread

from pytestqt.qtbot import QtBot

from ui.changes import Changes


def test_news_from_another_thread_arrives_on_the_interfaces(qtbot: QtBot) -> None:
    changes = Changes()
    heard: list[tuple[frozenset[str], str]] = []
    changes.committed.connect(
        lambda tables: heard.append((tables, current_thread().name))
    )
    worker = Thread(target=changes.announce, args=[frozenset({"booking"})])

    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [(frozenset({"booking"}), current_thread().name)]


def test_news_from_the_interface_arrives_at_once(qtbot: QtBot) -> None:
    changes = Changes()

    with qtbot.waitSignal(changes.committed) as news:
        changes.announce(frozenset({"venue", "room"}))

    assert news.args == [frozenset({"venue", "room"})]
