"""Documents of which a text gives no more than the kind: «президенттер жаңа шартқа қол қойды»."""

from __future__ import annotations

from qatynas.claims.acts import part_of
from qatynas.claims.agreements_titles import Named
from qatynas.claims.agreements_words import generic_places, signs
from qatynas.claims.context import At
from qatynas.claims.when import is_tied
from qatynas.language import Hit
from qatynas.language.mentions import NameType, NumberKind
from qatynas.model import Span

UNTITLED = "document without a title"
_REACH = 8  # words between a number and what it counts
_SIDES = (NameType.STATE, NameType.SIDE, NameType.OFFICE, NameType.PERSON)
_BUSINESS = frozenset({"business", "expert"})  # whose papers bind no state
_SIGNED = frozenset({"treaty", "agreement", "protocol", "memorandum", "statement"})


def is_untitled_news(at: At, hit: Hit, document: Named) -> bool:
    """Whether states' people sign a document that the text gives no title; not «он екі шарт», which is a figure."""
    if hit.key == "signed" and is_speaking(at, hit, document):
        return True
    # «екі елдің министрлері келісімнің мәтінін дайындап жатыр»
    if hit.key == "prepared" and document.draft and document.type in _SIGNED:
        return bool(at.names_in(part_of(at, hit.span), *_SIDES))
    signed = hit.key == "signed" and document.type in {*_SIGNED, "roadmap"}
    if not signed or document.draft or _is_numbered(at, document):
        return False
    part = at.sentence.span if document.span.end > hit.span.start else part_of(at, hit.span)
    names = at.names_in(part, *_SIDES)
    if any(name.role in _BUSINESS for name in names):
        return False
    return bool(names) or is_tied(at)


def is_speaking(at: At, hit: Hit, document: Named) -> bool:
    """«Осы Хаттама … үш данада жасалды»: a document that tells of its own signing."""
    return not document.plural and "copies" in signs(at.tokens_in(part_of(at, hit.span)))


def is_another(at: At, document: Named) -> bool:
    """«жаңа шарт», «тағы бір хаттама», «бірнеше хаттама»: not the one told before."""
    before = at.sentence.tokens[max(0, document.head - 3) : document.head]
    return bool({"another", "many"} & signs(before))


def _is_numbered(at: At, document: Named) -> bool:
    """«екі меморандум», «нақты келісімдер»: how many there are is a figure's matter."""
    if at.sentence.tokens[document.head].plural:
        return True
    near = Span(at.sentence.tokens[max(0, document.head - _REACH)].span.start, document.span.end)
    numbers = [number for number in at.numbers_in(near) if number.kind == NumberKind.CARDINAL]
    sides = [name.span for name in at.sentence.names]  # the «екі» of «екі ел», the «үш» of «үш министр»
    own = [n for n in numbers if not (n.counted_span and any(side.meets(n.counted_span) for side in sides))]
    return any(n.quantity.value > 1 and not any(side.covers(n.digits) for side in sides) for n in own)


def generic(at: At) -> tuple[Named, bool] | None:
    """«он төрт құжатқа», «маңызды құжатқа»: a document without title, and whether there are several."""
    for index in generic_places(at.sentence):
        token = at.sentence.tokens[index]
        before = at.sentence.tokens[max(0, index - 1) : index]
        many = token.plural or "many" in signs(before) or any(n.counted in token.lemmas for n in at.sentence.numbers)
        return Named(index, index, index, token.span, "agreement", None, True, token.case, many), many
    return None
