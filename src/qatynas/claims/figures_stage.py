"""Whether the work that a sentence tells of stands, is under way or is yet to begin."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.claims.context import At
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_verbs import verb_of
from qatynas.claims.figures_words import begins, endings, noun
from qatynas.claims.once import per_sentence
from qatynas.language.mentions import Case, Sentence, Token
from qatynas.language.stems import Analysis

_BACK = 2  # sentences before a number in which its work's stage may be told
_PLANNED_WITHIN = 6  # words after «салу», «тартуды» in which «келісті», «жоспар», «туралы» stands
_PAST = ("past", "perfect", "inferred")


def yet_to_begin(said: Said) -> str | None:
    """The word that tells that the number's work has not begun; None where it has, or nothing tells.

    The nearest sentence that tells it counts: the words before the number, the two sentences before, then what follows.
    """
    if here := [stage for stage in stages(said.at.sentence) if stage[0] < said.number.span.start]:
        return _all_ahead(here)
    for at in said.at.before(_BACK):
        if not said.at.same_paragraph(at):
            break
        if told := stages(at.sentence):
            return _all_ahead(told)
    return _told_after(said)


def _all_ahead(told: Sequence[tuple[int, str, bool]]) -> str | None:
    """The last word of those that tell, where none tells of work begun: «жөндеп жатыр: алдымен арна бетондалады»."""
    return told[-1][1] if all(ahead for _, _, ahead in told) else None


def _told_after(said: Said) -> str | None:
    later: list[At] = [said.at, *(at for at in said.at.after(1) if said.at.same_paragraph(at))]
    for at in later:
        for place, word, ahead in stages(at.sentence):
            if at is not said.at or place > said.number.span.start:
                return word if ahead else None
    return None


@per_sentence
def stages(sentence: Sentence) -> tuple[tuple[int, str, bool], ...]:
    """Where a sentence tells that a work begins or has begun: place, word, whether it is yet to."""
    found: list[tuple[int, str, bool]] = []
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        reading = verb_of(token) if token.kind == "word" else None
        if reading is None:
            continue
        ends, works = noun("ends_work", (reading.lemma,)), _works(tokens, index, reading)
        if not (ends or works):
            continue
        ahead = _ahead(tokens, index, reading)
        if ahead is not None and not (ends and ahead):
            found.append((token.span.start, token.text, ahead))
    return tuple(found)


def _works(tokens: tuple[Token, ...], index: int, reading: Analysis) -> bool:
    """Whether a verb tells of work that begins or is done on something: «қаржы салды», «шығынын көтереді» are none."""
    before = tokens[index - 1].lower if index else ""
    if index and reading.form == "converb" and tokens[index - 1].case is Case.ABL:
        return False  # «шілдеден бастап»
    if noun("works_with", (reading.lemma,)):
        return begins("work_objects", before)
    money = index and (tokens[index - 1].kind == "number" or begins("paid_in", before))
    return noun("works", (reading.lemma,)) and not (money and noun("puts_money", (reading.lemma,)))


def _ahead(tokens: tuple[Token, ...], index: int, reading: Analysis) -> bool | None:
    """Whether what a verb tells is to come; None where its form does not say."""
    form = reading.form
    lower = tokens[index].lower
    if form in ("present", "intention", "wish") or (form == "past" and lower.endswith(endings("present_ends"))):
        return True
    if form in _PAST:
        return False
    if form == "participle":
        return not reading.suffix.startswith(endings("done")) if not reading.negative else True
    if form == "converb":
        return _by_the_next(tokens, index)
    if form == "infinitive":
        words = [t.lower for t in tokens[index + 1 : index + 1 + _PLANNED_WITHIN]]
        return True if any(begins("planned_work", word) for word in words) else None
    return None


def _by_the_next(tokens: tuple[Token, ...], index: int) -> bool | None:
    """«салынып жатыр» goes on; «басталып, … бітеді» has the time of the verb behind it."""
    after = [t for t in tokens[index + 1 :] if t.kind == "word"]
    if after and begins("goes_on", after[0].lower):
        return False
    for token in after:
        reading = verb_of(token)
        if reading is not None and reading.form in ("present", "intention", *_PAST):
            return reading.form not in _PAST or token.lower.endswith(endings("present_ends"))
        if reading is not None and reading.form == "participle" and not reading.possessor:
            return not reading.suffix.startswith(endings("done"))
    return None
