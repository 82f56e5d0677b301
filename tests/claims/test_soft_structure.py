"""Directions, topics, promises, judgements, regular deeds, events and lists told by structure: many ways, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim

Said = Callable[..., list[Claim]]

FIELDS: dict[str, Callable[..., str]] = {
    "assessment": lambda c: c.stance,
    "topic": lambda c: f"{c.topic} {c.mode}",
    "trend": lambda c: f"{c.indicator} {c.direction}",
    "event": lambda c: c.type,
    "pledge": lambda c: "pledge",
    "procedure": lambda c: c.frequency or "none",
    "goods": lambda c: f"{c.from_}>{c.to}",
}

TOLD: list[tuple[str, str, list[str]]] = [
    # what moves, without the name of an indicator
    ("trend", "Көршіден әкелінетін сәбіз күрт азайып кетті.", ["trade.import down"]),
    ("trend", "Қырғызстаннан келетін ірімшік базарда едәуір молайды.", ["trade.import up"]),
    ("trend", "Бізге сататын өнімдері біршама кеміді.", ["trade.import down"]),
    ("trend", "Елімізден көршіге жөнелтілетін ұн ұлғая түсті.", ["trade.export up"]),
    ("trend", "Қырғыз жүзімі сиреп барады.", ["trade.import down"]),
    ("trend", "Қырғызстанға демалуға баратын отбасылар қалыңдай түсті.", ["tourism.visitors up"]),
    ("trend", "Бішкекке оқуға түсетін жастар азайды.", ["education.students down"]),
    ("trend", "Алматыға жұмысқа келетін қырғыз азаматтары көбейіп келеді.", ["migration.persons up"]),
    ("trend", "Екі арадағы жүк легі күзде саябырсып, қаңтарда қайта жанданды.", ["transport.freight down", "transport.freight up"]),
    ("trend", "Екі ел арасындағы сауда былтырғымен шамалас.", ["trade.turnover steady"]),
    ("trend", "Бішкек рейсіне сұраныс бәсеңдеді.", ["transport.passengers down"]),
    # topics
    ("topic", "Екі ел министрлері жайылымды ортақ пайдалануды ұйғарды.", ["agriculture agreed"]),
    ("topic", "Тараптар дипломдарды өзара тануды мақұлдасты.", ["education agreed"]),
    ("topic", "Жиында вагон тапшылығы мен роуминг бағасы хаттамаға түсті.", ["transport agreed", "communications agreed"]),
    ("topic", "Екі елдің басшылары осы кездесуді киберқорғанысқа арнады.", ["digital discussed"]),
    # promises
    ("pledge", "Қырғыз тарапы көктемде бекетті қайта ашамыз деген сөзін айтты.", ["pledge"]),
    ("pledge", "Қырғыз көлік министрлігі жолды қыста тазалап отыратын болды.", ["pledge"]),
    ("pledge", "Екі елдің әкімдері ортақ жәрмеңкеге орын табатын болып уәделесті.", ["pledge"]),
    ("pledge", "Министр көрші елге көмектен тартынып қалмайды деп сендірді.", ["pledge"]),
    # judgements by what is made more or less
    ("assessment", "Сарапшы Ерлан Серіковтің пікірінше, ортақ дерекқор екі ел арасындағы дауды азайтады.", ["benefit"]),
    ("assessment", "Экономист Дана Омарова бірыңғай тариф көршілер арасындағы сенімді арттырады деп есептейді.", ["benefit"]),
    ("assessment", "Саясаттанушы Айдар Мұса жаңа алым екі елдің саудасын тұншықтырады деп санайды.", ["risk"]),
    ("assessment", "– Бұл тыйым қырғыз ағайынмен арадағы алауыздықты күшейтеді, – дейді ақсақал.", ["risk"]),
    ("assessment", "Депутат Самат Иса шекарадағы тексерістің қаупін ескертті.", ["risk"]),
    ("assessment", "Сарапшы Ерлан Серіков мұның кінәсін көршінің тарифінен көреді.", ["influence"]),
    ("assessment", "Меніңше, екі елдің ортақ базарын құратын уақыт жетті.", ["recommendation"]),
    ("assessment", "Орманшы Арман Сейіт екі ел ортақ питомник ашқанын жөн көреді.", ["recommendation"]),
    # regular deeds
    ("procedure", "Қазақ-қырғыз жұмыс тобы әр тоқсанда бекеттердегі тәртіпті суретке түсіреді.", ["quarterly"]),
    ("procedure", "Екі облыстың малдәрігерлері ай сайын шекарадағы отарларды бірге аралап шығады.", ["monthly"]),
    ("procedure", "Екі елдің геодезистері жыл сайын маусымда межелік бағандарды өлшеп шығады.", ["yearly"]),
    ("procedure", "Бірлескен сарапшылар тобы апта сайын су деңгейін жазып отырады.", ["weekly"]),
    # events
    ("event", "Ошта қазақ суретшілерінің көрмесі жұмысын бастады.", ["exhibition"]),
    ("event", "Қазақ пен қырғыз дәрігерлері тегін тексеру науқанын бастады.", ["campaign"]),
    ("event", "Бішкек саябағында қазақ әншілерінің концерті кеше тарқады.", ["concert"]),
    # lists that go on with the one before
    ("goods", "Қазақстан Қырғызстанға ұн, көмір мен қант жібереді. Бері қарай алма, ірімшік, бал келеді.", ["KAZ>KGZ", "KGZ>KAZ"]),
    ("goods", "Біз Қырғызстанға бидай мен отын сатамыз. Одан бөлек цемент пен жиһаз жөнелтіледі.", ["KAZ>KGZ", "KAZ>KGZ"]),
]  # fmt: skip

NONE = [
    ("trend", "Қырғызстан Қазақстанның саудасында алтыншы орынға көтерілді."),
    ("trend", "Жол салынса, екі елдің туризмі өркендейді, – деді әкім."),
    ("trend", "Көзге алдымен қырғыздың киіз үйі түсті."),
    ("trend", "Екі ел сауданы ұлғайтуға уәде берді."),
    ("topic", "Қырғыз парламенті шекара туралы шартты мақұлдады."),
    ("topic", "Профессор өмірін қазақ-қырғыз тарихын зерттеуге арнады."),
    ("pledge", "Мен оны көрші елде көремін деп ойладым."),
    ("pledge", "Жол 2027 жылы салынатын болды."),
    ("assessment", "Былтыр екі елдің сауда айналымы 12 пайызға өсті."),
    ("assessment", "Министр көршілерге кезекті қысқартамыз деп уәде берді."),
    ("assessment", "Екі ел 2024 жылы бажды жойды."),
    ("procedure", "Қырғызстан жыл сайын картоп сатады."),
    ("procedure", "Комиссия келесі айда Ошта жиналады."),
    ("event", "Қырғызстан көршіге кешке хат жіберді."),
]


@pytest.mark.parametrize(("kind", "text", "told"), TOLD, ids=[f"{row[0]}-{i}" for i, row in enumerate(TOLD)])
def test_told(said: Said, kind: str, text: str, told: list[str]) -> None:
    assert sorted(FIELDS[kind](claim) for claim in said(text) if claim.kind == kind) == sorted(told)


@pytest.mark.parametrize(("kind", "text"), NONE, ids=[f"{row[0]}-{i}" for i, row in enumerate(NONE)])
def test_none(said: Said, kind: str, text: str) -> None:
    assert [claim.quote for claim in said(text) if claim.kind == kind] == []
