"""Whom «еліміз», «көршіміз» and «екі ел» stand for, and who holds an office, by the whole document."""

from __future__ import annotations

import pytest

from qatynas.language.mentions import NameMention, NameType
from qatynas.language.names import find
from qatynas.language.names_resolve import joined
from qatynas.language.sides import Sides, home_of, infer
from qatynas.language.tokens import tokens
from qatynas.model import Span


def document(*sentences: str, day: str | None = None) -> tuple[Sides, list[list[NameMention]]]:
    found = [find(tokens(text, Span(0, len(text)))) for text in sentences]
    sides = infer(((names, index == 0) for index, names in enumerate(found)), home_of("kk"))
    return sides, [[name.mention() for name in names] for names in joined(found, sides, day)]


def countries(*sentences: str) -> list[tuple[str, ...]]:
    """The countries of the sides in the last sentence."""
    _, names = document(*sentences)
    return [name.countries for name in names[-1] if name.type is NameType.SIDE]


TITLE = "Қазақстан мен Қырғызстан келісімге қол қойды"
PAIR = ("KAZ", "KGZ")


@pytest.mark.parametrize(
    "text",
    [
        "Екі ел бірлесіп жұмыс істейді",
        "екі мемлекеттің шекарасы",
        "Тараптар уағдаласты",
        "екі жақ та қолдады",
        "бауырлас елдердің саудасы",
        "елдеріміздің достығы",
        "екі бауырлас халыққа ортақ",
        "қос мемлекет арасында",
        "екі республиканың үкіметі",
    ],
)
def test_both(text: str) -> None:
    assert countries(TITLE, text) == [PAIR]


@pytest.mark.parametrize(
    "text",
    ["Еліміз экспорттайды", "елімізде жүр", "бізге жетті", "Біз сатамыз", "біздің елде оқиды", "отанымызға келді"],
)
def test_home(text: str) -> None:
    assert countries(TITLE, text) == [("KAZ",)]


@pytest.mark.parametrize(
    "text",
    [
        "Одақтас елге жіберілді",
        "көршімізден келеді",
        "көрші мемлекетке барды",
        "көршілес елдің нарығы",
        "бауырлас елге көмек",
        "туысқан елден келді",
        "одақтасымызға жөнелтті",
        "көрші жақтың шенеуніктері",
        "шекараның арғы бетіндегі зауыт",
        "іргелес мемлекеттен әкелінді",
    ],
)
def test_other(text: str) -> None:
    assert countries(TITLE, text) == [("KGZ",)]


def test_a_neighbour_is_that_of_the_side_named_before() -> None:
    assert countries(TITLE, "Қырғыз тарапы көршісіне қарыз") == [("KAZ",)]
    assert countries(TITLE, "Қазақ тарапы көршісіне береді") == [("KGZ",)]


@pytest.mark.parametrize(
    ("sentences", "pair"),
    [
        ((TITLE, "Өзбекстан мен Ресей де қатысты"), PAIR),
        (("Қырғызстанда не жаңалық?", "Көршімізбен сауда өсті"), PAIR),
        (("Шу мен Таластан су келді", "Қазақстанға су берілді"), PAIR),
        (("Самарқанда өзбек пен қазақ суретшілері кездесті",), ("KAZ", "UZB")),
        (("Ресей мен Қытай келісті",), ("CHN", "RUS")),
        (("Алматыда балабақша ашылды",), ()),
        (("Бүгін ауа райы жылы болады",), ()),
        (("Қазақстан Президенті Бішкекке барды",), PAIR),
    ],
)
def test_pairs(sentences: tuple[str, ...], pair: tuple[str, ...]) -> None:
    assert document(*sentences)[0].pair == pair


def person(*sentences: str) -> str:
    _, names = document(*sentences)
    return next(name.canonical for name in names[-1] if name.type is NameType.PERSON)


@pytest.mark.parametrize(
    ("sentences", "canonical"),
    [
        (("Экономист Айдос Сәрсенов келді.", "Сәрсеновтің айтуынша"), "Айдос Сәрсенов"),
        (("Экономист Айдос Сәрсенов келді.", "А. Сәрсенов айтты"), "Айдос Сәрсенов"),
        (("Ақылбек Жапаров сөйледі.", "Жапаров қолдады"), "Ақылбек Жапаров"),
        (("Садыр Жапаров сөйледі.", "С. Жапаров қолдады"), "Садыр Жапаров"),
        (("Жапаров қолдады",), "Садыр Жапаров"),
        (("Ж. Кулубаев қолдады",), "Жээнбек Кулубаев"),
        (("С.Жапаров қолдады",), "Садыр Жапаров"),
        (("А. Жапаров қолдады",), "Ақылбек Жапаров"),
        (("Сатылғановтың мерейтойы",), "Тоқтағұл Сатылғанов"),
    ],
)
def test_people_joined(sentences: tuple[str, ...], canonical: str) -> None:
    assert person(*sentences) == canonical


def holders(*sentences: str, day: str | None = None) -> list[str | None]:
    _, names = document(*sentences, day=day)
    return [name.holder for name in names[-1] if name.type is NameType.OFFICE]


def test_an_office_is_its_holder_by_the_text() -> None:
    assert holders("Қазақстан Президенті Қасым-Жомарт Тоқаев келді.", "Қазақстан Президенті айтты") == [
        "Қасым-Жомарт Тоқаев"
    ]
    assert holders("Елші Нұрлан Асанбаев сөйледі.", "Елші рахмет айтты") == ["Нұрлан Асанбаев"]


def test_an_office_is_its_holder_by_the_day() -> None:
    assert holders("Қырғызстан Президенті айтты", day="2018-05-01") == ["Сооронбай Жээнбеков"]
    assert holders("Мемлекет басшысы айтты", day="2024") == ["Қасым-Жомарт Тоқаев"]
    assert holders("Мемлекет басшысы айтты") == [None]


def test_a_counterpart_is_whoever_of_that_side_was_named() -> None:
    text = "Тоқаев қырғыз әріптесін марапаттады"
    assert holders("Садыр Жапаров Астанаға келді.", text) == ["Садыр Жапаров"]


def test_a_body_in_short_is_the_pairs_own() -> None:
    _, names = document("Қазақстан мен Өзбекстан кездесті", "Үкіметаралық комиссияның отырысы өтті")
    assert [name.canonical for name in names[-1]] == ["Қазақстан-Өзбекстан үкіметаралық комиссиясы"]


def test_offices_of_both() -> None:
    _, names = document(TITLE, "Екі елдің президенттері мен екі премьер кездесті, президенттер сөйледі")
    assert [name.countries for name in names[-1]] == [PAIR, PAIR, PAIR]


@pytest.mark.parametrize(("news", "pair"), [(True, ("KAZ", "KGZ")), (False, ())])
def test_the_only_state_of_a_dated_text_is_homes_partner(news: bool, pair: tuple[str, ...]) -> None:
    text = "Қырғыз әншілері аудан орталығында концерт берді."
    assert infer([(find(tokens(text, Span(0, len(text)))), False)], "KAZ", news=news).pair == pair


def test_a_dated_text_of_two_other_states_has_no_pair_of_home() -> None:
    text = "Былтыр қырғыздан өзбекке 93 мың бас қой кетті."
    assert infer([(find(tokens(text, Span(0, len(text)))), False)], "KAZ", news=True).pair == ("KGZ", "UZB")
