"""What findings say, in the language of the running context."""

from __future__ import annotations

from qatynas.checks.speech import Voice, say
from qatynas.model.finding import Finding, Told
from qatynas.publish.labels import ENGLISH, arrow, in_script, label, label_of, language, table_of
from qatynas.publish.writing import date_words


def words_of(finding: Finding) -> str:
    """What a finding says; in English where it is kept in no other words."""
    return _said(finding.told, finding.says)


def advice_of(finding: Finding) -> str:
    """What would settle it."""
    return _said(finding.advice, finding.settle)


def _said(told: Told | None, english: str) -> str:
    return english if told is None else say(told, _voice())


def _voice() -> Voice:
    own = table_of("qatynas.checks", language())
    wordings = own["told"] | {"way": f"{{one}} {arrow()} {{other}}"}
    return Voice(wordings, _word, in_script, date_words, point="." if language() == ENGLISH else ",")


def _word(group: str, code: str) -> str:
    own = table_of("qatynas.checks", language()).get("codes", {})
    return label_of(own, group, code) if code in own.get(group, {}) else label(group, code)
