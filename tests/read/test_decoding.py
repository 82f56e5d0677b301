"""Bytes to text, whatever encoding they came in."""

from __future__ import annotations

import codecs

import pytest

from qatynas.model.errors import InputError
from qatynas.read import decode, read_bytes

TEXT = (
    "Көршілер су бөлісуге келісті\n\n"
    "Бүгін Таразда екі елдің су шаруашылығы мамандары бас қосып, жазғы маусымға қанша су берілетінін анықтады. "
    "Өзен бойындағы шаруалар ұзақ күткен келісім ғой бұл, дейді жиынға қатысқан әкім.\n"
)
ARABIC = "كورشىلەر سۋ بولىسۋگە كەلىستى\nبۇگىن تارازدا ەكى ەلدىڭ ماماندارى باس قوسىپ، سۋ كولەمىن انىقتادى.\n"
PAGE = "<html><head><meta charset={charset}></head><body><h1>Су келісімі жасалды бүгін</h1><p>{text}</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "kz1048", "ptcp154"])
def test_an_undeclared_encoding_is_told_from_its_letters(encoding: str) -> None:
    document = read_bytes(TEXT.encode(encoding), "note.txt")
    assert document.text == TEXT
    assert document.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_arabic_script_without_a_mark(encoding: str) -> None:
    assert read_bytes(ARABIC.encode(encoding), "note.txt").text == ARABIC


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    document = read_bytes(mark + TEXT.encode(encoding), "note.txt")
    assert (document.text, document.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_kept(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    assert read_bytes(text.encode(), "note.txt").text == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "kz1048"),  # what pages call KZ-1048
        ("kz-1048", "kz1048"),
        ("RK1048", "kz1048"),
        ("ptcp154", "ptcp154"),
        ("'utf-8'", "utf-8"),
        ("iso-8859-1", "utf-8"),  # a server's default, over bytes that are UTF-8
        ("no-such-charset", "utf-8"),
    ],
)
def test_a_declared_charset_is_honoured(declared: str, encoding: str) -> None:
    source = PAGE.format(charset=declared, text=TEXT.strip())
    document = read_bytes(source.encode(encoding), "note.html", media_type="text/html")
    assert document.encoding == encoding
    assert "жазғы маусымға қанша су" in document.text


def test_a_charset_that_came_with_the_media_type() -> None:
    document = read_bytes(TEXT.encode("ptcp154"), "note", media_type="text/plain; charset=PTCP154")
    assert (document.text, document.encoding) == (TEXT, "ptcp154")


def test_an_xml_declaration() -> None:
    source = '<?xml version="1.0" encoding="kz1048"?><html><body><p>' + TEXT + "</p></body></html>"
    assert read_bytes(source.encode("kz1048"), "note.xhtml", media_type="application/xhtml+xml").encoding == "kz1048"


def test_a_text_cut_within_its_last_letter_is_read_to_there() -> None:
    data = TEXT.rstrip().rstrip(".").encode()
    assert read_bytes(data[:-1], "note.txt").text == data.decode()[:-1]


def test_broken_utf8_is_told_and_not_guessed_at() -> None:
    data = TEXT.encode()
    with pytest.raises(InputError, match=r"broken byte.* in line 3"):
        read_bytes(data[:100] + b"\xff" + data[100:], "note.txt")


def test_decode_alone() -> None:
    assert decode(TEXT.encode("kz1048"), "-") == TEXT
    with pytest.raises(InputError, match="empty"):
        decode(b"", "-")
