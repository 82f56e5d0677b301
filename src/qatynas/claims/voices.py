"""Whose «еліміз» it is: in an interview with the other side's guest, «біз» are they and «сіздер» the asker's own."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from qatynas.claims.interviews import answers
from qatynas.claims.once import per_reading
from qatynas.language.mentions import NameMention, NameType, Reading, Sentence

_YOU = ("сіздер", "сізге", "сізден", "сіздің", "сіздерге", "сіздерден", "сіздердің", "өздеріңіз")
"""Beginnings of the words by which a guest means the asker's side."""
_BESIDE = 3
"""Characters between a name and the office that introduces it."""


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


@per_reading
def guests(reading: Reading) -> dict[str, str]:
    """Who gives the answers of an interview, with the state that he belongs to, where the text tells it."""
    who = next(iter(answers(reading).values()), None)
    state = _state_of(reading, who)
    return {who: state} if who and state else {}


def _state_of(reading: Reading, who: str | None) -> str | None:
    """The state that a person of the text belongs to: as he is named, or as whose envoy he is introduced."""
    named = [(s, n) for s in reading.sentences for n in s.names if n.type is NameType.PERSON and n.canonical == who]
    told = next((name.country for _, name in named if name.country), None)
    return told or next((state for sentence, name in named if (state := _envoy_of(sentence, name))), None)


def _envoy_of(sentence: Sentence, name: NameMention) -> str | None:
    """«X, Қырғыз Республикасының Қазақстандағы елшісі»: the state of the office beside his name."""
    for office in sentence.names:
        gap = max(office.span.start - name.span.end, name.span.start - office.span.end)
        if office.type is NameType.OFFICE and office.country and 0 < gap <= _BESIDE:
            return office.country
    return None


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
