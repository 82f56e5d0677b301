"""Bodies that stand, and organisations to which both belong."""

from __future__ import annotations

import pytest

from qatynas.model import Body, Membership

LEAD = "Көрші екі ел – Қазақстан мен Қырғызстан.\n\n"


@pytest.fixture
def told(said):
    """The claims of a text that has the two as its pair."""
    return lambda text: said(text, lead=LEAD)


def of(kind, claims):
    return [claim for claim in claims if isinstance(claim, kind)]


@pytest.mark.parametrize(
    ("text", "word", "level"),
    [
        ("Екі ел арасында президенттер басқаратын Жоғары мемлекетаралық кеңес жұмыс істейді.", "мемлекетаралық", "heads_of_state"),
        ("Премьер-министрлер төрағалық ететін Үкіметаралық кеңес сауданы үйлестіреді.", "үкіметаралық", "heads_of_government"),
        ("Шу-Талас су шаруашылығы комиссиясы 2006 жылы құрылды.", "Шу-Талас", "agency"),
        ("Шу-Талас су шаруашылығы комиссиясының отырыстарын жылына бір рет өткізу көзделген.", "Шу-Талас", "agency"),
        ("Қазақстан-Қырғызстан іскерлік кеңесінің рөлі жоғары бағаланды.", "іскерлік", "business"),
    ],
)  # fmt: skip
def test_a_standing_body(told, text, word, level):
    (body,) = of(Body, told(text))
    assert word.casefold() in body.name.casefold()
    assert (body.level, body.status) == (level, "recurring")


def test_the_body_told_before(told):
    bodies = of(
        Body,
        told("Кеше Шу-Талас су шаруашылығы комиссиясының отырысы өтті. Суды бөлуді сол комиссия қадағалайды."),
    )
    assert [body.name for body in bodies] == ["Шу-Талас су шаруашылығы комиссиясы"]


def test_bodies_in_one_sentence(told):
    text = "Жоғары мемлекетаралық кеңес пен Үкіметаралық кеңес – екі ел ынтымақтастығының негізгі тетіктері."
    assert [body.level for body in of(Body, told(text))] == ["heads_of_state", "heads_of_government"]


@pytest.mark.parametrize(
    "text",
    [
        "Бүгін Үкіметаралық кеңестің бесінші отырысы өтті.",
        "Үкіметаралық кеңес төрағасы сөз сөйледі.",
        "Шу-Талас су шаруашылығы комиссиясының шешімі жарияланды.",
        "Қауіпсіздік кеңесі құрылды.",
    ],
)
def test_no_body(told, text):
    assert not of(Body, told(text))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Қазақстан мен Қырғызстан ТМД, ЕАЭО және ШЫҰ-ға мүше.", ["CIS", "EAEU", "SCO"]),
        ("Екі мемлекет те ТҮРКСОЙ ұйымының мүшесі.", ["TURKSOY"]),
        ("Екі ел де 1992 жылы Біріккен Ұлттар Ұйымына мүше болды.", ["UN"]),
        ("Қос мемлекет Дүниежүзілік сауда ұйымына мүше.", ["WTO"]),
        ("Екі ел Ұжымдық қауіпсіздік туралы шарт ұйымы мен Түркі мемлекеттері ұйымының құрамына кіреді.", ["CSTO", "OTS"]),
        ("Қазір екі ел Б Ұ Ұ, Ш Ы Ұ және Т М Д мүшесі.", ["UN", "SCO", "CIS"]),
    ],
)  # fmt: skip
def test_membership(told, text, codes):
    found = of(Membership, told(text))
    assert [claim.organisation for claim in found] == codes
    assert {claim.members for claim in found} == {("KAZ", "KGZ")}


@pytest.mark.parametrize(
    "text",
    [
        "Қырғызстан 2015 жылы ЕАЭО-ға мүше болды.",
        "Екі ел БРИКС пен ЭЫҰ-ға мүше емес.",
        "Тараптар ШЫҰ саммиті аясында кездесті.",
        "Екі ел ЕАЭО-ға мүше бола ма?",
        "БҰҰ Жарғысын екі ел де құрметтейді.",
    ],
)
def test_no_membership(told, text):
    assert not of(Membership, told(text))


def test_each_organisation_once(told):
    text = "Екі ел ТМД мүшесі. Қазақстан мен Қырғызстан ТМД-ға мүше болғандықтан, сауда еркін."
    assert len(of(Membership, told(text))) == 1
