"""Claims that the build of a sentence tells, in words that no list of the rule's own holds: each rule said many ways."""

from __future__ import annotations

import pytest

from qatynas.claims import extract
from qatynas.model import Claim
from qatynas.read import read_bytes

OPENING = "Қазақстан мен Қырғызстан бүгін\n\nҚазақстан мен Қырғызстан көрші екі ел.\n\n"


def told(text: str, kind: str) -> list[Claim]:
    document = read_bytes((OPENING + text).encode(), "a.txt", published="2025-09-10")
    claims = extract(document).claims
    return [c for c in claims if c.row()["kind"] == kind and c.span.start >= len(OPENING) - 2]


JUDGED = [
    "Ғалымдардың ұғымында, екі елдің ортақ қоры болмайынша өзен тазармайды.",
    "Диқандардың түсінігінше, бір канал қос жағаға да жетеді.",
    "Менің байқауымша, екі елдің кеденшілері тіл табысып келеді.",
    "Гидрологтың байламынша, осы бөген екі елді құрғақтықтан сақтап қалады.",
    "Экологтар екі елдің орманын бірге күзету табиғатты құтқарады деп түсінеді.",
    "Кәсіподақ ортақ еңбек биржасы екі жақтың жұмысшысына қорған болады деп біледі.",
    "Заңгер Айгүл Сатай сот шешімін өзара тану істі созбай шешеді деп түйді.",
    "Дипломның мойындалмауы екі елдің түлегін алыс шетке итереді.",
    "Бекеттегі техниканың ескілігі екі елдің саудагерін ұзақ күттіреді.",
    "Тілдің жақындығы екі жұрттың балаларын бір партаға отырғызады.",
    "Вагонның жетіспеуі көрші елге астық жөнелтуді баяулатады.",
    "Екі елдің шекарашылары хабар алмаспаса, малы ұрланған ауыл зар жылайды.",
    "Су есебі ортақ болмаса, екі елдің ауылдары бір-бірінен күдіктенеді.",
    "Тариф бір ізге түспей, екі елдің тасымалшысы жолдан жеңілмейді.",
]
NOT_JUDGED = [
    "Егер су ортақ болса, екі елдің ауылы жыламас еді.",
    "Қырғыз кәсіпкерлері болса, көрші елге киім тігеді.",
    "Шынына келсек, екі елдің шекарасы ұзын.",
    "Комиссияның отырысы қазанда Таразда өтеді деп күтілуде.",
    "Бауырлардың қол созуы көңілге медет сыйлайды.",
]


@pytest.mark.parametrize("text", JUDGED)
def test_judgements_without_a_judging_word(text: str) -> None:
    assert len(told(text, "assessment")) == 1


@pytest.mark.parametrize("text", NOT_JUDGED)
def test_what_is_built_alike_and_no_judgement(text: str) -> None:
    assert not told(text, "assessment")


PROMISED = [
    ("Қырғыз тарапы бекетті мамырға дейін кеңейтеміз деп ант берді.", "KGZ"),
    ("Көлік министрі көршіге жолды түзеп береміз дейді.", "Көлік министрі"),
    ("Облыс әкімі қырғыз қонақтарға жаңа вокзалда зал ашамыз деп қол алысты.", None),
    ("Ош мэриясы қазақ мектебіне спортзал салып беретінін айтты.", None),
    ("Елші қазақ студенттеріне жатақханадан бөлме бергізетінін жеткізді.", None),
    ("Қырғыз жағы арнаны өз күшімен аршып бермек.", "KGZ"),
    ("Қазақ тарапы көпірдің жарығын жөндеп қоймақшы.", "KAZ"),
    ("Қырғыз кеденшілері фураларды кезексіз жіберуге серт қылды.", "Қырғыз кеденшілері"),
    ("Чолпон-Ата курорттары қазақ отбасыларына жеңілдік жасауға уағда етті.", "Чолпон-Ата курорттары"),
    ("Ветеринарлар қазақ малшыларына вакцина егіп береміз деп сендірді.", "Ветеринарлар"),
]


@pytest.mark.parametrize(("text", "by"), PROMISED)
def test_promises_by_build(text: str, by: str | None) -> None:
    (claim,) = told(text, "pledge")
    assert by is None or claim.row()["by"] == by


def test_nobody_promised() -> None:
    assert not told("Кезекті жоямыз деп қырғыз кедені айтқан жоқ.", "pledge")


MATTERS = [
    ("Министрлер бас қосып, көші-қон, білім және туризмді пысықтады.", {"migration", "education", "tourism"}),
    (
        "Олжас Бектенов қырғыз премьерімен ұшырасып, қауіпсіздік пен инвестицияны таразылады.",
        {"security", "investment"},
    ),
    ("Спикерлер тілдесіп, мәдениет пен экологияны қаузады.", {"culture", "environment"}),
    ("Жиындағы екі мәселе – туризм мен су.", {"tourism", "water"}),
    ("Келіссөздің басты тақырыбы – энергетика мен ауыл шаруашылығы.", {"energy", "agriculture"}),
    ("Министр қырғыз әріптесімен жүздесіп, денсаулық сақтау мен цифрландыруды саралады.", {"health", "digital"}),
]


@pytest.mark.parametrize(("text", "topics"), MATTERS)
def test_matters_as_an_object(text: str, topics: set[str]) -> None:
    assert {claim.row()["topic"] for claim in told(text, "topic")} == topics


@pytest.mark.parametrize(
    "text",
    [
        "Тараптар жол мен көпірді салды.",
        "Министр апаттың зардабы екі елге де ортақ болатынын ескертті.",
        "Елшілік консулдық есепке тұрған отандастар тізімін жаңартты.",
    ],
)
def test_works_and_reports_are_no_matters(text: str) -> None:
    assert not told(text, "topic")


SOLD = [
    ("Біз көршіге көмір мен бензинді, цементті тасимыз.", "KAZ"),
    ("Өзіміз арғы жаққа бидай, арпа мен шемішке майын аттандырдық.", "KAZ"),
    ("Қазақ кәсіпкерлері көршісіне жиһаз, сүт пен макарон өткізді.", "KAZ"),
    ("Бішкек біздің дүкендерге киім, аяқкиім мен балмұздақ жеткізді.", "KGZ"),
    ("Қазақстан қырғыз нарығында ұн, бензин және қантпен мығым тұр.", "KAZ"),
]


@pytest.mark.parametrize(("text", "from_"), SOLD)
def test_goods_where_the_other_side_is_the_place(text: str, from_: str) -> None:
    (claim,) = told(text, "goods")
    assert claim.row()["from"] == from_


PAPERS = [
    ("Екі министр 3 наурызда Су қорын бірге қорғау туралы келісімді рәсімдеді.", "2025-03-03"),
    ("Орман өртіне бірлесіп қарсы тұру туралы келісім 2006 жылғы 4 шілдеде дүниеге келді.", "2006-07-04"),
    ("Тараптар 2024 жылғы 4 шілдеде Мұрағат ісі туралы хаттаманы мөрледі.", "2024-07-04"),
    ("Екі үкімет былтыр мамырда Бал арасын қорғау туралы меморандумды бекемдеді.", "2024-05"),
    ("Министрлер 12 тамызда Дәрі сапасы туралы келісімді түйіндеді.", "2025-08-12"),
    ("Екі елдің кітапханалары 5 қыркүйекте Сирек кітаптар туралы меморандумды хаттады.", "2025-09-05"),
    ("Тараптар 2019 жылғы 8 мамырда Өзара көмек туралы шартқа мөр басты.", "2019-05-08"),
]


@pytest.mark.parametrize(("text", "day"), PAPERS)
def test_papers_brought_about(text: str, day: str) -> None:
    assert [(c.row()["act"], c.row()["date"]) for c in told(text, "agreement")] == [("signed", day)]


@pytest.mark.parametrize("verb", ["еске алды", "талқылады", "сынға алды", "кері қайтарды", "ұзартты", "тоқтатты"])
def test_papers_that_were_there_before(verb: str) -> None:
    assert not told(f"Тараптар 5 тамызда Су қорын бірге қорғау туралы келісімді {verb}.", "agreement")


MORE_HELP = [
    ("Қазақстан су тасқынынан зардап шеккен Ошқа 40 тонна ұн жіберді.", "Бүгін оған қоса 10 тонна дәрі жеткізілді."),
    ("Қырғызстан өрттен зардап шеккен Абай облысына 20 вагон ұн жөнелтті.", "5 қыркүйекте тағы 30 тонна картоп жетті."),
    ("Қазақстан сел жүрген Жалалабатқа 100 шатыр аттандырды.", "Кеше тағы 15 тонна көрпе апарылды."),
    ("Қазақстан сел жүрген Жалалабатқа ұн аттандырды.", "Қазан айында тағы 200 тонна көмір жіберілмек."),
]


@pytest.mark.parametrize(("first", "more"), MORE_HELP)
def test_more_help_goes_the_same_way(first: str, more: str) -> None:
    one, other = told(f"{first} {more}", "aid")
    assert (one.row()["from"], one.row()["to"]) == (other.row()["from"], other.row()["to"])


def test_a_list_of_organisations_goes_on() -> None:
    claims = told("Екі ел де ШЫҰ-ға мүше. ТМД мен ҰҚШҰ қатарында да бірге жүр.", "membership")
    assert {claim.row()["organisation"] for claim in claims} == {"SCO", "CIS", "CSTO"}


STORY = "Былтыр 21 мамырда министр Мұрат Нұртілеу Бішкекке келді. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ол Жээнбек Құлыбаевпен сөйлесті.", "meeting"),
        ("Екі министр Консулдық мәселелер туралы хаттамаға қол қойды.", "agreement"),
    ],
)
def test_the_day_of_the_visit_told_before(text: str, kind: str) -> None:
    assert "2024-05-21" in [claim.row()["date"] for claim in told(STORY + text, kind)]


HOLDERS = [
    ("Депутат Болат Керімбаев сауал жолдады:\n\n– Су дауы ушықса, екі елдің саудасы зардап шегеді.", "Болат Керімбаев"),
    ("Қырғызстан Банктер одағы ортақ төлем жүйесін қосқан абзал деп отыр.", "Қырғызстан Банктер одағы"),
    ("Нарын малшылары екі ел арасындағы тыйым шаруаға зиян келтіреді деп біледі.", "Нарын малшылары"),
    ("Мамандардың пайымдауынша, шекарадағы кезек екі елдің саудасын тежейді.", "мамандар"),
    ("Жаңа жол екі елдің саудасын жандандырады деп үміттенеді кәсіподақ.", "кәсіподақ"),
]


@pytest.mark.parametrize(("text", "who"), HOLDERS)
def test_whose_judgement_it_is(text: str, who: str) -> None:
    assert [claim.row()["holder"] for claim in told(text, "assessment")] == [who]


def test_the_signature_of_an_opinion() -> None:
    head = "Шекарадағы ой\nПікір. Экономист Дана Омарова\n\n"
    text = "Қазақстан мен Қырғызстан көрші. Екі елдің кедені бір терезе ашуы керек."
    claims = extract(read_bytes((head + text).encode(), "a.txt", published="2025-09-10")).claims
    assert {c.row()["holder"] for c in claims if c.row()["kind"] == "assessment"} == {"Дана Омарова"}


def test_a_work_that_is_promised_is_a_pledge() -> None:
    text = "Қырғыз жағы бекетке баратын жолды жазға дейін жөндеп беруге міндеттенді."
    assert told(text, "pledge")
    assert not told(text, "project")
