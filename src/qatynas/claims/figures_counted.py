"""Things that are counted: named right after their number, before «саны», or as the subject in the plural."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_before
from qatynas.claims.figures_choice import MORE_PEOPLE, TAUGHT, TRADED_THINGS, Choice
from qatynas.claims.figures_lean import OTHER
from qatynas.claims.figures_marks import marked
from qatynas.claims.figures_people import is_person, is_person_alone
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import COUNTED, Mark, begins, indicators, marks, noun
from qatynas.language.mentions import Case
from qatynas.language.stems import analyse
from qatynas.model import Span

_RIGHT_BEFORE = 4  # characters: «әр» may stand between
_THINGS = 10_000_000  # above it are sums, not things
_COUNTED_WITHIN = 45  # characters after a number in which the thing that it counts begins


def counted(said: Said) -> Choice | None:
    """«195 тауар түрі», «он төрт құжатқа»: the noun right after the number, or before «саны»."""
    if said.unit_kind in ("percent", "times"):
        return _share_of_those(said) or _whose_number(said)
    if said.unit_kind not in ("count", "person", "bare"):
        return None
    if staff := _of_a_school(said):
        return staff
    if said.unit_kind != "bare" and (taught := _taught_for_nothing(said)):
        return taught
    counted_span = said.number.counted_span
    if counted_span is not None and said.unit_kind != "bare":
        direct = [m for m in marked(said, COUNTED) if m.span.meets(counted_span)]
        if direct:
            best = max(direct, key=lambda m: len(m.span))
            if best.indicator.code == "migration.persons" and said.has("live", said.reach):
                return Choice(OTHER, "people who live there", best.span)
            if best.indicator.code == "enterprises.count" and took_part(said):
                return Choice(OTHER, "who took part", best.span)
            return Choice(best.indicator, "the thing counted", best.span)
    if (
        parted(said.number, said.at.sentence) or said.number.quantity.value > _THINGS
    ):  # «101 миллионы … компаниялардың үлесінде»
        return _whose_number(said)
    stop = min(said.number.digits.end + _COUNTED_WITHIN, said.piece.end + _COUNTED_WITHIN)
    following = [n.span.start for n in said.siblings if n.span.start > said.number.digits.end]
    stop = min([stop, *following])
    after = [
        m for m in marked(said, COUNTED) if said.number.digits.end <= m.span.start < stop and not _verb_between(said, m)
    ]
    if after:
        best = min(after, key=lambda m: (m.span.start, -len(m.span)))
        return Choice(best.indicator, "the thing counted", best.span)
    return _whose_number(said)


def took_part(said: Said) -> bool:
    """«форумға екі жүз компания жиналды», «Көрме ашылады. Оған 60 фирма келеді»: who came to a meeting."""
    if said.has("gather", said.reach) and said.has("meeting", said.at.sentence.span):
        return True
    there = said.has("to_that", Span(said.at.sentence.span.start, said.number.span.start))
    comes = said.has("goes", said.ahead) or said.has("gather", said.ahead)
    told = any(said.at.same_paragraph(at) and marks(at.sentence).has("meeting") for at in said.at.before(1))
    return there and comes and told


def _taught_for_nothing(said: Said) -> Choice | None:
    """«бір-бірінің отыз бес талапкерін тегін оқытады»: places without pay for those who learn."""
    free = said.marks.spans("free_of_charge", said.ahead)
    if not free or not said.has("teaches", said.ahead) or not said.has("learners", said.ahead):
        return None
    return Choice(indicators()["education.grants"], TAUGHT, free[0])


def _of_a_school(said: Said) -> Choice | None:
    """«он тоғыз жоғары оқу орнының басшысы»: people of places of learning who do not learn there."""
    head = next((t for t in said.counted_words if is_person(t)), None)
    if said.unit_kind != "person" or head is None or head is said.counted_words[0]:
        return None
    before = Span(said.number.digits.end, head.span.start)
    owned = any(before.covers(m.span) for m in said.marks.indicators if m.indicator.code == "education.students")
    learns = any(m.span.meets(head.span) for m in said.marks.indicators if m.indicator.code.startswith("education."))
    owner = said.tokens(before)[-1:]
    if not owned or learns or (owner[0].case is not Case.GEN and not head.possessive):
        return None
    return Choice(OTHER, "people of places of learning", head.span)


def _share_of_those(said: Said) -> Choice | None:
    """«компаниялардың әр алтыншысы», «студенттердің 40 пайызы»: a share of things that stand right before it."""
    before = [m for m in marked(said, COUNTED) if 0 <= said.number.span.start - m.span.end <= _RIGHT_BEFORE]
    for mark in before[-1:]:
        owner = said.tokens(mark.span)[-1]
        if owner.case is Case.GEN and (owner.plural or mark.indicator.unit == "person"):
            return Choice(mark.indicator, "the things that a share is of", mark.span)
    return None


def _whose_number(said: Said) -> Choice | None:
    """«кәсіпорындардың саны …»: the noun before «саны»."""
    for span in (said.left, said.led):
        if said.has("count_word", span):
            before = [m for m in marked(said, COUNTED) if span.covers(m.span)]
            if before:
                best = max(before, key=lambda m: (m.span.end, len(m.span)))
                return Choice(best.indicator, "the thing whose number is given", best.span)
            doing = [
                m for m in said.marks.indicators if m.indicator.code == "education.students" and span.covers(m.span)
            ]
            if doing and said.unit_kind == "bare" and _people_in(said, span):  # «Бішкекте оқитын балалардың саны»
                return Choice(doing[-1].indicator, "people whose number is given", doing[-1].span)
            again = said.memory.last(said, "other", reach=0)
            if said.unit_kind == "bare" and not doing and again is None and _things_in(said, span):
                if traded := _brought_or_sent(said, span):
                    return traded
                return Choice(OTHER, "things whose number is given", said.marks.spans("count_word", span)[-1])
            named = any(m.strength == "words" and said.reach.covers(m.span) for m in marked(said, "words"))
            working = said.has("labour", said.reach)
            if said.unit_kind == "person" and not named and not doing and not working and _people_in(said, span):
                return Choice(OTHER, "people whose number is given", said.marks.spans("count_word", span)[-1])
            return None
    if things := object_counted(said):
        people = _people_in(said, things)
        return Choice(OTHER, MORE_PEOPLE if people else "things that are made more or fewer", things)
    if subject := _subject_counted(said):
        return Choice(subject.indicator, "those whose number is given", subject.span)
    if said.number.case in (Case.ABL, Case.DAT) and said.unit_kind == "bare":
        beside = [m for m in marked(said, COUNTED) if 0 < said.number.span.start - m.span.end <= 1]
        for mark in beside:  # «грантты 50-ден 80-ге көбейтті»
            if any(t.case is Case.ACC for t in said.tokens(mark.span)):
                return Choice(mark.indicator, "the thing that is made more or less", mark.span)
    return None


def object_counted(said: Said) -> Span | None:
    """«рұқсат қағазын 12 мыңнан 18 мыңға өсіреді», «рейсті онға жеткізбек»: things, as the object right before bare
    numbers, that somebody makes more or fewer."""
    if said.unit_kind != "bare" or said.number.case not in (Case.ABL, Case.DAT):
        return None
    if said.number.quantity.value > _THINGS:
        return None
    if not any(said.has(key, said.reach) for key in ("rise", "fall", "adding")) and not any(
        noun("brings", (reading.lemma,)) for _, reading in said.verbs
    ):
        return None
    numbers = [n.span for n in said.siblings]
    for token in reversed(tokens_before(said.at.sentence, said.number.span.start)):
        if any(span.covers(token.span) for span in numbers):
            continue
        sums = noun("money_words", token.lemmas) or noun("flows_told", token.lemmas) or noun("measured", token.lemmas)
        named = any(m.span.covers(token.span) for m in said.marks.indicators)
        named = named or said.has("carry", token.span) or said.has("same_thing", token.span)
        thing = token.kind == "word" and token.case is Case.ACC and not sums and not named
        return token.span if thing and not begins("trading", token.lower) else None
    return None


def _brought_or_sent(said: Said, span: Span) -> Choice | None:
    """«Қырғызстаннан әкелінген автомобильдердің саны»: things that one side bought of the other or sold it."""
    for token in said.tokens(span):
        reading = verb_of(token)
        if reading is None or reading.form != "participle" or reading.possessor:
            continue
        bought, sold = begins("brought", token.lower), begins("sent_out", token.lower)
        if bought != sold and any(r.case in (Case.ABL, Case.DAT) for r in roles(said, span)):
            return Choice(indicators()["trade.import" if bought else "trade.export"], TRADED_THINGS, token.span)
    return None


def _things_in(said: Said, span: Span) -> bool:
    """«кезекте тұрған фуралардың саны», «бағдарлама саны»: things in the plural genitive or bare before «саны»."""
    place = said.marks.spans("count_word", span)[-1]
    before = tokens_before(said.at.sentence, place.start)[-1:]
    that = noun("pointers", (said.tokens(place)[0].lower,))  # «бұл сан»
    if that or not before or before[0].kind != "word" or noun("leaning", (before[0].lower,)):
        return False
    best = analyse(before[0].lower)[0]
    plain = not noun("number_of", (before[0].lower,)) and not noun("pointers", (before[0].lower,))
    bare = plain and best.pos == "noun" and best.known and not best.suffix
    owner = (before[0].plural and before[0].case is Case.GEN) or bare
    return owner and not _people_in(said, before[0].span)


def _people_in(said: Said, span: Span) -> bool:
    return any(is_person(t) or noun("folk", t.lemmas) or is_person_alone(t) for t in said.tokens(span))


def _subject_counted(said: Said) -> Mark | None:
    """«… құрған фирмалар тоғыз жүз отызға жеткен»: things in the plural right before their bare number."""
    if said.unit_kind not in ("bare", "times"):
        return None
    marks = [m for m in marked(said, COUNTED) if m.span.end <= said.number.span.start and said.reach.covers(m.span)]
    for mark in marks[-1:]:
        owner = said.tokens(mark.span)[-1:]
        between = [t for t in said.tokens(Span(mark.span.end, said.number.span.start)) if t.kind == "word"]
        plain = all(noun("hedging", (t.lower,)) or noun("leaning", (t.lower,)) for t in between)
        if owner and owner[0].plural and owner[0].case is Case.NOM and plain:
            return mark
    return _before_a_colon(said)


def _before_a_colon(said: Said) -> Mark | None:
    """«… келген студенттер де аз емес: бір мың тоғыз жүзге жетті»: those whom the words before a colon speak of."""
    if said.unit_kind != "bare":
        return None
    words = said.at.reading.text[said.led.start : said.led.end].rstrip()
    ahead = [t for t in said.tokens(said.left) if t.kind == "word"]
    dated = [d.span for d in said.at.sentence.dates]
    hedged = all(noun("hedging", (t.lower,)) or any(d.covers(t.span) for d in dated) for t in ahead)
    if not words.endswith(":") or not hedged:
        return None
    for mark in reversed([m for m in marked(said, COUNTED) if said.led.covers(m.span)]):
        named = said.tokens(mark.span)[-1:]
        if named and named[0].plural and named[0].case in (Case.NOM, Case.ACC, Case.GEN):
            return mark
    return None


def _verb_between(said: Said, mark: Mark) -> bool:
    between = Span(said.number.digits.end, max(mark.span.start, said.number.digits.end))
    inside = said.tokens(between)
    having = inside[-1:] if inside and noun("having", (inside[-1].lower,)) else ()  # «капиталы бар кәсіпорын»
    return any(is_finite(token) for token in inside if token not in having)
