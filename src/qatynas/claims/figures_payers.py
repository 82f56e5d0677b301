"""Who bears the cost of a work, or a part of it."""

from __future__ import annotations

from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_named import as_in
from qatynas.claims.figures_roles import Role, Sides, country_of, first_of, roles, side_in_name
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_stated import together
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_words import noun
from qatynas.language.mentions import Case, NameType
from qatynas.model import Span

_BACK = 2  # sentences in which the place of a work was told
_NEAR = 1  # characters between a side and «мойнында», «қалтасынан»


def payer(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """The cost of a work flows nowhere; a share of it is its payer's."""
    found = [role for role in roles(said, said.piece) if role.country in parties]
    if said.unit_kind != "percent":
        if paid := _paid(said, found, parties):
            return paid, None
        pays = first_of(found, parties, Case.NOM)
        there = _where(said, found, parties) if pays else None
        gives = said.has("spent", said.ahead) or said.has("bears", said.ahead)
        return (pays, there) if pays and there and pays != there and gives else (None, None)
    borne = _on_whom(said, parties, "borne", "purses")
    return borne or first_of(found, parties, Case.NOM, Case.GEN) or _paying_body(said, parties), None


def _where(said: Said, found: list[Role], parties: tuple[str, ...]) -> str | None:
    """On whose land the work is that money goes to: told with it, before it in the sentence, in the sentence before."""
    led = [role for role in roles(said, said.led) if role.country in parties]
    there = first_of(found + led, parties, Case.LOC, Case.DAT)
    for at in said.at.before(_BACK):
        if there or not said.at.same_paragraph(at):
            break
        there = first_of(roles(as_in(said, at), at.sentence.span), parties, Case.LOC, Case.DAT)
    return there


def bearer(said: Said, choice: Choice, parties: tuple[str, ...]) -> str | None:
    """Who bears a part of what the two spend, whatever it is counted as: «үштен бірін Бішкек мойнына алады», «соның 21
    миллионы – Қазақстанның қалтасынан», «үштен екісі біздің мойында»."""
    code = choice.indicator.code
    part = said.unit_kind == "percent" or (
        said.unit_kind in ("money", "bare") and parted(said.number, said.at.sentence)
    )
    if code not in ("other", "project.cost") or not part or together(said):
        return None
    if borne := _on_whom(said, parties, "shouldered", "purses"):
        return borne
    last = choice.leans
    spent = last is not None and last.quantity.unit not in ("count", "person", "ha", "km", "t") and last.from_ is None
    doers = [r for r in roles(said, said.reach) if r.country in parties and (not r.owner or _as_subject(said, r))]
    places = {r.country for r in doers if r.case in (Case.DAT, Case.LOC)}
    if not spent or said.number.case is not Case.ACC or not said.has("bears", said.ahead) or places:
        return None
    return first_of(doers, parties, Case.NOM)


def _on_whom(said: Said, parties: tuple[str, ...], *groups: str) -> str | None:
    """«X-тың мойнында», «біздің еншімізде», «Тараз қазынасынан»: the side right before the words for who bears it."""
    for span in [span for group in groups for span in said.marks.spans(group, said.reach)]:
        before = [r for r in roles(said, Span(said.piece.start, span.end)) if r.country in parties]
        near = [r for r in before if 0 <= span.start - r.span.end <= _NEAR or span.covers(r.span)]
        if near:
            return near[-1].country
    return None


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


def _as_subject(said: Said, role: Role) -> bool:
    """«қырғыз тарапы», «бішкектіктер»: a side called as such, or its people."""
    last = said.tokens(role.span)[-1:]
    return _as_side(said, role) or (bool(last) and last[0].plural and last[0].case is Case.NOM)
