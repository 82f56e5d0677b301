"""The sides of what goes from one to the other where only the text's own words tell them: things, people, money."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_choice import PART_OF_THOSE, Choice
from qatynas.claims.figures_named import as_in
from qatynas.claims.figures_people import is_person
from qatynas.claims.figures_roles import OF_PLACE, Role, Sides, first_of, near_roles, other_of, roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import begins, marks, noun
from qatynas.language.mentions import Case, NameType
from qatynas.model import Span

_SENT = ("m3", "t", "kWh")  # what one side sends to the other
_NO_WAY = ("between", "traffic", "border")  # words for what is of both
_PEOPLE = ("migration.persons", "education.students", "other")
_NO_DEED = ("km", "percent", "times")
_DEEDS = ("past", "perfect", "inferred", "present", "intention", "converb")  # forms of a verb that somebody does


def stated(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """Only where the text says whence or whither: «Қазақстаннан Қырғызстанға жөнелтілді»."""
    if said.has("between", said.piece) or _is_size(said):
        return None, None
    found = [role for role in roles(said, said.reach) if role.country in parties]
    if not found and said.unit_kind == "person":
        found = near_roles(said, parties)
    posts = [n.span for n in said.at.names_in(said.at.sentence.span, NameType.PLACE) if n.role == "post"]
    found = [role for role in found if role.span not in posts]  # «Қордайдан өтеді»
    edges = {span.start for span in said.marks.spans("border", said.reach)}  # «X – Y шекарасынан»
    found = [role for role in found if not edges & {role.span.end, role.span.end + 1}]
    leaves, reaches = first_of(found, parties, Case.ABL), first_of(found, parties, Case.DAT)
    if said.number.rate and leaves and reaches and _of_towns(said):
        return None, None  # «Алматыдан Ошқа аптасына төрт рейс ұшады»: there and back
    if leaves and (reaches or choice.indicator.code == "other"):
        return leaves, reaches or other_of(parties, leaves)
    moving = choice.leans is not None and choice.leans.from_ and choice.leans.to and said.unit_kind == "money"
    if moving and (leaves is None) != (reaches is None):
        return leaves or other_of(parties, reaches), reaches or other_of(parties, leaves)
    if choice.indicator.code == "other" and said.unit_kind == "percent":
        doer = first_of(found, parties, Case.NOM)
        if doer and choice.rule == PART_OF_THOSE and said.has("bears", said.ahead):
            return doer, None  # «бұл қаражаттың төрттен бірін қырғыз тарапы салады»
        whose = reaches or first_of([r for r in found if not r.owner], parties, Case.LOC)
        falls = said.has("falls_to", said.ahead) and whose  # «акцияның 34 пайызы Бішкекте қалады»
        return None, falls or (reaches if said.has("share", said.reach) else None)  # «34 пайызы Қырғызстанға тиесілі»
    if choice.indicator.code == "other" and (
        way := _spent_by_guests(said, found) or _theirs(said) or _let(said, parties)
    ):
        return way
    if choice.indicator.code == "transport.passengers" and (way := _bound_for(said, parties)):
        return way
    if choice.indicator.code == "other" and (way := _sent_to(said, reaches, parties)):
        return way
    if choice.indicator.code == "other" and (way := _by_doer(said, found, parties)):
        return way
    if choice.indicator.code == "other" and said.unit_kind in ("person", "count") and (way := _guests(said, parties)):
        return way
    if choice.indicator.code == "transport.freight" and (leaves is None) != (reaches is None):
        return leaves or other_of(parties, reaches), reaches or other_of(parties, leaves)
    if choice.indicator.code == "other" and (way := _across(said, parties)):
        return way
    if choice.indicator.code == "other" and choice.leans is None and _came_along(said):
        return told_just_before(said, parties) or (None, None)
    return None, None


def _is_size(said: Said) -> bool:
    """«600 орындық мектеп», «он бес мың тонналық қойма»: how large a thing is, which goes nowhere."""
    words = [t for t in (*said.tokens(said.number.span), *said.counted_words[:1]) if t.kind == "word"]
    return said.unit_kind in ("t", "count") and bool(words) and words[-1].lower.endswith(OF_PLACE)


def _across(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """«14 қырғыз баласы Алматы ауруханаларында ем алды»: what those of one side do, have or bring at the other; but
    not who lives there, what stands between the two, traffic there and back."""
    whole = Span(said.at.sentence.span.start, said.reach.end)
    if said.unit_kind in _NO_DEED or any(said.has(key, whole) for key in _NO_WAY):
        return None
    if said.unit_kind == "person" and _settled(said):
        return None
    doers, there = _doers_and_places(said, said.reach, parties)
    if not (doers and there):
        doers, there = _doers_and_places(said, whole, parties)
    return (doers.pop(), there.pop()) if len(there) == len(doers) == 1 and there != doers else None


def _came_along(said: Said) -> bool:
    """«Талас делегациясы Таразға келді. Құрамында 35 адам бар»: people of those who went, told just before."""
    at = next(iter(said.at.before(1)), None)
    gone = at is not None and any(marks(at.sentence).has(key) for key in ("goes", "sent", "arrived"))
    return gone and said.unit_kind == "person"


def told_just_before(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """«Қазақстан Өзбекстанда 1 100 кәсіпорын ашты. Инвестиция көлемі …»: who did something where, in the sentence
    before, if it stands in the same paragraph and nobody is named with the number."""
    at = next(iter(said.at.before(1)), None)
    if at is None or not said.at.same_paragraph(at) or roles(said, said.at.sentence.span):
        return None
    if any(said.has(key, said.at.sentence.span) for key in ("each_other", "mutual", "between")):
        return None
    doers, there = _doers_and_places(as_in(said, at), at.sentence.span, parties)
    return (doers.pop(), there.pop()) if len(there) == len(doers) == 1 and there != doers else None


def _doers_and_places(said: Said, span: Span, parties: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The sides whose people or bodies do something there, and those where or for whom it is done."""
    named = [role for role in roles(said, span) if role.country in parties]
    there = {role.country for role in named if role.case in (Case.LOC, Case.DAT)}
    doers = {role.country for role in named if role.case is Case.NOM}
    return doers | ({role.country for role in named if role.case is Case.GEN} - there), there


def _settled(said: Said) -> bool:
    """Whether people are told to be there, not to do anything: «Қырғызстанда 35 мың қазақ тұрады»."""
    deed = any(reading.known and reading.form in _DEEDS for _, reading in said.verbs)
    standing = any(
        said.has(key, said.ahead) for key in ("reaches", "share")
    )  # «37 мыңға жетті», «40 мың адамды құрайды»
    return not deed or standing or _lives(said) or said.has("jobs", said.reach)


def together(said: Said) -> bool:
    """«Екі қазына 1,4 миллиард теңге қарастырды», «екі бағытты қоса алғанда …»: what both do flows nowhere."""
    return said.has("both_as_one", said.reach) and not said.number.each and not said.has("apiece", said.reach)


def _of_towns(said: Said) -> bool:
    """Whether what goes is traffic between towns, no state named."""
    named = said.at.names_in(said.reach, NameType.STATE, NameType.SIDE)
    return not named and said.has("traffic", said.reach)


def _sent_to(said: Said, reaches: str | None, parties: tuple[str, ...]) -> Sides | None:
    """«Бішкекке 1 870 сұрау салу жолданды», «Ыстықкөл жаққа 27 мың қой айдап өтті»: what goes to one side comes from
    the other; «қырғыз туристері бізде 35 миллион доллар жұмсады», «қазақстандықтар көл жағасында …»."""
    if said.number.each or said.number.rate or said.has("each_other", said.reach) or said.has("live", said.reach):
        return None
    if said.unit_kind == "money" and said.has("to_home", said.reach) and not roles(said, said.reach):
        last = said.memory.last(said, *_PEOPLE, reach=2)
        if last is not None and last.from_ and last.to:
            return last.to, last.from_  # «олар үйлеріне 92 миллион доллар аударды»
    moved = any(said.has(key, said.reach) for key in ("sent", "on_the_way", "handed_on"))
    if reaches and moved and said.unit_kind in ("count", "person", "money", "t"):
        return other_of(parties, reaches), reaches
    if said.unit_kind != "money" or not said.has("left_there", said.ahead):
        return None
    doers = {r.country for r in roles(said, said.reach) if r.case is Case.NOM and (r.owner or r.country)}
    doers &= set(parties)
    there = {r.country for r in roles(said, said.reach) if r.case in (Case.LOC, Case.DAT)}
    doers = doers - there or doers
    return (doers.copy().pop(), other_of(parties, doers.pop())) if len(doers) == 1 else None


def _by_doer(said: Said, found: list[Role], parties: tuple[str, ...]) -> Sides | None:
    """«Қазақстан Қырғызстанда 17 шара ұйымдастырды», «Бішкек 4 миллион теңге бөлді»: from who does it to the other."""
    text = said.at.reading.text
    before = [r for r in found if r.span.end <= said.number.span.start]
    before = [r for r in before if text[r.span.end : r.span.end + 2].lstrip()[:1] not in ("-", "–", "—")]  # a way
    doer = first_of([r for r in before if not r.owner or _people_of(said, r)], parties, Case.NOM)
    there = {r.country for r in found if r.case in (Case.DAT, Case.LOC)}
    if doer is None or doer in there or said.number.each or said.has("each_other", said.reach):
        return None
    way = doer, other_of(parties, doer)
    if said.unit_kind in _SENT:
        return way if there else None
    if said.unit_kind not in ("count", "person", "money") or _lives(said):
        return None
    given = any(said.has(key, said.ahead) for key in ("sent", "given"))
    given = given or (said.unit_kind == "money" and said.has("handed_on", said.ahead))
    standing = said.unit_kind == "person" and said.has(
        "reaches", said.ahead
    )  # «Қазақстандағы қырғыздар 37 мыңға жетті»
    return way if given or (there and said.verbs and not said.has("jobs", said.reach) and not standing) else None


def _guests(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """«Бішкектегі конференцияға жиырма қазақстандық ғалым барды»: people of one side who went to the other."""
    going = [span for span in said.marks.spans("goes", said.ahead) if not noun("having", (said.words(span).lower(),))]
    if not going and not _did_there(said):
        return None
    whole = [r for r in roles(said, Span(said.at.sentence.span.start, said.reach.end)) if r.country in parties]
    from_ = {r.country for r in whole if r.owner and r.case in (Case.NOM, Case.GEN)}
    there = {r.country for r in whole if r.case in (Case.LOC, Case.DAT)}
    if len(from_) != 1 or from_ & there or not there:
        return None
    guest = from_.pop()
    return guest, other_of(parties, guest)


def _did_there(said: Said) -> bool:
    """«көрші елде 1,3 млн қазақстандық абонент қызметке жүгінді»: what people once did, not where they live."""
    last = said.verbs[-1][1] if said.verbs else None
    once = last is not None and last.known and last.form in ("past", "perfect", "inferred")
    continuing = any(noun("continuing", (token.lower,)) for token, _ in said.verbs)
    return said.unit_kind == "person" and once and not continuing and not said.has("live", said.reach)


def _lives(said: Said) -> bool:
    """Whether people are told to live there; «тұрғызды» is no form of «тұр», nor «тұрғын»."""
    hits = [span for span in said.marks.spans("live", said.reach) if not any(map(is_person, said.tokens(span)))]
    return any(not begins("builds", said.words(span).lower()) for span in hits)


def _people_of(said: Said, role: Role) -> bool:
    """«қазақстандық құрылысшылар», «қырғыз дәрігерлері»: people of a side as those who do it."""
    after = tokens_after(said.at.sentence, role.span.end)[:1]
    return bool(after) and after[0].case is Case.NOM and after[0].plural and is_person(after[0])


def _spent_by_guests(said: Said, found: list[Role]) -> Sides | None:
    """«Бір қонақ орта есеппен үш жүз доллар қалдырады»: what the guests told of before spend there."""
    if said.unit_kind != "money" or found or not said.has("left_there", said.ahead) or not said.has("guests"):
        return None
    last = said.memory.last(said, "tourism.visitors", reach=3)
    return (last.from_, last.to) if last is not None and last.from_ and last.to else None


def _theirs(said: Said) -> Sides | None:
    """«Бішкекте үш қазақ банкі бар. Олардың жиынтық активі – 58 млрд сом»: what firms of one side have in the other."""
    if said.unit_kind not in ("money", "percent", "person") or not said.has("firms_own", said.reach):
        return None
    last = said.memory.last(said, "enterprises.count", reach=1)
    return (last.from_, last.to) if last is not None and last.from_ and last.to else None


def _let(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """«Жамбыл облысының 6 400 гектары қырғыз шаруаларына жалға берілді»: what one side owns and lets to the other."""
    if not said.has("let", said.ahead):
        return None
    named = [r for r in roles(said, Span(said.at.sentence.span.start, said.reach.end)) if r.country in parties]
    taker = first_of(named, parties, Case.DAT)
    owner = first_of([r for r in named if r.country != taker], parties, Case.GEN, Case.NOM, Case.LOC)
    return (owner, taker) if taker and owner else None


def _bound_for(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """«Соның алты мыңы – көлге асыққан қазақстандық», «үш мыңы – Алматыға бет алған қырғыз ағайын»: a part of those who
    cross, by whose people they are and where they are bound."""
    behind = said.ahead
    named = [r for r in roles(said, behind) if r.country in parties]
    whose = {r.country for r in named if r.owner or r.case is Case.NOM}
    there = {r.country for r in named if r.case is Case.DAT}
    bound = there or said.has("bound", behind)
    if said.unit_kind not in ("person", "bare") or len(whose - there) != 1 or not bound:
        return None
    guest = next(iter(whose - there))
    return guest, other_of(parties, guest)
