"""Languages and scripts told apart, on sentences written for this test."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from qatynas.cli import cli
from qatynas.script import Script, convert, identify, identify_paragraphs

SENTENCES = {
    "kk": "Екі елдің басшылары келесі жылы өтетін мерекеге бірге дайындалатынын айтты.",
    "ky": "Эки өлкөнүн башчылары кийинки жылы өтө турган майрамга чогуу даярдана турганын айтышты.",
    "ru": "Главы двух государств сообщили, что вместе подготовятся к празднику будущего года.",
    "uz": "Икки давлат раҳбарлари келаси йили ўтадиган байрамга бирга тайёргарлик кўришларини айтдилар.",
    "tt": "Ике ил җитәкчеләре киләсе елда үтәчәк бәйрәмгә бергә әзерләнәчәкләрен әйттеләр.",
    "mn": "Хоёр улсын төрийн тэргүүн нар ирэх жилийн баяр наадамд хамтдаа бэлтгэхээ мэдэгдэв.",
    "kaa": "Еки мәмлекеттиң басшылары келеси жылы өтетуғын байрамға бирге таярланатуғынын айтты, ҳәм оны қоллады.",
    "ug": "ئىككى دۆلەتنىڭ رەھبەرلىرى كېلەر يىلى ئۆتكۈزۈلىدىغان بايرامغا بىللە تەييارلىق قىلىدىغانلىقىنى ئېيتتى.",
    "fa": "سران دو کشور گفتند که برای جشن سال آینده با هم آماده می‌شوند و از آن پشتیبانی می‌کنند.",
    "tr": "İki ülkenin liderleri gelecek yıl yapılacak bayrama birlikte hazırlanacaklarını söylediler.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_languages(language):
    assert identify(SENTENCES[language]).language == language


@pytest.mark.parametrize("style", ["2021", "2019", "2018", "2017"])
def test_kazakh_in_latin(style):
    found = identify(convert(SENTENCES["kk"], Script.LATN, Script.CYRL, style))
    assert (found.language, found.script) == ("kk", Script.LATN)


def test_kazakh_in_arabic():
    found = identify(convert(SENTENCES["kk"], Script.ARAB, Script.CYRL))
    assert (found.language, found.script) == ("kk", Script.ARAB)


def test_latin_uzbek_is_not_kazakh():
    text = "Ikki davlat rahbarlari kelasi yili o‘tadigan bayramga birga tayyorgarlik ko‘rishlarini aytdilar."
    assert identify(text).language == "uz"


@pytest.mark.parametrize("text", ["", "  \n", "2024, 15 %", "汉语 한국어", "\x00\ud7ff"])
def test_nothing_to_tell(text):
    assert identify(text).script is None
    assert identify(text).language == "und"


def test_a_kazakh_text_under_an_english_heading():
    found = identify(
        "title: News of the day\naddress: https://example.kz/news/article-of-today\n" + SENTENCES["kk"] * 2
    )
    assert (found.script, found.language) == (Script.CYRL, "kk")


def test_paragraphs():
    text = "\n".join(["", SENTENCES["kk"], "  ", SENTENCES["ru"] + " ", SENTENCES["fa"]])
    found = list(identify_paragraphs(text))
    assert [one.language for _, one in found] == ["kk", "ru", "fa"]
    assert [span.of(text) for span, _ in found] == [SENTENCES["kk"], SENTENCES["ru"], SENTENCES["fa"]]


def test_the_command_line_tells_paragraphs_and_doubts(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(f"{SENTENCES['kk']}\n{SENTENCES['uz']}\n", encoding="utf-8")
    rows = CliRunner().invoke(cli, ["identify", "--paragraphs", str(path)]).output.splitlines()
    assert [row.split("\t")[1:5] for row in rows] == [["1", "Cyrl", "", "kk"], ["2", "Cyrl", "", "uz"]]
    path.write_text("ايۋ ءبول", encoding="utf-8")
    found = CliRunner().invoke(cli, ["convert", "--to", "Cyrl", "--doubts", str(path)]).output
    assert "аю" in found
    assert CliRunner().invoke(cli, ["convert", "--to", "Arab", "--doubts", str(path)]).exit_code == 2
