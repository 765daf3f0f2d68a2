from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from graph.export.palette import colour
from graph.pictures.canvas import INK, SOFT, Canvas, mark, number, text
from graph.pictures.metrics import clip, width, wrap
from graph.pictures.tones import TEXT, contrast_with_white, tone
from ontology import vocabulary
from tests.graph.pictures.drawn import SVG

ANY = st.text(max_size=80)


@given(ANY, ANY, ANY)
def test_any_words_make_a_sound_picture(title: str, words: str, href: str) -> None:
    canvas = Canvas("any", title, words, linked=True)
    text(mark(canvas.root, title, f"#{href}"), 10, 20, words)
    canvas.size(100, 50)
    root = ElementTree.fromstring(str(canvas))
    assert {one.tag for one in root.iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "defs", "rect", "a", "text")
    }


def test_words_are_as_wide_as_helvetica_sets_them() -> None:
    assert width("Hi", 10) == 7.22 + 2.22
    assert width("Hi", 10, bold=True) == 7.22 + 2.78
    assert width("水", 10) > 9


@given(ANY, st.floats(12, 300))
def test_lines_keep_to_their_room(words: str, room: float) -> None:
    assert all(width(line) <= room for line in wrap(words, room))
    assert width(clip(words, room)) <= room


def test_numbers_are_short() -> None:
    assert [number(one) for one in (3, 3.04, 3.06, -0.04, -2.25, 1e3)] == [
        "3",
        "3",
        "3.1",
        "0",
        "-2.2",
        "1000",
    ]


def test_colours_of_words_and_signs_stand_out_from_white() -> None:
    used = [*(info.name for info in vocabulary.classes()), "Event", "AgencyType"]
    for hexadecimal in (INK, SOFT, *map(tone, used)):
        rgb = tuple(int(hexadecimal[n : n + 2], 16) for n in (1, 3, 5))
        assert contrast_with_white((rgb[0], rgb[1], rgb[2])) >= TEXT
    assert tone("Agency") == "#{:02x}{:02x}{:02x}".format(*colour("Agency"))
