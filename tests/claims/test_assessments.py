"""Assessments: who holds that what helps, threatens, founds or ought to be done; and what is no judgement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Assessment, Claim

Said = Callable[..., list[Claim]]


def judged(claims: list[Claim]) -> list[Assessment]:
    return [c for c in claims if isinstance(c, Assessment)]


BENEFIT = [
    "Бұл жол екі елдің саудасына тың серпін береді.",
    "Жаңа бекет екі ел арасындағы тауар алмасуды жеңілдетеді.",
    "Ортақ тіл мен дін қазақ пен қырғыздың байланысын нығайтуға ықпал етеді.",
    "Мұндай кездесулер екі халықтың достығына қызмет етеді.",
    "Көршілер арасындағы сенім екі елге де мол пайда әкеледі.",
    "Одақ ішіндегі еркін сауда екі елдің кәсіпкерлеріне кең мүмкіндік береді.",
    "Бірлескен жобалар аймақтағы экономикалық интеграцияны жеделдетеді.",
    "Қырғыз-қазақ іскерлік кеңесі өзара сауданы дамытуға зор үлес қосып келеді.",
    "Осы шарттың арқасында екі ел арасындағы байланыс нығайды.",
    "Мәдениет күндері екі елді жақындастыра түседі.",
    "Диаспора екі ел арасында алтын көпір қызметін атқарып отыр.",
]

RISK = [
    "Су тапшылығы екі ел қатынасына қауіп төндіреді.",
    "Шекарадағы кезек өзара сауданы тежеп отыр.",
    "Заңсыз көші-қон екі елдің қауіпсіздігіне қатер төндіріп тұр.",
    "Кедендік тосқауылдар екі ел саудасына кедергі келтіреді.",
    "Бағаның құбылуы өзара саудаға кері әсерін тигізуде.",
    "Бұл дау екі елдің арасындағы сенімге нұқсан келтіруі мүмкін.",
    "Екі ел арасындағы ең түйткілді мәселе – су.",
    "Үшінші елдердің қысымы екі елдің ынтымақтастығын қиындатады.",
    "Бәсекелестік екі ел ұйымының ықпалдастығын әлсіретеді.",
]

INFLUENCE = [
    ("Қытай екі елдің экономикасына инвестиция арқылы ықпал етеді.", "CHN"),
    ("Ресей екі мемлекеттің басты серіктесі болып қала береді.", "RUS"),
    ("АҚШ Орталық Азиядағы елдердің тәуелсіздігін нығайтуға мүдделі.", "USA"),
    ("Еуропалық Одақ екі елдің энергетика саласына басымдық береді.", "EU"),
    ("Түркия мәдениет пен білім саласы арқылы екі елге әсер етеді.", "TUR"),
]

RECOMMENDED = [
    "Екі ел су мәселесін бірге шешуі керек.",
    "Тараптар сауда кедергілерін жоюы қажет.",
    "Көршімен тату тұрған жөн, ол екі елге де тиімді.",
    "Шекарадағы бақылауды жеңілдету қажет деп санайды екі ел кәсіпкерлері.",
    "Екі ел көлік дәліздерін дамытқаны абзал.",
    "Бауырлас елдер бір-бірінің тарихын құрметтеуі тиіс, дейді тарихшы.",
    "Екі елге суды үнемдеуді үйрену маңызды.",
    "Екі елдің келісімдерін іске асырудың уақыты келді.",
]

BASIS = [
    "Сенім – екі ел достығының берік негізі.",
    "Мәңгілік достық туралы шарт екі ел қатынасының іргетасы болып саналады.",
    "Ортақ тарих екі халықтың бауырластығына тірек болып отыр.",
    "Бұл құжат екі ел ынтымақтастығының болашағын айқындайды.",
    "Мәдени жақындық екі ел сенімінің алтын арқауы болып қала береді.",
]

EXPECTED = [
    "Сарапшының пікірінше, сапар екі елдің байланысын жаңа деңгейге көтереді.",
    "Бұл келісім екі елдің саудасына серпін береді деп күтілуде.",
    "Мамандардың болжамынша, дәліз екі елдің экономикасын жандандыруы мүмкін.",
    "Екі елдің ынтымақтастығы жаңа белеске көтеріледі деген сенім бар.",
]

NOTHING = [
    "Екі ел президенттері Бішкекте кездесті.",
    "Облысқа 45 миллион текше метр су керек.",
    "Құрылыс келесі жылдың күзіне дейін аяқталуға тиіс, оны екі ел бірге қаржыландырады.",
    "Тараптар жаңа шарт жөнінде келіссөз бастады.",
    "Бұл жоба екі елдің саудасына кедергі келтірмейді.",
    "Су тапшылығы екі ел қатынасына қауіп төндіре ме?",
    "Егер шекара жабылса, екі елдің саудасы қиындар еді.",
    "Қазақстанда темекінің денсаулыққа зияны туралы дәріс өтті.",
    "Айта кету керек, екі ел басшылары былтыр да кездескен.",
    "Ауылға дәрігер қажет.",
    "Мәдениет үйінің іргетасы кеше қаланды.",
]


@pytest.mark.parametrize("text", BENEFIT)
def test_benefit(said: Said, text: str) -> None:
    assert [c.stance for c in judged(said(text))] == ["benefit"]


@pytest.mark.parametrize("text", RISK)
def test_risk(said: Said, text: str) -> None:
    assert [c.stance for c in judged(said(text))] == ["risk"]


@pytest.mark.parametrize(("text", "power"), INFLUENCE)
def test_influence_of_an_outside_power(said: Said, text: str, power: str) -> None:
    assert [(c.stance, c.subject) for c in judged(said(text))] == [("influence", power)]


@pytest.mark.parametrize("text", RECOMMENDED)
def test_recommendation(said: Said, text: str) -> None:
    assert [c.stance for c in judged(said(text))] == ["recommendation"]


@pytest.mark.parametrize("text", BASIS)
def test_basis(said: Said, text: str) -> None:
    assert [c.stance for c in judged(said(text))] == ["basis"]


@pytest.mark.parametrize("text", EXPECTED)
def test_expectation(said: Said, text: str) -> None:
    assert [c.stance for c in judged(said(text))] == ["expectation"]


@pytest.mark.parametrize("text", NOTHING)
def test_no_judgement(said: Said, text: str) -> None:
    assert judged(said(text)) == []


def test_an_expert_s_opinion_is_his(said: Said) -> None:
    text = "Саясаттанушы Ерлан Сабыровтың пікірінше, екі елдің су саясаты аймақ қауіпсіздігіне ықпал етеді."
    assert [c.holder for c in judged(said(text))] == ["Ерлан Сабыров"]


def test_an_expert_named_by_his_role_is_the_one_before(said: Said) -> None:
    text = (
        "Екі ел қатынасы жайлы сарапшы Ерлан Сабыров айтты. "
        "Сарапшы екі елге су мәселесін бірге шешу қажет екенін жеткізді."
    )
    assert judged(said(text))[-1].holder == "Ерлан Сабыров"


def test_the_benefits_of_two_organisations_are_two(said: Said) -> None:
    text = "ЕАЭО мен ШЫҰ екі елдің саудасын дамытуға мүмкіндік береді."
    assert sorted(str(c.subject) for c in judged(said(text))) == ["EAEU", "SCO"]


def test_what_an_expert_proposes_is_his_advice(said: Said) -> None:
    text = "Екі ел қатынасы жайлы сарапшы Ерлан Сабыров айтты. Сарапшы тараптарға су келісімін жаңартуды ұсынды."
    assert [(c.stance, c.holder) for c in judged(said(text))][-1] == ("recommendation", "Ерлан Сабыров")


def test_a_double_negation_affirms(said: Said) -> None:
    text = "Ресей мен Қытайдың бәсекесі екі елге де әсер етпей қоймайды."
    assert [c.stance for c in judged(said(text))] == ["influence"]
