"""Where a number's sentence tells of: one place only, the border, a way from one side to the other."""

from __future__ import annotations

from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import marks
from qatynas.language.mentions import Case, NameType
from qatynas.model import Span


def comes_or_goes(said: Said) -> bool:
    """«Қазақстанға экспортталмақ», «Қазақстаннан әкелінді»: goods that come to the one state named or leave it."""
    return any(role.case in (Case.DAT, Case.ABL) for role in roles(said, said.reach))


def one_town(said: Said) -> bool:
    """Whether no more than one town is named: two of one state tell of its own traffic."""
    return len(said.at.names_in(said.at.sentence.span, NameType.PLACE)) <= 1


def at_the_border(said: Said) -> bool:
    """Whether one of the two sentences before in the paragraph tells of the border."""
    return any(said.at.same_paragraph(at) and marks(at.sentence).has("border") for at in said.at.before(2))


def moves(said: Said, pair: tuple[str, ...]) -> bool:
    """Whether people come from the other side or go there."""
    whole = Span(said.at.sentence.span.start, said.reach.end)
    return any(role.country in pair and role.case in (Case.ABL, Case.DAT) for role in roles(said, whole))


def of_one_country(said: Said) -> bool:
    """Whether words for one country's own affairs stand outside names («Ұлттық экономика министрлігі»)."""
    heard = Span(said.at.sentence.span.start, said.reach.end)
    named = said.at.names_in(said.at.sentence.span, NameType.ORGANISATION, NameType.OFFICE, NameType.BODY)
    return any(not any(name.span.covers(span) for name in named) for span in said.marks.spans("one_country", heard))


def within_one(said: Said) -> bool:
    """«Нарыннан Бішкекке 300 мың тонна көмір жеткізілді»: from one place to another of the same state."""
    found = roles(said, said.reach)
    leaves = {role.country for role in found if role.case is Case.ABL and not role.owner}
    reaches = {role.country for role in found if role.case is Case.DAT and not role.owner}
    return len({role.country for role in found}) == 1 == len(leaves) and leaves == reaches
