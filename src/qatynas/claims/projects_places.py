"""Where a work stands: the place that its sentence says, the one its name bears, or where the text has just been."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import Sign
from qatynas.claims.projects_attributes import unlisted_site
from qatynas.claims.projects_words import THING_WORDS, WORK_PLACES
from qatynas.claims.towns import site_of
from qatynas.claims.when_places import same_place
from qatynas.language.mentions import NameMention, NameType
from qatynas.model import Place, Span

_NEAR = ("ындағы", "індегі")
"""«іргесіндегі», «маңындағы»: by what it stands."""
_BESIDE = ("маң", "жан", "ірге", "қас", "түб", "іш", "тұс", "аума", "жаға", "етег", "шет", "орта")
_BACK = 3


def second_place(at: At, site: Sign | None) -> Place | None:
    """The place named right before the work's second site."""
    if site is None:
        return None
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.end <= site.span.end]
    return Place(names[-1].country, names[-1].canonical) if names else None


def place_of(at: At, told: Span) -> Place | None:
    """Where it is: a place in the locative or an attribute before the noun, else a state so."""
    area = at.sentence.span
    for kinds in ((NameType.PLACE,), (NameType.STATE, NameType.SIDE)):
        for name in reversed(at.names_in(area, *kinds)):
            if name.role == "river" and name.span.start <= told.end and (town := site_of(at, name)).country:
                return town
            if name.span.start > told.end or len(name.countries) > 1 or not name.country:
                continue
            if name.case == "loc" or name.attributive or _names_a_site(at, name):
                site = unlisted_site(at, told.end) if name.type is not NameType.PLACE else None
                return Place(name.country, name.canonical if name.type is NameType.PLACE else site)
    site = unlisted_site(at, told.end)
    if site and at.reading.home:
        return Place(at.reading.home, site)
    return same_place(at, told) or _of_any_name(at, told) or _told_before(at)


def _told_before(at: At) -> Place | None:
    """«Нарында бір жаңалық естідік. … перзентхана есігін ашады»: where the paragraph has just been."""
    for other in at.before(_BACK):
        if not other.same_paragraph(at):
            return None
        for name in reversed(other.names_in(other.sentence.span, NameType.PLACE)):
            if name.country and (name.case == "loc" or name.attributive or name.role in WORK_PLACES):
                return Place(name.country, name.canonical)
    return None


def _of_any_name(at: At, told: Span) -> Place | None:
    """«Мерке қант зауытының желісі», «Адыгене зертханасы»: any place that the work bears in its name."""
    names = [n for n in at.names_in(told, NameType.PLACE) if n.country]
    return Place(names[0].country, names[0].canonical) if names else None


def _names_a_site(at: At, name: NameMention) -> bool:
    """«Ақсай» бекетінде, «Бішкек іргесіндегі»: the name of what stands in the locative, or is near."""
    after = [t for t in at.sentence.tokens if t.span.start >= name.span.end and t.kind == "word"][:2]
    if len(after) == 2 and after[1].lower.startswith(_BESIDE) and after[1].case in ("loc", "abl"):
        return name.case == "gen" or bool(after[0].case == "gen" and after[0].possessive)  # «Қордай» бекетінің маңынан
    after = after[:1]
    return any(
        (t.case == "loc" and (t.possessive or t.lemmas & THING_WORDS)) or (t.attributive and t.lower.endswith(_NEAR))
        for t in after
    )
