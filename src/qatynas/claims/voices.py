"""Whose «еліміз» it is: in an interview with the other side's guest, «біз» are they and «сіздер» the asker's own."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from qatynas.claims.interviews import answers
from qatynas.claims.once import per_reading
from qatynas.language.mentions import NameMention, NameType, Reading, Sentence

_YOU = ("сіздер", "сізге", "сізден", "сіздің", "сіздерге", "сіздерден", "сіздердің", "өздеріңіз")
"""Beginnings of the words by which a guest means the asker's side."""


@per_reading
def voiced(reading: Reading) -> Reading:
    """The reading with the sides of a guest's answers turned: what is «еліміз» there is the guest's own state.

    The same reading where it is no interview, or with someone of the text's own side.
    """
    spoken = answers(reading)
    guest = _state_of(reading, next(iter(spoken.values()), None))
    if guest is None or reading.home is None or guest == reading.home or guest not in reading.pair:
        return reading
    sentences = tuple(
        _turned(sentence, guest, reading.home) if sentence.paragraph in spoken else sentence
        for sentence in reading.sentences
    )
    return replace(reading, sentences=sentences)


def _state_of(reading: Reading, who: str | None) -> str | None:
    """The state that a person of the text belongs to."""
    names = [name for sentence in reading.sentences for name in sentence.names]
    return next((n.country for n in names if n.type is NameType.PERSON and n.canonical == who and n.country), None)


def _turned(sentence: Sentence, guest: str, home: str) -> Sentence:
    """The sentence as the guest means it: «біз» the guest's side, «сіздер» the home side."""
    names = [_turn(name, guest, home) for name in sentence.names]
    taken = [name.span for name in names]
    for token in sentence.tokens:
        if token.lower.startswith(_YOU) and not any(span.meets(token.span) for span in taken):
            names.append(NameMention(token.span, NameType.SIDE, "other", country=home, case=token.case, role="other"))
    names.sort(key=lambda name: name.span.start)
    return replace(sentence, names=tuple(names))


def _turn(name: NameMention, guest: str, home: str) -> NameMention:
    if name.type is not NameType.SIDE or name.role not in ("home", "other"):
        return name
    return changed(name, country=guest if name.role == "home" else home)
