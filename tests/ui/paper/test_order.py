"""From the database to a PDF: what was asked for, and nothing that must not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests import paper_scene as scene
from tests import pdf
from tests.paper_asked import EVERYBODY, OF_VENUES
from tests.paper_scene import Made
from ui.paper.order import PrintOrder
from ui.paper.page import a4
from venues.database.session import Database
from venues.domain.sheets import WEEKLY, Sheet
from venues.errors import NotAllowed
from venues.services.progress import quiet


def order(
    database: Database,
    *sheets: Sheet,
    who: int = scene.OWN,
    venue_ids: tuple[int, ...] = (scene.MILLBROOK,),
) -> PrintOrder:
    return PrintOrder(
        database=database,
        viewer=scene.viewer(who),
        sheets=sheets,
        monday=scene.MONDAY,
        venue_ids=venue_ids,
        now=scene.NOW,
        twenty_four=False,
        layout=a4(),
    )


def saved(order: PrintOrder, path: Path) -> list[pdf.PrintedPage]:
    order.save(path, quiet)
    return pdf.pages(path)


@pytest.mark.parametrize("sheet", WEEKLY)
def test_a_saved_sheet_is_what_was_asked_for(
    qapp: QApplication, database: Database, tmp_path: Path, sheet: Sheet
) -> None:
    scene.fill(database, *scene.week())

    said = order(database, sheet).save(tmp_path / "week.pdf", quiet)

    assert said == "Saved 1 page as “week.pdf”."
    title = "My week of" if sheet is Sheet.OWN else "Millbrook Family Hub: week of"
    assert title in pdf.text(tmp_path / "week.pdf")


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("sheet", OF_VENUES)
def test_on_paper_a_victims_booking_looks_like_a_childs(
    qapp: QApplication, database: Database, tmp_path: Path, sheet: Sheet, who: int
) -> None:
    victims = Made(kind="VIC", who=(scene.COLLEAGUE,), day=4, references=("WA-1",))
    scene.fill(database, *scene.week(), victims)
    one = saved(order(database, sheet, who=who), tmp_path / "week.pdf")
    with database.write() as session:
        scene.as_a_childs(session)

    other = saved(order(database, sheet, who=who), tmp_path / "week.pdf")

    assert one == other


@pytest.mark.parametrize("sheet", OF_VENUES)
def test_on_paper_the_worker_makes_no_difference(
    qapp: QApplication, database: Database, tmp_path: Path, sheet: Sheet
) -> None:
    victims = Made(kind="VIC", who=(scene.VICTIM_WORKER,), day=4)
    scene.fill(database, *scene.week(), victims)
    one = saved(order(database, sheet), tmp_path / "week.pdf")
    with database.write() as session:
        scene.as_a_childs(session, scene.COLLEAGUE)

    other = saved(order(database, sheet), tmp_path / "week.pdf")

    assert one == other


@pytest.mark.parametrize("sheet", [Sheet.DOOR, Sheet.RECEPTION])
def test_public_paper_has_no_reference_kind_name_or_marking(
    qapp: QApplication, database: Database, tmp_path: Path, sheet: Sheet
) -> None:
    scene.fill(database, *scene.week())

    words = " ".join(
        page.text
        for page in saved(order(database, sheet, who=scene.MANAGER), tmp_path / "x.pdf")
    ).lower()

    for never in (
        "wa-2",
        "b-1",
        "supervision",
        "victim",
        "panel",
        "practitioner",
        "manager",
        "official",
        "training",
        "separate",
    ):
        assert never not in words


def test_several_sheets_of_several_venues_are_one_document(
    qapp: QApplication, database: Database, tmp_path: Path
) -> None:
    scene.fill(database, *scene.week())
    both = (scene.MILLBROOK, scene.LANTERN)

    pages = saved(
        order(database, Sheet.DOOR, Sheet.TEAM, Sheet.OWN, venue_ids=both),
        tmp_path / "week.pdf",
    )

    titles = [page.text.split(":")[0].split("\n")[0] for page in pages]
    assert titles == [
        "Lantern House",
        "Millbrook Family Hub",
        "Lantern House",
        "Millbrook Family Hub",
        "My week of Monday 23 November 2026",
    ]
    assert pdf.title(tmp_path / "week.pdf")["Title"] == (
        "Room schedule 2026-W48 2 venues"
    )


def test_a_file_for_each_venue_leaves_older_files_alone(
    qapp: QApplication, database: Database, tmp_path: Path
) -> None:
    scene.fill(database, *scene.week())
    older = tmp_path / "Room schedule 2026-W48 Lantern.pdf"
    older.write_text("older")
    asked = order(
        database, Sheet.DOOR, Sheet.TEAM, venue_ids=(scene.MILLBROOK, scene.LANTERN)
    )

    said = asked.save_each(tmp_path, quiet)

    assert said == f"Saved 2 PDFs in “{tmp_path.name}”."
    assert older.read_text() == "older"
    again = pdf.pages(tmp_path / "Room schedule 2026-W48 Lantern (2).pdf")
    assert len(again) == 2
    assert (tmp_path / "Room schedule 2026-W48 Millbrook.pdf").exists()


def test_a_print_job_has_the_same_neutral_name(
    qapp: QApplication, database: Database, tmp_path: Path
) -> None:
    scene.fill(database, *scene.week())
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    said = order(database, Sheet.TEAM).send(printer, 3, quiet)

    assert said == "Sent 3 pages to the printer."
    assert printer.docName() == "Room schedule 2026-W48 Millbrook"


def test_a_board_reader_gets_no_document(
    qapp: QApplication, database: Database
) -> None:
    scene.fill(database)

    with pytest.raises(NotAllowed):
        order(database, Sheet.TEAM, who=scene.BOARD).document()
