"""The application's own words, beside those of the dossier, and how it names its languages."""

from __future__ import annotations

from qatynas.model.finding import Finding, Grade
from qatynas.publish.labels import LANGUAGES, label_of, language, table, table_of

NAMES = {"en": "English", "kk-Cyrl": "Қазақша", "kk-Arab": "قازاقشا", "kk-Latn": "Qazaqşa"}
"""Each language by its own name, in its own script."""

assert tuple(NAMES) == LANGUAGES


def word(group: str, key: str | None, **fields: object) -> str:
    """The words for a key of the application's table, else of the dossier's."""
    own = table_of("qatynas.serve", language())
    if _has(own, group, key):
        return label_of(own, group, key, **fields)
    return label_of(table(), group, key, **fields)


def _has(words_by_group: dict[str, object], group: str, key: str | None) -> bool:
    found: object = words_by_group
    for part in group.split("/"):
        found = found.get(part) if isinstance(found, dict) else None
    return isinstance(found, dict) and key in found


def direction(spoken: str) -> str:
    """rtl or ltr."""
    return "rtl" if spoken.endswith("Arab") else "ltr"


def check_words(finding: Finding) -> str:
    """The heading of a finding: what its check looks for, or that the figures agree."""
    agree = finding.grade == Grade.CONSISTENT and finding.check == "arithmetic"
    return word("checks", "adds_up" if agree else finding.check)
