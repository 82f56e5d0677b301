"""SVG elements as strings, every word escaped; coordinates to a tenth of a pixel."""

from __future__ import annotations

import re

from markupsafe import escape

_ARABIC = re.compile(r"[\u0600-\u06ff]")


def element(name: str, *children: str, **attributes: object) -> str:
    """An element; underscores in attribute names become hyphens, class_ is class, None leaves an attribute out."""
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    given = "".join(f' {key}="{_value(value)}"' for key, value in named)
    return f"<{name}{given}>{''.join(children)}</{name}>" if children else f"<{name}{given}/>"


def text(x: float, y: float, words: str, **attributes: object) -> str:
    """Words at a point; anchor is start, middle or end."""
    # a drawing runs from left to right: words with a number before them would be read from the wrong end
    isolated = f"\u2067{words}\u2069" if _ARABIC.search(words) else words
    return element("text", str(escape(isolated)), x=x, y=y, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def picture(width: float, height: float, title: str, *children: str, class_: str = "", role: str = "img") -> str:
    """The whole drawing, named for those who cannot see it; role is "group" where it holds links."""
    return element(
        "svg",
        element("title", str(escape(title))),
        *children,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role=role,
        aria_label=title if role == "group" else None,
        class_=class_,
        xmlns="http://www.w3.org/2000/svg",
    )


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".") if value == value else "0"
    return str(escape(str(value)))
