"""Numbers as the page's language writes them (1,260.5 million; 1 260,5 млн) and EDTF dates in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from qatynas.model.period import Period
from qatynas.model.quantity import Qualifier, Quantity
from qatynas.publish.labels import ENGLISH, label, language, table
from qatynas.relations import period as period_of

THIN = "\u202f"  # narrow no-break space: between thousands in Kazakh, before units
MINUS = "−"
_SCALES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_HEDGES = {Qualifier.ABOUT: "≈" + THIN, Qualifier.OVER: ">" + THIN, Qualifier.UNDER: "<" + THIN, Qualifier.EXACT: ""}
_BILLION_DIGITS = 3  # 1,26 млрд but 1 260,5 млн: more digits read more easily at the smaller scale


def number(value: Decimal, decimals: int | None = None) -> str:
    """A number with grouped thousands: 1,260.5 in English, 1 260,5 in Kazakh; decimals None keeps what it has."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    written = format(value.normalize() if decimals is None else value, "f")
    whole, _, part = written.lstrip("-").partition(".")
    digits = [whole[max(end - 3, 0) : end] for end in range(len(whole), 0, -3)][::-1]
    group, point = (",", ".") if language() == ENGLISH else (THIN, ",")
    return (MINUS if value < 0 else "") + group.join(digits) + (point + part if part else "")


def scaled(value: Decimal) -> str:
    """A number with a scale word where it is large: 1.7 billion, 796.2 million, 2,766."""
    for size, name in _SCALES:
        if abs(value) < size:
            continue
        small = value / size
        if name == "billion" and len(small.normalize().as_tuple().digits) > _BILLION_DIGITS and small.normalize() % 1:
            continue
        return f"{number(_short(small))}{_gap()}{label('scales', name)}"
    return number(_short(value))


def percent(value: Decimal, decimals: int | None = None) -> str:
    """A share or growth: 19% in English, 19 % in Kazakh."""
    return f"{number(value, decimals)}{_before_sign()}%"


def _gap() -> str:
    """What keeps a number and the word after it on one line."""
    return "\u00a0" if language() == ENGLISH else THIN


def _before_sign() -> str:
    return "" if language() == ENGLISH else THIN


def quantity(said: Quantity, measure: str = "level") -> str:
    """A quantity with its hedge, scale and unit; growth with its sign, multiples as ×2, ranks bare."""
    return _isolated(_quantity(said, measure))


def _isolated(words: str) -> str:
    """Signs and numbers keep their order among words from right to left."""
    return f"\u2068{words}\u2069" if language().endswith("Arab") else words


def _quantity(said: Quantity, measure: str) -> str:
    hedge = _HEDGES[said.qualifier]
    if measure == "growth" or (measure == "change" and said.unit == "percent"):
        return f"{hedge}{'+' if said.value > 0 else ''}{percent(said.value)}"
    if said.unit == "percent":
        return hedge + percent(_short(said.value))
    if said.unit == "times":
        return f"{hedge}{number(said.value)}{_before_sign()}×"
    if measure == "change":
        hedge += "+" if said.value > 0 else ""
    unit = label("units", said.unit) if said.unit else ""
    return f"{hedge}{scaled(said.value)}{_gap() if unit else ''}{unit}"


def date_words(edtf: str | None, short: bool = False) -> str:
    """An EDTF date or period in words: 22 August 2025, January–May 2025, by 2030, winter 2025/26; "" for None."""
    if not edtf:
        return ""
    if period_of(edtf) is None:
        return edtf
    start, _, end = edtf.partition("/")
    if end in ("", "..") and "/" in edtf:
        return label("calendar", "since", date=_point(start, short))
    if start in ("", ".."):
        return label("calendar", "by", date=_point(end, short))
    return _interval(start, end, short) if end else _point(start, short)


def _short(value: Decimal) -> Decimal:
    """At most one decimal where the number is large: the exact one stands in the sentence."""
    if abs(value) >= 10 and value % 1:
        return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return value.quantize(Decimal("0.0001"), ROUND_HALF_UP) if value % 1 else value


def _point(point: str, short: bool) -> str:
    bare = point.rstrip("~?%")
    words = _bare_point(bare, short)
    return label("calendar", "about", date=words) if bare != point else words


def _bare_point(point: str, short: bool) -> str:
    year, month, day = [*point.split("-"), "", ""][:3]
    if not month:
        return year
    if int(month) > 12:
        return _season(int(year), int(month))
    name = table()["calendar"]["short_months" if short else "months"][int(month) - 1]
    words = f"{int(day)} {name}" if day else name
    return _year_first(year) + words if _year_first(year) else f"{words} {year}"


def _year_first(year: str) -> str:
    """«2025 ж. » in a language that names the year before the month, else ""."""
    return label("calendar", "year_first", year=year)


def _season(year: int, month: int) -> str:
    if month == 24:
        return label("calendar", "winter", year=year, next=f"{(year + 1) % 100:02d}")
    name = {21: "spring", 22: "summer", 23: "autumn"}.get(month, "")
    return label("calendar", "season", season=label("seasons", name), year=year)


def _interval(start: str, end: str, short: bool) -> str:
    first, last = _point(start, short), _point(end, short)
    same_year = start[:4] == end[:4] and "-" in start and "-" in end
    before = _year_first(start[:4])
    if same_year and before:
        rest = last.removeprefix(before)
        same_month = start[5:7] == end[5:7]
        return f"{first.removesuffix(rest.partition(' ')[2]).strip() if same_month else first}–{rest}"
    if same_year and start[5:7] == end[5:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])}–{last}"
    if same_year:
        return f"{first.removesuffix(start[:4]).strip()}–{last}"
    return f"{first}–{last}" if len(start) == len(end) == 4 else f"{first} – {last}"


def is_part_year(edtf: str | None) -> bool:
    """Whether a period is part of one calendar year."""
    known: Period | None = period_of(edtf)
    return known is not None and known.is_part_year
