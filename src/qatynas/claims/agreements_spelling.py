"""How a document's title and a noun out of a sentence are spelled: without their endings, with the spaces between."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.claims.agreements_words import signs
from qatynas.language import analyse
from qatynas.language.mentions import Token

_SOFTENED = {"қ": "ғ", "к": "г", "п": "б"}  # before a vowel: орталық, орталығы


def title(content: Sequence[Token], head: Sequence[Token]) -> str:
    stem = nominative(head[-1], keep_possessive=len(head) > 1 or not is_linked(content))
    parts = [*(token.text for token in content), *(token.text for token in head[:-1]), stem]
    joined = _joined(parts, [*content, *head])
    joined = _unquoted(joined)
    return joined[:1].upper() + joined[1:]


def _unquoted(joined: str) -> str:
    """Without marks of quotation around the whole; «…» around its first words stay."""
    bare = joined.strip('«»“”"„ ')
    return joined.strip() if joined[:1] == "«" and "»" in bare else bare


def is_linked(content: Sequence[Token]) -> bool:
    """Whether the title ends in «туралы», after which a possessive head noun belongs to the sides named before."""
    return "linked" in signs(content)


def _joined(parts: Sequence[str], tokens: Sequence[Token]) -> str:
    """The parts with the spaces that stand between their tokens, one at most."""
    joined = ""
    for part, token, following in zip(parts, tokens, [*tokens[1:], None], strict=False):
        joined += part
        if following is not None and (following.span.start > token.span.end or following.span.start < token.span.end):
            joined += " "
    return joined


def nominative(token: Token, *, keep_possessive: bool = True) -> str:
    """The noun without its case ending: картасына → картасы, шартты → шарт; without its possessive on request."""
    readings = [r for r in analyse(token.lower) if r.pos == "noun" and r.lemma in token.lemmas]
    for reading in [r for r in readings if r.known] or [r for r in readings if r.suffix][:1]:
        base = token.text[: len(reading.lemma)] if token.lower.startswith(reading.lemma) else reading.lemma
        if reading.possessor == "3" and keep_possessive:
            return base[:-1] + _SOFTENED.get(base[-1:], base[-1:]) + _possessive(reading.lemma)
        return base
    return token.text


def _possessive(lemma: str) -> str:
    """The third-person ending: карта → сы, жоспар → ы."""
    back = next((letter in "аоұыяё" for letter in reversed(lemma) if letter in "аоұыяёәеөүіэ"), True)
    ending = "ы" if back else "і"
    return ("с" if lemma[-1] in "аәеөоұүыіэяё" else "") + ending


def inner(title: str, noun: str) -> str | None:
    """What a title says up to a noun in it: of «A туралы келісімге өзгеріс енгізетін хаттама» «A туралы келісім»."""
    words = title.split()
    found = next((i for i, word in enumerate(words[:-1]) if i and word.lower().startswith(noun.lower())), None)
    return " ".join([*words[:found], noun.lower()]) if found is not None else None


def accusative(title: str) -> str:
    """The title in the accusative: келісім → келісімді, шарт → шартты, хаттамасы → хаттамасын."""
    last = title.split()[-1].lower()
    back = next((letter for letter in reversed(last) if letter in "аәеоөұүыіэияё"), "е") in "аоұыя"
    if last.endswith(("сы", "сі", "ы", "і")):
        return title + "н"
    if last[-1] in "аәеоөұүэия":
        return title + ("ны" if back else "ні")
    if last[-1] in "кқпстфхцчшщ":
        return title + ("ты" if back else "ті")
    return title + ("ды" if back else "ді")


def dative(title: str) -> str:
    """The title in the dative: келісім → келісімге, меморандум → меморандумға, бағдарламасы → бағдарламасына."""
    last = title.split()[-1].lower()
    vowel = next((letter for letter in reversed(last) if letter in "аәеоөұүыіэияё"), "е")
    back = vowel in "аоұыя"
    if last.endswith(("сы", "сі", "ы", "і")):
        return title + ("на" if back else "не")
    if last[-1] in "кқпстфхцчшщ":
        return title + ("қа" if back else "ке")
    return title + ("ға" if back else "ге")
