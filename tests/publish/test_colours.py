"""The two sides' colours can be read and told apart, in both themes, also by colour-blind eyes."""

from __future__ import annotations

import re
from importlib.resources import files
from math import dist

import pytest

STYLE = (files("qatynas.publish") / "templates" / "dossier.css").read_text(encoding="utf-8")

# Machado, Oliveira, Fernandes 2009, severity 1.0; linear RGB
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
READABLE = 4.5  # WCAG 2.1 AA for text
APART = 25.0  # CIE76; above 20 two fills are told apart at a glance

Colour = tuple[float, float, float]


def theme(name: str) -> dict[str, Colour]:
    """The custom properties of a theme that are colours, as linear RGB."""
    start = STYLE.index(":root {") if name == "light" else STYLE.index(':root[data-theme="dark"] {')
    block = STYLE[start : STYLE.index("}", start)]
    return {key: linear(value) for key, value in re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)}


def linear(colour: str) -> Colour:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    light = [0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def lab(colour: Colour) -> Colour:
    red, green, blue = colour
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: Colour, blindness: str) -> Colour:
    red, green, blue = (
        min(max(sum(weight * part for weight, part in zip(row, colour, strict=True)), 0.0), 1.0)
        for row in BLINDNESS[blindness]
    )
    return red, green, blue


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("colour", ["a", "b", "ink", "soft", "faint"])
def test_words_can_be_read_on_paper_and_on_panels(name: str, colour: str) -> None:
    colours = theme(name)
    assert contrast(colours[colour], colours["paper"]) >= READABLE
    assert contrast(colours[colour], colours["panel"]) >= READABLE


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marked_words_can_be_read(name: str) -> None:
    colours = theme(name)
    assert contrast(colours["mark-ink"], colours["mark"]) >= 7


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_sides_are_told_apart_by_colour_blind_eyes(name: str, blindness: str) -> None:
    colours = theme(name)
    assert dist(lab(seen(colours["a"], blindness)), lab(seen(colours["b"], blindness))) >= APART


def test_the_dark_theme_is_the_same_by_choice_and_by_system() -> None:
    system = STYLE.index(':root:not([data-theme="light"]) {')
    chosen = STYLE.index(':root[data-theme="dark"] {')
    blocks = [STYLE[STYLE.index("{", start) : STYLE.index("}", start)] for start in (system, chosen)]
    assert blocks[0].split() == blocks[1].split()
