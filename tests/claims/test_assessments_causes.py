"""Judgements of cause, of harm and of use in many words; whose they are in an interview; whole phrases or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Assessment, Claim

Said = Callable[..., list[Claim]]


def judged(claims: list[Claim]) -> list[Assessment]:
    return [c for c in claims if isinstance(c, Assessment)]


CAUSES = [
    ("Сарапшының айтуынша, сауда баяулауының басты себебі – жолдың тарлығы.", "жолдың тарлығы"),
    ("Екі ел саудасының азаюына жанармайдың қымбаттауы себеп болды, дейді сарапшы.", "жанармайдың қымбаттауы"),
    (
        "Көмір экспорты кеміді. Мұның себебі – қырғыз тарапының көмірді өзі өндіруі.",
        "қырғыз тарапының көмірді өзі өндіруі",
    ),
    ("Сарапшы Марат Оспанов мұны кеден статистикасының олқылығымен байланыстырады.", "кеден статистикасының олқылығы"),
    ("Экономистің пікірінше, саудадағы алшақтық реэкспорттан туындап отыр.", "реэкспорт"),
    ("Екі ел саудасындағы алшақтықтың сыры реэкспортта жатыр, дейді маман.", "реэкспортта"),
]


@pytest.mark.parametrize(("text", "cause"), CAUSES)
def test_a_cause_is_an_influence(said: Said, text: str, cause: str) -> None:
    assert [(c.stance, c.cause) for c in judged(said(text))] == [("influence", cause)]


STANCES = [
    ("Шекарадағы кезек екі елдің кәсіпкерін әбден титықтатты, деді елші.", "risk"),
    ("Кептеліс екі жақтың тасымалдаушысын қажытып бітті.", "risk"),
    ("Рұқсаттың кешігуі екі елдің тасымалын тұралатып отыр.", "risk"),
    ("Шекара тексерісі екі елдің саудасын тұсап отыр.", "risk"),
    ("Жаңа көпір екі елдің саудасына жан бітіреді, дейді министр.", "benefit"),
    ("Бұл келісім екі елдің кәсіпкерлеріне қолайлы жағдай жасайды.", "benefit"),
    ("Бұл құжат екі елдің ынтымақтастығына жаңа тыныс береді деген үміттеміз.", "expectation"),
    ("Өзара сенім екі елдің одақтастығының негізінде жатыр.", "basis"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(said: Said, text: str, stance: str) -> None:
    assert [c.stance for c in judged(said(text))] == [stance]


NOTHING = [
    "Отырыс қарашада өтуі керек еді, екі ел оны ақпанға ысырды.",
    "Екі елдің президенттері «Бейбітшілік тірегі» монументін ашты.",
    "Әңгіменің арқауы – екі елдің көлік дәліздері және туризм.",
    "Себебін екі ел де айтпады.",
    "Жүргізушінің ұйықтап кетуі апатқа себеп болды.",
    "Алматыны Бішкекпен жаңа жол байланыстырады.",
    "Министр екі елдің келісімін депутаттарға түсіндірді.",
    "Қырғыз жағы тасқыннан зардап шеккен ауылдарға көмек жіберді.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_judgement(said: Said, text: str) -> None:
    assert judged(said(text)) == []


PHRASES = [
    (
        "Рұқсаттың кешігуі екі елдің тасымалын тұралатып отыр.",
        "Рұқсаттың кешігуі",
        "екі елдің тасымалын тұралатып отыр",
    ),
    ("Автор биылғы қыста судың аздығы екі елдің шаруаларына зиян тигізеді деп ескертеді.", "судың аздығы", None),
    ("Кептеліс екі жақтың тасымалдаушысын қажытып бітті.", None, None),
]


@pytest.mark.parametrize(("text", "cause", "effect"), PHRASES)
def test_whole_phrases_or_none(said: Said, text: str, cause: str | None, effect: str | None) -> None:
    found = judged(said(text))
    assert [c.cause for c in found] == [cause]
    assert effect is None or found[0].effect == effect


def test_who_answers_holds_the_judgement(said: Said) -> None:
    lead = "Елші Асқар Бейсеновпен сұхбат\n\n"
    text = (
        "– Қазақстан мен Қырғызстан арасындағы кезек туралы не айтасыз?\n\n"
        "– Кезектің ұзақтығы Қазақстан мен Қырғызстан саудасына нұқсан келтіреді."
    )
    assert [(c.holder, c.stance) for c in judged(said(text, lead=lead))] == [("Асқар Бейсенов", "risk")]
