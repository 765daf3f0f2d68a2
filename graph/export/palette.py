"""One colour a class, the same in every picture; told apart by colour-blind readers and in grey.

The hues are Okabe and Ito's (Color Universal Design, 2008); classes not named here are grey.
"""

from __future__ import annotations

RGB = tuple[int, int, int]

ORANGE: RGB = (230, 159, 0)
SKY: RGB = (86, 180, 233)
GREEN: RGB = (0, 158, 115)
YELLOW: RGB = (240, 228, 66)
BLUE: RGB = (0, 114, 178)
VERMILION: RGB = (213, 94, 0)
PURPLE: RGB = (204, 121, 167)
BLACK: RGB = (0, 0, 0)
GREY: RGB = (150, 150, 150)

_CLASSES = {
    "Case": BLACK,
    "Agency": BLUE,
    "AgencyType": BLUE,
    "Professional": SKY,
    "FamilyMember": GREEN,
    "FamilyRole": GREEN,
    "Meeting": YELLOW,
    "Communication": ORANGE,
    "Gap": VERMILION,
    "Recommendation": PURPLE,
}


def colour(type_: str) -> RGB:
    """Return the colour of a class as red, green and blue from 0 to 255."""
    return _CLASSES.get(type_, GREY)


def hexadecimal(type_: str) -> str:
    """Return the colour of a class as #rrggbb."""
    return "#{:02x}{:02x}{:02x}".format(*colour(type_))


def ink(type_: str) -> str:
    """Return black or white, whichever reads better on the colour of a class (WCAG relative luminance)."""
    linear = [_linear(part / 255) for part in colour(type_)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
