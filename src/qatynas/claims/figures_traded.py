"""Who sells and who buys: the sides of exports, imports and what is left between them."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_choice import BY_WAY, NAMED_BEFORE, Choice
from qatynas.claims.figures_roles import Role, Sides, first_of, near_roles, other_of, roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import goods, noun
from qatynas.language.mentions import Case, NameType
from qatynas.model import Span


def parties_near(said: Said, parties: tuple[str, ...]) -> list[Role]:
    """The parties named in the number's own words; where none is, those near it."""
    own = [role for role in roles(said, said.piece) if role.country in parties]
    return own or near_roles(said, parties)


def seller(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """The exporter: who owns the export, who sells; home where the text names nobody."""
    found = parties_near(said, parties)
    owns = next((r.country for r in found if choice.span and 0 < choice.span.start - r.span.end <= 1 and r.owner), None)
    giver = first_of(found, parties, Case.ABL) or owns or first_of(found, parties, Case.NOM, Case.GEN)
    taker = first_of(found, parties, Case.DAT, Case.LOC)
    if giver is None and taker is None and choice.rule == BY_WAY and said.home in parties:
        return said.home, other_of(parties, said.home)
    if giver is None and taker is None:
        if choice.leans is not None and choice.leans.from_ and choice.leans.indicator in kin(choice.indicator.code):
            return choice.leans.from_, choice.leans.to
        last = said.memory.last(said, *kin(choice.indicator.code), reach=2)
        against = _other_way(said, "trade.import")
        bought = against is not None and against[1] == said.home  # «көрші бізден … сатып алды. Ұн экспорты өсті»
        giver = last.from_ if last else against[0] if against and not bought else said.home
    if giver is None:
        giver = other_of(parties, taker)
    return (giver, other_of(parties, giver)) if giver in parties else (None, None)


def buyer(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """The importer takes: from whom it comes tells most, then who buys; home where the text names nobody."""
    found = [role for role in roles(said, said.piece) if role.country in parties]
    found = found or [role for role in roles(said, said.reach) if role.country in parties]
    shared = choice.span is not None and choice.span.start > said.number.span.start and not said.led.covers(choice.span)
    if (not found or all(r.owner and r.case is Case.NOM for r in found)) and shared and said.unit_kind == "t":
        found = [role for role in roles(said, Span(said.led.start, said.reach.end)) if role.country in parties]
    if not found and choice.rule == NAMED_BEFORE:
        found = [role for role in roles(said, said.led) if role.country in parties]
    if not found and (known := _other_way(said, "trade.export")):
        return known
    if not found and choice.rule == BY_WAY and said.home in parties:
        return other_of(parties, said.home), said.home
    giver = first_of([r for r in found if not r.owner], parties, Case.ABL) or first_of(found, parties, Case.ABL)
    giver = giver or next((r.country for r in found if r.owner and _goods_of(said, r)), None)
    if giver is None:
        taker = first_of(found, parties, Case.DAT, Case.LOC) or first_of(found, parties, Case.NOM, Case.GEN)
        if taker is None:
            last = (
                choice.leans if choice.leans is not None and choice.leans.indicator == choice.indicator.code else None
            )
            last = last or said.memory.last(said, choice.indicator.code, reach=2)
            taker = (last.to if last else None) or _whose_statistics(said, parties) or said.home
        giver = other_of(parties, taker)
    return (giver, other_of(parties, giver)) if giver in parties else (None, None)


def _whose_statistics(said: Said, parties: tuple[str, ...]) -> str | None:
    """«Қырғыз Ұлттық статистика комитетінің анықтамасында импорт – 31 мың»: of the state that counts."""
    data = said.marks.spans("data_of", said.at.sentence.span)
    told = [n for n in said.at.names_in(said.at.sentence.span, NameType.ORGANISATION) if n.country in parties]
    return next((n.country for n in told if any(0 <= span.start - n.span.end <= 1 for span in data)), None)


def _goods_of(said: Said, role: Role) -> bool:
    """«өзбек тауарларының импорты»: goods of a side, which come from it."""
    after = tokens_after(said.at.sentence, role.span.end)[:2]
    return bool(after) and (noun("wares", after[0].lemmas) or bool(goods(after)))


def _other_way(said: Said, code: str) -> Sides | None:
    """«… экспорт 1,1 млрд, импорт 430 млн»: the flow against the one told just before."""
    last = said.memory.last(said, code, reach=1)
    return (last.to, last.from_) if last and last.from_ and last.to else None


def surplus(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """A surplus is of the side that sells more, a shortfall of the one that buys more; home's where nobody is named."""
    whole = Span(said.at.sentence.span.start, said.reach.end)
    here = said.reach if said.has("surplus", said.reach) or said.has("shortfall", said.reach) else whole
    gain, loss = said.has("surplus", here), said.has("shortfall", here)
    if gain == loss:
        return None, None
    found = [role for role in roles(said, here) if role.country in parties]
    owner = first_of(found, parties, Case.GEN, Case.NOM, Case.LOC) or other_of(
        parties, first_of(found, parties, Case.INS)
    )
    owner = owner or said.home
    if owner not in parties:
        return None, None
    return (owner, other_of(parties, owner)) if gain else (other_of(parties, owner), owner)


def kin(code: str) -> tuple[str, ...]:
    """Indicators whose direction this one shares."""
    if code.startswith("investment."):
        return ("investment.flow", "investment.stock")
    if code in ("trade.export", "trade.export_potential", "trade.commodity_lines"):
        return ("trade.export", "trade.export_potential", "trade.commodity_lines")
    return (code,)
