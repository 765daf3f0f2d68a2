"""The colours of the palette, darkened until they can be told from white (WCAG AA), and the same in grey."""

from __future__ import annotations

from functools import cache

from graph.export.palette import RGB, colour

TEXT = 4.5  # WCAG 2.2: contrast of text, to one; what is not text needs 3 and has as much here


@cache
def tone(type_: str, contrast: float = TEXT) -> str:
    """Return the colour of a class as #rrggbb, no darker than its contrast with white needs."""
    rgb = colour(type_)
    shade = 1.0
    while contrast_with_white(scaled := _scale(rgb, shade)) < contrast:
        shade -= 0.01
    return "#{:02x}{:02x}{:02x}".format(*scaled)


@cache
def tint(type_: str, share: float = 0.25) -> str:
    """Return a pale shade of the colour of a class, for areas behind what is drawn in ink."""
    return "#{:02x}{:02x}{:02x}".format(*(round(255 - (255 - part) * share) for part in colour(type_)))


def contrast_with_white(rgb: RGB) -> float:
    """Return the contrast of a colour with white as WCAG has it, from 1 to 21."""
    linear = [_linear(part / 255) for part in rgb]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def _scale(rgb: RGB, shade: float) -> RGB:
    red, green, blue = (round(part * shade) for part in rgb)
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
