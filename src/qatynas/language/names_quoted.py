"""Names in quotes that no list knows: «Достық», «Береке»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qatynas.language.lexicon import lexicon
from qatynas.language.mentions import Case, NameType
from qatynas.language.names_atoms import BARE, Atom, Ending, cuts, spelled
from qatynas.language.names_found import Found, covering, titled, within
from qatynas.language.names_spelling import is_known
from qatynas.language.stems import analyse

_OPENING = {"«": "»", "“": "”", "„": "“", '"': '"', "‹": "›"}
_LONGEST = 8
_SHORT_SAYING = 4
_BEFORE_SPEECH = frozenset(",-–—")
_SAYING = frozenset(("деді", "дейді", "деп", "десті", "депті", "дегенді", "деген"))
_TOLD = frozenset((Case.GEN, Case.DAT, Case.ABL, Case.INS))
_FINITE = frozenset(("past", "present", "condition", "wish", "inferred", "perfect", "future"))


def quoted(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """The words between quotes, where they are few, hold no sentence, and are no name already."""
    opening = [index for index, atom in enumerate(words) if atom.text in _OPENING]
    after = 0
    for index in opening:
        last = _closes(words, index, _OPENING[words[index].text]) if index >= after else None
        if last is None:
            continue
        first, end = index + 1, last - 1
        inside = within(found, first, end)
        whole = any(name.first <= first and end <= name.last and not _guessed(name) for name in inside)
        if (
            not whole
            and covering(found, index) is None
            and not _is_said(words[end])
            and not _is_speech(words, index, last)
        ):
            ending = _inflected(words[end]) if first == end else BARE
            text = titled(spelled(words, first, end, ending))
            start, stop = words[first].start, words[end].end
            country = _country_in(inside)
            yield Found(first, end, NameType.QUOTED, text, country, ending=ending, start=start, end=stop)
        after = last + 1


def _country_in(inside: Sequence[Found]) -> str | None:
    """«Қырғыз темір жолы»: the one state that the words between the quotes name."""
    countries = {name.country for name in inside if name.type is NameType.STATE and name.country}
    return countries.pop() if len(countries) == 1 else None


def _guessed(name: Found) -> bool:
    """Whether a person's name is one only by its look: in quotes it is that of a thing («Алтын қыран»)."""
    return name.type is NameType.PERSON and not is_known(name)


def _inflected(word: Atom) -> Ending:
    """The case ending of a lone quoted word whose stem is a known one («Манастың» is Манас, «Отан» stays)."""
    nouns, _ = lexicon()
    if word.text.lower() in nouns:
        return BARE
    for stem, ending in cuts(word.key):
        if ending.case in _TOLD and not ending.possessive and not ending.plural and stem in nouns:
            return ending
    return BARE


def _is_said(last: Atom) -> bool:
    """Whether the last word is a finite verb: what is quoted is then a saying and no name."""
    best = analyse(last.text)[0] if last.kind == "word" else None
    return best is not None and best.pos == "verb" and best.known and best.form in _FINITE


def _is_speech(words: Sequence[Atom], opens: int, closes: int) -> bool:
    """Whether what stands between the quotes is told as somebody's words: «…», – деді; said: «…» of some length."""
    after = [atom.text.lower() for atom in words[closes + 1 : closes + 4]]
    marks = 0
    while marks < len(after) and after[marks] in _BEFORE_SPEECH:
        marks += 1
    if marks and marks < len(after) and after[marks] in _SAYING:
        return True
    return opens > 0 and words[opens - 1].text == ":" and closes - opens > _SHORT_SAYING


def _closes(words: Sequence[Atom], index: int, closing: str) -> int | None:
    """Where the quote that opens at index closes, None where it is no name."""
    for last in range(index + 1, min(len(words), index + 2 + _LONGEST)):
        text = words[last].text
        if text == closing or (text in '»”"' and closing in '»”"'):
            return last if last > index + 1 else None
        if words[last].kind == "mark" and text not in "-–.":
            return None
    return None
