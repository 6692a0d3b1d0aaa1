"""The files that come with the program."""

from __future__ import annotations

import pytest

from venues import resources


def test_the_folder_of_resources_is_there() -> None:
    assert (resources.folder() / "criteria.csv").is_file()


def test_a_list_comes_as_rows_by_the_names_of_its_columns() -> None:
    rows = resources.table("authorities")

    assert [row["code"] for row in rows] == ["HAL", "WAR", "CHE", "CWC"]


@pytest.mark.parametrize(
    "name", [file.stem for file in (resources.folder() / "sample").glob("*.csv")]
)
def test_every_row_of_a_list_has_all_its_columns(name: str) -> None:
    rows = resources.table(f"sample/{name}")

    assert rows
    assert not [row for row in rows if None in row or None in row.values()]
