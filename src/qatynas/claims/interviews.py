"""Interviews: whose the answers are, told by the form of the text (questions and answers, each behind a dash)."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from qatynas.claims.once import per_reading
from qatynas.language.mentions import NameType, Reading, Sentence

_DASHES = ("–", "—", "-", "―", "−")
_QUOTES = " »\"'”)"
_FEWEST = 2
"""Questions that make an interview."""
_REPORTERS = ("сұхбаттасқан", "әңгімелескен", "жазып", "тілші", "журналист")
"""Words beside the name of who asks."""
_ANSWERING = ("жауап бер", "сауал", "сұрағ", "сұрақтар")
"""«министр X тілшіміздің сауалдарына жауап берді»: the name is of who answers."""


def goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence that names no state is of an answer, which goes on about what was asked."""
    return not any(name.country for name in sentence.names) and sentence.paragraph in answers(reading)


@per_reading
def answers(reading: Reading) -> dict[int, str]:
    """The paragraphs that are answers in an interview, by number, with who gives them; none in other texts."""
    paragraphs = [(number, list(group)) for number, group in groupby(reading.sentences, key=lambda s: s.paragraph)]
    asked = sum(_is_question(group) for _, group in paragraphs)
    if asked < _FEWEST:
        return {}
    first = next(place for place, (_, group) in enumerate(paragraphs) if _is_question(group))
    who = _who_is_asked([sentence for _, group in paragraphs[:first] for sentence in group])
    if who is None:
        return {}
    dashed = [number for number, group in paragraphs[:first] if _dashed(group)]
    # before the first question mark the two speak by turns, too: the paragraph right before it is an answer
    found = dict.fromkeys(dashed[::-1][::2], who)
    asking = False
    for number, group in paragraphs[first:]:
        if _dashed(group):
            asking = _is_question(group) or not asking
            if not asking:
                found[number] = who
    return found


def _dashed(group: list[Sentence]) -> bool:
    return group[0].text.lstrip().startswith(_DASHES)


def _is_question(group: list[Sentence]) -> bool:
    return _dashed(group) and group[-1].text.rstrip(_QUOTES).endswith("?")


def _who_is_asked(head: list[Sentence]) -> str | None:
    """The person whom the head of the text names most often, the first of them; not who asks."""
    named: Counter[str] = Counter()
    for sentence in head:
        text = sentence.text.lower()
        if any(word in text for word in _REPORTERS) and not any(word in text for word in _ANSWERING):
            continue
        named.update(name.canonical for name in sentence.names if name.type is NameType.PERSON)
    return max(named, key=named.__getitem__, default=None)
