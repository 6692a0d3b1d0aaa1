"""The base map, from the real list of postcodes, and the file it is kept in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.venues.test_gazetteer import ROWS, publish
from venues.atlas import borders
from venues.atlas.atlas import FILE, HEADER, NAMES, STEPS, Area, Atlas
from venues.domain.places import Point
from venues.gazetteer import COUNCILS, Gazetteer
from venues.gazetteer import FILE as POSTCODES
from venues.postcode_list import ListMissing

DRAWN = Random(3)  # noqa: S311 - which postcodes are tried is no secret

SQUARE = Area(
    COUNCILS[0],
    (
        ((0, 0), (100, 0), (100, 100), (0, 100)),
        ((40, 40), (60, 40), (60, 60), (40, 60)),
    ),
)


class Stopped(Exception):
    """Somebody does not want to wait any longer."""


def off(area: Area, spot: tuple[int, int]) -> float:
    """Metres from a place to the nearest border of an area."""
    return min(
        borders.distance(spot, start, end)
        for ring in area.rings
        for start, end in zip(ring, ring[1:] + ring[:1], strict=True)
    )


# What is on it


def test_nearly_every_postcode_lies_inside_its_authority(
    atlas: Atlas, gazetteer: Gazetteer
) -> None:
    rows = [row for row in gazetteer.scattered() if row[2]]
    sample = DRAWN.sample(rows, 2000)

    outside = [
        off(atlas.areas[whose - 1], (east, north))
        for east, north, whose in sample
        if not atlas.areas[whose - 1].holds(Point(east, north))
    ]

    assert len(outside) <= 8
    assert all(metres < 1000 for metres in outside)


def test_nobody_else_is_inside_either(atlas: Atlas, gazetteer: Gazetteer) -> None:
    rows = [row for row in gazetteer.scattered() if not row[2]]

    for east, north, _ in DRAWN.sample(rows, 1500):
        for area in atlas.areas:
            if area.holds(Point(east, north)):
                assert off(area, (east, north)) < 400


def test_each_authority_is_one_piece_without_holes(atlas: Atlas) -> None:
    assert [area.name for area in atlas.areas] == list(NAMES.values())
    assert [len(area.rings) for area in atlas.areas] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("easting", "northing", "where"),
    [
        (344_000, 380_200, "the Mersey off Stanlow"),
        (323_500, 378_800, "the Dee off Parkgate"),
        (318_000, 399_000, "Liverpool Bay"),
    ],
)
def test_the_estuaries_are_water(
    atlas: Atlas, easting: int, northing: int, where: str
) -> None:
    sea = Area("", atlas.waters)

    assert sea.holds(Point(easting, northing)), where
    assert not any(area.holds(Point(easting, northing)) for area in atlas.areas)


@pytest.mark.parametrize(
    ("easting", "northing", "where"),
    [
        (398_500, 371_500, "Macclesfield Forest"),
        (353_500, 371_000, "Delamere Forest"),
        (349_500, 352_000, "the Peckforton Hills"),
    ],
)
def test_land_where_nobody_lives_is_land(
    atlas: Atlas, easting: int, northing: int, where: str
) -> None:
    point = Point(easting, northing)

    assert sum(area.holds(point) for area in atlas.areas) == 1, where


def test_a_place_in_a_hole_is_not_inside() -> None:
    assert SQUARE.holds(Point(20, 20))
    assert not SQUARE.holds(Point(50, 50))
    assert not SQUARE.holds(Point(120, 50))


# The file it is kept in


@pytest.fixture
def cache(made: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    shutil.copytree(made, folder)
    return folder


def test_the_second_time_it_is_read(cache: Path, atlas: Atlas) -> None:
    told: list[tuple[int, int]] = []

    again = Atlas.open(cache, lambda done, total: told.append((done, total)))

    assert again == atlas
    assert told == []


def _cut(content: bytes) -> bytes:
    return content[:-7]


def _spoilt(content: bytes) -> bytes:
    at = HEADER.size + 200
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _older(content: bytes) -> bytes:
    magic, version, *rest = HEADER.unpack_from(content)
    return HEADER.pack(magic, version - 1, *rest) + content[HEADER.size :]


def _of_another_list(content: bytes) -> bytes:
    magic, version, mark, *rest = HEADER.unpack_from(content)
    return HEADER.pack(magic, version, mark ^ 1, *rest) + content[HEADER.size :]


def _empty(_content: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoil", [_cut, _spoilt, _older, _of_another_list, _empty])
def test_a_file_that_is_not_right_is_made_anew(
    cache: Path, atlas: Atlas, spoil: Callable[[bytes], bytes]
) -> None:
    whole = (cache / FILE).read_bytes()
    (cache / FILE).write_bytes(spoil(whole))

    assert Atlas.open(cache) == atlas
    assert (cache / FILE).read_bytes() == whole


def test_where_no_file_can_be_written_it_works_all_the_same(
    tmp_path: Path, atlas: Atlas
) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")

    assert Atlas.open(tmp_path / "taken") == atlas


def test_it_says_how_far_it_is(cache: Path) -> None:
    (cache / FILE).unlink()
    (cache / POSTCODES).unlink()
    told: list[tuple[int, int]] = []

    Atlas.open(cache, lambda done, total: told.append((done, total)))

    shares = [done / total for done, total in told]
    assert shares[-1] == 1
    assert shares == sorted(shares)
    assert told[-1][1] > STEPS


def test_it_stops_when_nobody_waits_any_more(cache: Path) -> None:
    (cache / FILE).unlink()

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        Atlas.open(cache, stop)
    assert not (cache / FILE).exists()


def test_without_a_list_there_is_no_map(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"

    with pytest.raises(ListMissing):
        Atlas.open(tmp_path / "cache", source=nowhere)


def test_a_kept_map_does_without_the_list(
    cache: Path, tmp_path: Path, atlas: Atlas
) -> None:
    assert Atlas.open(cache, source=tmp_path / "nowhere") == atlas


def test_without_the_list_a_map_made_of_kept_postcodes_is_not_kept(
    cache: Path, tmp_path: Path, atlas: Atlas
) -> None:
    (cache / FILE).unlink()

    assert Atlas.open(cache, source=tmp_path / "nowhere") == atlas
    assert not (cache / FILE).exists()


def test_a_short_list_makes_a_map_of_what_it_has(tmp_path: Path) -> None:
    source = publish(tmp_path / "published", ROWS)

    atlas = Atlas.open(tmp_path / "cache", source=source)

    held = {area.name: len(area.rings) for area in atlas.areas}
    assert held["Warrington"]
    assert held["Halton"]
    assert held["Cheshire East"] == 0
    assert [town.name for town in atlas.towns] == ["Warrington", "Widnes"]
