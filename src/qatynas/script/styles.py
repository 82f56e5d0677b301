"""House styles of Arabic script, as data: how publishers differ in hamza, foreign letters, marks and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from qatynas.script.letters import HAMZA, HIGH_HAMZA

_MARKS = {",": "،", ";": "؛", "?": "؟"}


@dataclass(frozen=True, eq=False)
class Style:
    """hamza is the sign of front words, ts what ц becomes; year and day join a number to the year or month after it."""

    name: str
    hamza: str = HAMZA
    ts: str = "تس"
    year: str = " "
    day: str = " "
    spaced_acronyms: bool = False
    marks: dict[str, str] = field(default_factory=lambda: dict(_MARKS))

    @property
    def mark_table(self) -> dict[int, str]:
        """marks for str.translate."""
        return str.maketrans(self.marks)


# kazinform: ar.inform.kz; egemen: egemen.kz's Arabic edition; cldr: the names of CLDR's kk_Arab, where ц between
# vowels is س; xinjiang: the press and textbooks of Xinjiang, which print the high hamza U+0674.
STYLES = {
    style.name: style
    for style in (
        Style("kazinform", year=" -", day="-", spaced_acronyms=True),
        Style("egemen"),
        Style("cldr", ts="س"),
        Style("xinjiang", hamza=HIGH_HAMZA, year="-", day="-"),
    )
}
