"""Sentences become aid claims: help that one side gave the other, for what and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from qatynas.claims.acts import Mood, mood, part_of, stems, verb
from qatynas.claims.aid_deeds import Words, helped
from qatynas.claims.clauses import token_after, tokens_after, tokens_before
from qatynas.claims.context import At
from qatynas.claims.gate import Gate, words_in
from qatynas.claims.once import per_reading
from qatynas.claims.told_once import told_once
from qatynas.claims.towns import home_of
from qatynas.claims.voices import voiced
from qatynas.claims.when import is_before, moment
from qatynas.claims.when_told import Moment, is_auxiliary
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, DateRole, NameMention, NameType, Reading, Token
from qatynas.model import Aid, Claim, Span

_REACH = 7  # words between «көмек» and its verb
_GIVING = ("given", "sent", "gift", "collected")
_FAR = 3  # sentences between the help told and more of it
_MORE = frozenset(
    {"тағы", "тағыда", "қоса", "да", "де", "та", "те", "қосымша", "кейін", "соңынан", "артынша", "екінші"}
)
_AGAIN = frozenset({"тағы", "тағыда", "артынан", "артынша", "соңынан"})
_ARRIVING = ("кел", "жет")
_DAY = len("2024-08-03")
_COMES = ("жет", "түс", "кел", "бар", "аттан", "жөнел", "апар", "әкел", "тапсыр")
_CURRENCY = 3  # letters of a currency's code
_NAMES = (NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.ORGANISATION, NameType.OFFICE, NameType.PERSON)


_JOINED = len(" және ")  # letters between two names that take together


@dataclass(frozen=True, slots=True)
class Help:
    """Help as a sentence tells it."""

    giver: str
    taker: str
    purpose: str | None
    moment: Moment | None
    span: Span
    status: str
    more: bool = False


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for help_ in _helps(voiced(at.reading))[at.index]:
        when = help_.moment
        carried = when is not None and when.span is not None and not help_.span.covers(when.span)
        yield at.make(
            Aid,
            help_.span,
            parties=tuple(sorted((help_.giver, help_.taker))),
            support=((when.span, "date"),) if carried and when and when.span else (),
            why=(("from", "who sends it", ""),) + ((("date", when.rule, when.words),) if when else ()),
            status=help_.status,
            from_=help_.giver,
            to=help_.taker,
            purpose=help_.purpose,
            date=when.edtf if when else None,
        )


@per_reading
def _helps(reading: Reading) -> tuple[tuple[Help, ...], ...]:
    """The help of each sentence; the same direction and need once, the body before headlines."""
    return told_once(reading, _in_sentence, _same)


def _same(one: Help, other: Help, _headline: bool) -> bool:
    if one.more:
        return False
    dates = {help_.moment.edtf[:4] if help_.moment else None for help_ in (one, other)}
    return (one.giver, one.taker) == (other.giver, other.taker) and (len(dates) == 1 or None in dates)


def _in_sentence(at: At) -> Iterator[Help]:
    """The help that a sentence tells of: one at most."""
    if help_ := _more(at):
        yield help_
        return
    if deed := helped(at):
        when = moment(at, deed[2], past=True)
        yield Help(deed[0], deed[1], _purpose(at), when, at.sentence.span, "done")
        return
    if not _gate().passes(at.sentence):
        return
    keys = _keys(at.sentence.tokens)
    for act, tone in _acts(at):
        if not _is_help(at, act, keys) or (tone == Mood.DONE and _is_sold(at, keys)):
            continue
        giver, taker = _direction(at, act)
        if giver is None or taker is None or giver == taker or not _goes_abroad(at, giver, act):
            continue
        when = _when(at, act, tone)
        status = "done" if tone == Mood.DONE else "planned"
        yield Help(giver, taker, _purpose(at), when, at.sentence.span, status)
        return


def _more(at: At) -> Help | None:
    """«Кеше оларға қоса 60 тонна ұн жеткізілді», «артынан тағы 500 тонна жіберілді»: more of the help told just before,
    on a day of its own or soon after; it goes the same way."""
    if not at.sentence.numbers or words_in(at.sentence).isdisjoint(_MORE | _AGAIN):
        return None
    words = {token.lower for token in at.sentence.tokens}
    sums = [n for n in at.numbers_in(at.sentence.span) if n.quantity.unit not in ("percent", "times")]
    dates = [d for d in at.sentence.dates if d.edtf and d.role == DateRole.IN]
    again = words & (_MORE if dates else _AGAIN)
    if not (again and sums) or _sides_named(at) or "trade" in _keys(at.sentence.tokens):
        return None
    last = max(i for i, token in enumerate(at.sentence.tokens) if token.kind == "word")
    tone = mood(at, last, _stems())
    if tone not in (Mood.DONE, Mood.PLANNED) or not _arrives(at, last):
        return None
    for other in at.before(_FAR):
        if not other.same_paragraph(at):
            return None
        for help_ in _in_sentence(other):
            when = Moment(dates[0].edtf or "", "the day of more help", dates[0].span, "") if dates else None
            if when is None and tone == Mood.DONE and help_.moment and len(help_.moment.edtf) == _DAY:
                when = Moment(help_.moment.edtf[:7], "soon after the help before", None)
            status = "done" if tone == Mood.DONE else "planned"
            return Help(help_.giver, help_.taker, help_.purpose, when, at.sentence.span, status, more=True)
    return None


def _sides_named(at: At) -> bool:
    return len({country for country, _ in _sides(at)}) > 1


def _arrives(at: At, last: int) -> bool:
    """A verb of sending or of coming in ends the sentence."""
    token = at.sentence.tokens[last]
    known = {stem for reading in [verb(token, _stems())] if reading for stem in [reading.lemma]}
    return bool((known or token.lemmas) & _stems()) or token.lower.startswith(_COMES)


def _acts(at: At) -> Iterator[tuple[Hit, Mood]]:
    """The verbs that send or give, done or planned; a participle before the help counts as well."""
    tokens = at.sentence.tokens
    for hit in _table().find(tokens, overlapping=True):
        if hit.key not in _GIVING or verb(tokens[hit.last], _stems()) is None:
            continue
        tone = mood(at, hit.last, _stems())
        promised = any(t.lower.startswith("уәде") for t in tokens[hit.last + 1 : hit.last + 3])
        if promised or _is_announced(at, hit):
            continue  # a pledge
        if tone in (Mood.DONE, Mood.PLANNED) and (not _is_attribute(at, hit) or _is_called_help(at, hit)):
            yield hit, tone


def _is_announced(at: At, act: Hit) -> bool:
    """«… сыйлайтынын мәлімдеді» without a number: what somebody says he will give."""
    word = at.sentence.tokens[act.last].lower
    counted = any(n.quantity.unit for n in at.numbers_in(at.sentence.span))
    return word.endswith(("тынын", "тінін", "тындығын", "тіндігін")) and not counted


def _is_attribute(at: At, act: Hit) -> bool:
    """«министрлік таратқан хабар»: a participle told of the noun behind it."""
    reading = verb(at.sentence.tokens[act.last], _stems())
    after = at.sentence.tokens[act.last + 1 : act.last + 2]
    if reading is None or reading.form != "participle" or reading.case != Case.NOM or not after:
        return False
    return after[0].kind == "word" and not is_auxiliary(after[0].lower)


def _is_help(at: At, act: Hit, keys: frozenset[str]) -> bool:
    """Whether what is given is help: called so, given for nothing, or sent after a calamity to those who suffer."""
    if _is_called_help(at, act):
        return "general" not in keys
    if "general" in keys or act.key == "given":
        return False
    goods = bool(keys & {"relief", "equipment"}) or _is_money(at)
    if "free" in keys or act.key == "gift":
        return goods or (act.key == "collected" and _after_calamity(at))
    arriving = at.sentence.tokens[act.last].lower.startswith(_ARRIVING)
    if act.key == "sent" and "urgent" in keys and "trade" not in keys and not arriving:
        return True  # nobody sells rescuers, and vaccine by the dose is given
    if _after_calamity(at):
        return goods or act.key == "collected"
    needed = bool(keys & {"relief", "equipment"}) and bool(_dative_keys(at) & {"needy", "people"})
    return act.key == "sent" and needed and "trade" not in keys


def _is_called_help(at: At, act: Hit) -> bool:
    """«көмек жіберді», «жіберген көмек», «көмек ретінде берілді»: the word stands near the verb."""
    tokens = at.sentence.tokens
    for hit in _table().find(tokens, overlapping=True):
        if hit.key != "help":
            continue
        reading = verb(tokens[act.last], _stems())
        attributive = reading is not None and reading.form == "participle" and reading.case == Case.NOM
        if (
            act.first <= hit.first <= act.last
            or 0 < act.first - hit.last <= _REACH
            or (0 < hit.first - act.last <= _REACH and attributive)
        ):
            return True
    return False


def _is_sold(at: At, keys: frozenset[str]) -> bool:
    return "trade" in keys and "free" not in keys


def _is_money(at: At) -> bool:
    return any(len(number.quantity.unit) == _CURRENCY for number in at.sentence.numbers)


def _dative_keys(at: At) -> frozenset[str]:
    return _keys([token for token in at.sentence.tokens if token.case == Case.DAT])


def _when(at: At, act: Hit, tone: Mood) -> Moment | None:
    """The sending's own date; else that of the need, in the same sentence; else the day that the text tells of."""
    found = moment(at, act.span, past=tone == Mood.DONE)
    if found and found.span and at.sentence.span.covers(found.span):
        return found
    need = _of_the_need(at, act)
    if need or found:
        return need or found
    return None if is_before(at, act.span) or not _is_called_help(at, act) else _report_day(at)


def _after_calamity(at: At) -> bool:
    """Whether this sentence or the one before it in the paragraph tells of a calamity."""
    near = (at, *(other for other in at.before(1) if at.same_paragraph(other)))
    return any("calamity" in _keys(other.sentence.tokens) for other in near)


def _goes_abroad(at: At, giver: str, act: Hit) -> bool:
    """Whether something in the dative receives it, and no place of the giver's own."""
    takers = [country for country, case in _sides(at) if case != Case.NOM]
    if any(country != giver for country in takers):
        return True
    if any(country == giver and case in (Case.DAT, Case.LOC) for country, case in _sides(at)):
        return False
    if _is_called_help(at, act) or (giver != at.reading.home and _after_calamity(at)):
        return True
    if act.key in ("gift", "collected"):
        return bool(_dative_keys(at) & {"recipient", "needy"})
    before = tokens_before(at.sentence, act.span.start)
    dated = [date.span for date in at.sentence.dates]
    return any(token.case == Case.DAT and not any(d.covers(token.span) for d in dated) for token in before)


def _of_the_need(at: At, act: Hit) -> Moment | None:
    """«2024 жылғы көктемде су басқан ауылдарға … жіберді»: the day of the calamity, where the sending has none."""
    dates = [d for d in at.sentence.dates if d.edtf and d.role != DateRole.EVERY and d.span.end <= act.span.start]
    if not dates:
        return None
    return Moment(dates[-1].edtf or "", "date of the need", dates[-1].span, dates[-1].span.of(at.reading.text))


def _report_day(at: At) -> Moment | None:
    """«таяуда ғана»: help told as news is of the document's year."""
    if at.day is None or not at.day[:4].isdigit():
        return None
    return Moment(at.day[:7], "told as news", None)


def _direction(at: At, act: Hit) -> tuple[str | None, str | None]:
    """From whom to whom, by the cases of the names: nominative or ablative gives, dative receives."""
    names = [name for name in at.names_in(at.sentence.span, *_NAMES) if name.country]
    helps = [hit for hit in _table().find(at.sentence.tokens) if hit.key == "help"]
    before = any(act.last < hit.first for hit in helps) and not any(hit.last <= act.first for hit in helps)
    start = at.sentence.tokens[act.first].span.start
    part = part_of(at, act.span)
    giver = None if before else _giver(at, [n for n in names if part.covers(n.span)], (Case.NOM, None))
    giver = giver or _giver(at, [n for n in names if not before or n.span.end <= start][:: -1 if before else 1])
    taker = _taker(at, names, giver)
    if taker is None or taker == giver:
        taker = next((country for country, case in _sides(at) if case == Case.DAT and country != giver), taker)
    if before and taker is None:
        taker = next((name.country for name in names if name.country != giver), None)
    pair = at.pair
    if len(pair) == 2 and giver in pair and (taker is None or taker == giver):
        taker = next(code for code in pair if code != giver)
    if taker and not giver and taker in pair and len(pair) == 2 and len({c for c, _ in _sides(at)}) == 1:
        domestic = taker == at.reading.home and "home" in _keys(at.sentence.tokens)
        giver = None if domestic else next(code for code in pair if code != taker)
    return giver, taker


def _sides(at: At) -> list[tuple[str, Case | None]]:
    """The states of the sentence's names with their cases, people by their town too («ошлықтарға»)."""
    names = [n for n in at.names_in(at.sentence.span, *_NAMES) if n.case is not None or n.attributive]
    found = [(n.country, _case_of(at, n)) for n in names if n.country]
    for token in at.sentence.tokens:
        if token.kind == "word" and (country := home_of(token.lower)):
            found.append((country, token.case))
    return found


def _case_of(at: At, name: NameMention) -> Case | None:
    """The case of the phrase that a name opens: «қырғыз шекарашыларына», «Жалалабат мектептеріне» receive."""
    if name.case not in (None, Case.NOM) or name.attributive:
        return name.case
    after = token_after(at.sentence, name.span.end)
    named = after is not None and any(n.span.covers(after.span) for n in at.sentence.names)
    if after is None or after.kind != "word" or named or not after.possessive:
        return name.case
    return after.case


def _giver(at: At, names: Sequence[NameMention], *groups: tuple[Case | None, ...]) -> str | None:
    for cases in groups or ((Case.NOM, None), (Case.ABL,), (Case.GEN,)):
        for name in names:
            if _case_of(at, name) in cases and not name.attributive and not _is_joined_on(name, names):
                return name.country
    return None


def _is_joined_on(name: NameMention, names: Sequence[NameMention]) -> bool:
    """«Ақтөбе мен Атырауға»: the first of two that take, not who gives."""
    if name.case not in (None, Case.NOM):
        return False
    return any(
        other.case == Case.DAT and 0 < other.span.start - name.span.end <= _JOINED and other.country == name.country
        for other in names
    )


def _goes_out(name: NameMention) -> bool:
    return name.case in (Case.DAT, Case.GEN, Case.LOC) or name.attributive


def _taker(at: At, names: Sequence[NameMention], giver: str | None) -> str | None:
    """The dative; else the state whose region or people suffered («Ош облысындағы … зардап шеккендерге»)."""
    for name in names:
        if _case_of(at, name) == Case.DAT and name.country != giver:
            return name.country
    for name in names:
        if name.country != giver and (_goes_out(name) or _owns_dative(at, name)):
            return name.country
    return None


def _owns_dative(at: At, name: NameMention) -> bool:
    """«Қазақстан өңірлеріне»: a state before the dative that belongs to it."""
    following = tokens_after(at.sentence, name.span.end)[:2]
    return any(token.case == Case.DAT and token.possessive for token in following)


def _purpose(at: At) -> str | None:
    """What the help was for: named in the sentence, else in the next one or the one before."""
    for other in (at, *at.after(2), *at.before(1)):
        if not at.same_paragraph(other):
            continue
        hits = _purposes().find(other.sentence.tokens)
        if hits:
            return hits[0].key
    return None


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    return _table().keys(tokens)


@cache
def _stems() -> frozenset[str]:
    return stems(*(load("aid", Words).words[key] for key in _GIVING))


@cache
def _gate() -> Gate:
    words = load("aid", Words).words
    return Gate(*(words[key] for key in _GIVING))


@cache
def _table() -> PhraseTable:
    return PhraseTable(load("aid", Words).words)


@cache
def _purposes() -> PhraseTable:
    return PhraseTable(load("aid", Words).purposes)
