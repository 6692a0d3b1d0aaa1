"""Postcodes looked up offline, and the file they are looked up in."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from math import nan
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
import msgpack
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from venues.domain import postcode
from venues.domain.places import Point
from venues.domain.typed import NotUnderstood
from venues.gazetteer import COUNCILS, FILE, Gazetteer, Place, cache_folder
from venues.postcode_list import LETTERS, ListMissing

ROWS = {
    "L1  1AA": ("E08000012", 334_000.0, 390_000.0),
    "SW1A1AA": ("E09000033", 529_000.0, 179_000.0),
    "WA1 1AA": ("E06000007", 360_300.0, 388_000.0),
    "WA1 1AB": ("E06000007", 360_310.0, 388_020.0),
    "WA1 2ZZ": ("E06000007", 361_000.0, 389_000.0),
    "WA109ZZ": ("E08000013", 350_000.0, 395_000.0),
    "WA8 6AA": ("E06000006", 351_000.0, 386_000.0),
    "WA8 6AB": ("E06000006", nan, nan),
}


def publish(folder: Path, rows: dict[str, tuple[str, float, float]]) -> Path:
    """A small list in the published form: a file for each letter, by column."""
    folder.mkdir(exist_ok=True)
    for letter in LETTERS:
        codes = sorted(code for code in rows if code[0] == letter)
        columns = {
            "pcd": codes,
            "laua": [rows[code][0] for code in codes],
            "oseast1m": [rows[code][1] for code in codes],
            "osnrth1m": [rows[code][2] for code in codes],
        }
        packed = msgpack.packb({"columns": list(columns), "data": columns})
        file = folder / f"postcodes_{letter}.msgpack.br"
        file.write_bytes(brotli.compress(packed, quality=1))
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return publish(tmp_path / "published", ROWS)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def small(cache: Path, source: Path) -> Gazetteer:
    return Gazetteer.open(cache, source=source)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The list as it is installed."""
    return Gazetteer.open(tmp_path_factory.mktemp("cache"))


# What it knows


@pytest.mark.parametrize(
    ("text", "point", "council"),
    [
        ("WA2 9AA", Point(361_077, 390_899), "E06000007"),
        ("wa86na", Point(352_138, 386_354), "E06000006"),
        ("SK10 1EA", Point(391_750, 373_750), "E06000049"),
        ("CH1 2NR", Point(340_231, 366_424), "E06000050"),
        ("M1 1AE", Point(384_756, 398_553), None),
    ],
)
def test_a_real_postcode_has_its_place_and_council(
    real: Gazetteer, text: str, point: Point, council: str | None
) -> None:
    assert real.look_up(text) == Place(postcode.read(text), point, council)


@pytest.mark.parametrize(
    "texts",
    [
        ("WA4 1AA", "WA4 4AA", "WA4 4DL"),
        ("WA7 1AA", "WA7 3BF"),
        ("WA16 0AA", "WA16 0UU"),
        ("CW6 9GN", "CW6 0AA"),
    ],
)
def test_one_outcode_may_lie_in_several_authorities(
    real: Gazetteer, texts: tuple[str, ...]
) -> None:
    councils = [real.look_up(text).council for text in texts]

    assert len(set(councils)) == len(texts)
    assert set(councils) <= set(COUNCILS)


def test_a_sector_has_the_places_of_its_postcodes(small: Gazetteer) -> None:
    assert small.sector_points("WA1 1") == [
        Point(360_300, 388_000),
        Point(360_310, 388_020),
    ]
    assert small.sector_points("WA1 9") == []
    assert small.sector_points("WA1") == []


def test_every_sector_is_told_with_its_middle_and_its_council(small: Gazetteer) -> None:
    assert [*small.sectors()] == [
        ("L1 1", Point(334_000, 390_000), 0),
        ("WA1 1", Point(360_305, 388_010), 2),
        ("WA1 2", Point(361_000, 389_000), 2),
        ("WA10 9", Point(350_000, 395_000), 0),
        ("WA8 6", Point(351_000, 386_000), 1),
    ]


def test_all_postcodes_are_told_with_the_number_of_their_council(
    small: Gazetteer,
) -> None:
    rows = list(small.scattered())

    assert len(rows) == len(small)
    assert (351_000, 386_000, 1) in rows
    assert (334_000, 390_000, 0) in rows


def test_the_list_reaches_all_round_cheshire(real: Gazetteer) -> None:
    assert len(real) == 362_196


def test_a_postcode_that_does_not_exist_is_said_in_words(real: Gazetteer) -> None:
    with pytest.raises(NotUnderstood) as refused:
        real.look_up("wa29zz")

    assert str(refused.value) == (
        "There is no postcode WA2 9ZZ in the list of 2026. Check it, or leave it out."
    )


def test_a_postcode_from_far_off_is_told_from_one_that_does_not_exist(
    real: Gazetteer,
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        real.look_up("SW1A 1AA")

    assert str(refused.value) == (
        "SW1A 1AA is too far from Cheshire to measure from. Check it, or leave it out."
    )


def test_half_a_postcode_is_not_looked_up(small: Gazetteer) -> None:
    with pytest.raises(NotUnderstood, match="not a whole postcode"):
        small.look_up("WA1 1")


def test_a_postcode_without_a_place_is_left_out(small: Gazetteer) -> None:
    assert small.find(postcode.read("WA8 6AB")) is None
    assert len(small) == 6


def test_the_middle_of_a_sector_is_among_its_postcodes(small: Gazetteer) -> None:
    assert small.sector_centre("WA1 1") == Point(360_305, 388_010)
    assert small.sector_centre("WA1 2") == Point(361_000, 389_000)


def test_the_middle_of_an_outcode_is_among_its_sectors(small: Gazetteer) -> None:
    assert small.outcode_centre("WA1") == Point(360_537, 388_340)
    assert small.outcode_centre("WA10") == Point(350_000, 395_000)


@pytest.mark.parametrize("sector", ["WA1 3", "WA9 1", "ZZ1 1", "WA1", "", "WA1 ²"])
def test_an_unknown_sector_has_no_middle(small: Gazetteer, sector: str) -> None:
    assert small.sector_centre(sector) is None


@pytest.mark.parametrize("outcode", ["WA9", "AA1", "ZZ1", ""])
def test_an_unknown_outcode_has_no_middle(small: Gazetteer, outcode: str) -> None:
    assert small.outcode_centre(outcode) is None


codes = st.builds(
    lambda area, number, incode: f"{area + str(number):<4}{incode}",
    st.sampled_from(["WA", "CW", "CH", "L", "M", "SK"]),
    st.integers(1, 20),
    st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True),
)
positions = st.integers(300_000, 420_000).map(float)
councils = st.sampled_from([*COUNCILS, "E08000012"])


@settings(max_examples=25)
@given(
    st.dictionaries(codes, st.tuples(councils, positions, positions), max_size=30),
    codes,
)
def test_what_was_published_is_found_and_nothing_else(
    rows: dict[str, tuple[str, float, float]], other: str
) -> None:
    with TemporaryDirectory() as name:
        source = publish(Path(name) / "published", rows)
        gazetteer = Gazetteer.open(Path(name), source=source)

    for code, (council, easting, northing) in rows.items():
        assert gazetteer.look_up(code) == Place(
            postcode.read(code),
            Point(int(easting), int(northing)),
            council if council in COUNCILS else None,
        )
    assert (gazetteer.find(postcode.read(other)) is None) == (other not in rows)


def test_looking_up_leaves_nothing_in_the_log_or_the_cache(
    small: Gazetteer, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = (cache / FILE).read_bytes()

    with caplog.at_level(logging.DEBUG):
        small.look_up("WA1 1AA")

    assert caplog.records == []
    assert (cache / FILE).read_bytes() == before


# The file


def test_the_file_is_made_once_and_then_opened(cache: Path, source: Path) -> None:
    assert not Gazetteer.ready(cache, source)
    told: list[tuple[int, int]] = []

    Gazetteer.open(cache, lambda *step: told.append(step), source)
    assert Gazetteer.ready(cache, source)
    Gazetteer.open(cache, lambda *step: told.append(step), source)

    assert told == [(done, len(LETTERS)) for done in range(len(LETTERS) + 1)]
    assert [file.name for file in cache.iterdir()] == [FILE]


def test_making_it_can_be_stopped_and_leaves_nothing(cache: Path, source: Path) -> None:
    class Stopped(Exception):
        """What a cancelled job raises."""

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        Gazetteer.open(cache, stop, source)

    assert not cache.exists()


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_file_is_made_anew(data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        cache = Path(name)
        source = publish(cache / "published", ROWS)
        Gazetteer.open(cache, source=source)
        whole = (cache / FILE).read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        damaged = data.draw(
            st.sampled_from(
                [
                    whole[:at],
                    whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
                    b"SQLite format 3\0" + whole,
                    whole + b"\0",
                ]
            )
        )
        (cache / FILE).write_bytes(damaged)

        assert not Gazetteer.ready(cache, source)
        gazetteer = Gazetteer.open(cache, source=source)

        assert gazetteer.look_up("WA1 1AA").point == Point(360_300, 388_000)
        assert (cache / FILE).read_bytes() == whole


def test_another_edition_of_the_list_is_noticed(cache: Path, source: Path) -> None:
    Gazetteer.open(cache, source=source)
    more = ROWS | {
        f"WA2 9A{letter}": ("E06000007", 361_000.0, 390_000.0) for letter in "ABDEFGH"
    }
    publish(source, more)

    assert Gazetteer.open(cache, source=source).look_up("WA2 9AH")


def test_the_file_serves_even_when_the_published_list_is_gone(
    cache: Path, source: Path
) -> None:
    Gazetteer.open(cache, source=source)
    for file in source.iterdir():
        file.unlink()

    assert Gazetteer.open(cache, source=source).look_up("WA1 1AA")


def test_without_file_and_list_one_sentence_says_so(
    cache: Path, tmp_path: Path
) -> None:
    with pytest.raises(ListMissing) as missing:
        Gazetteer.open(cache, source=tmp_path / "nowhere")

    assert str(missing.value) == (
        "The list of postcodes is not on this PC, so distances cannot be worked out. "
        "Install Venues again, or leave the postcode out."
    )


def test_where_no_file_can_be_written_the_list_is_held_in_memory(
    cache: Path, source: Path
) -> None:
    cache.write_text("a file where the folder should be")

    gazetteer = Gazetteer.open(cache, source=source)

    assert gazetteer.look_up("WA8 6AA").council == "E06000006"
    assert cache.read_text() == "a file where the folder should be"


def test_a_file_that_cannot_be_replaced_leaves_no_draft(
    cache: Path, source: Path
) -> None:
    (cache / FILE / "in the way").mkdir(parents=True)

    gazetteer = Gazetteer.open(cache, source=source)

    assert gazetteer.look_up("WA1 1AA")
    assert [file.name for file in cache.iterdir()] == [FILE]


def test_many_may_make_it_at_once(cache: Path, source: Path) -> None:
    with ThreadPoolExecutor(8) as crowd:
        opened = crowd.map(lambda _: Gazetteer.open(cache, source=source), range(16))
        places = {gazetteer.look_up("WA8 6AA") for gazetteer in opened}

    assert len(places) == 1
    assert Gazetteer.ready(cache, source)
    assert [file.name for file in cache.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Venues/Cache"),
        ("win32", {}, "~/AppData/Local/Venues/Cache"),
        ("darwin", {}, "~/Library/Caches/Venues"),
        ("linux", {"XDG_CACHE_HOME": "/var/caches"}, "/var/caches/venues"),
        ("linux", {"XDG_CACHE_HOME": "not/absolute"}, "~/.cache/venues"),
        ("linux", {}, "~/.cache/venues"),
    ],
)
def test_the_cache_is_where_each_system_keeps_such_things(
    platform: str, environ: dict[str, str], folder: str
) -> None:
    assert cache_folder(platform, environ) == Path(folder).expanduser()
