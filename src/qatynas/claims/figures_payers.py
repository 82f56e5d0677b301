"""Who bears the cost of a work, or a part of it."""

from __future__ import annotations

from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_roles import Role, Sides, country_of, first_of, roles, side_in_name
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_words import noun
from qatynas.language.mentions import Case, NameType


def payer(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """The cost of a work flows nowhere; a share of it is its payer's."""
    found = [role for role in roles(said, said.piece) if role.country in parties]
    if said.unit_kind != "percent":
        if paid := _paid(said, found, parties):
            return paid, None
        led = [role for role in roles(said, said.led) if role.country in parties]
        pays = first_of(found, parties, Case.NOM)
        there = first_of(found + led, parties, Case.LOC, Case.DAT)
        return (pays, there) if pays and there and pays != there and said.has("spent", said.ahead) else (None, None)
    borne = [role for role in roles(said, said.reach) if role.country in parties and role.owner]
    if borne and said.has("borne", said.reach):
        return borne[0].country, None  # «үштен екісі қазақ тарапының мойнында»
    return first_of(found, parties, Case.NOM, Case.GEN) or _paying_body(said, parties), None


def _paying_body(said: Said, parties: tuple[str, ...]) -> str | None:
    """«үштен бірін «Қазақфильм» көтереді», «төрттен бірін Бішкек банкі берген»: the side of a body, by its name."""
    for name in said.at.names_in(said.piece, NameType.ORGANISATION, NameType.QUOTED):
        country = country_of(said, name) or side_in_name(name.canonical)
        if country in parties:
            return country
    return None


def _paid(said: Said, found: list[Role], parties: tuple[str, ...]) -> str | None:
    """«мұның 300 миллионын қырғыз тарапы шығармақ», «12 миллионын Қазақстан, 9 миллионын Қырғызстан төлейді»: who
    bears a part of the cost; «Қырғыз жағы 95 млн сом қосады»."""
    doer = first_of([r for r in found if not r.owner or _as_side(said, r)], parties, Case.NOM)
    if doer is None or any(r.case in (Case.DAT, Case.LOC) for r in found):
        return None
    if parted(said.number, said.at.sentence):
        return doer if said.has("bears", said.ahead) or said.number.case is Case.ACC else None
    placed = said.at.names_in(said.at.sentence.span, NameType.PLACE, NameType.QUOTED)
    return doer if said.has("bears", said.ahead) and not placed else None


def _as_side(said: Said, role: Role) -> bool:
    """«қырғыз тарапы», «қазақ жағы»: a side called as such."""
    return any(noun("side_heads", token.lemmas) for token in said.tokens(role.span))
