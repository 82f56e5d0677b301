"""What cannot be read gets one line: which file, what is wrong, what to do."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.model.errors import InputError
from qatynas.read import LARGEST, find_documents, read_bytes, read_path
from qatynas.script import identify

KAZAKH = (
    "Бүгін Таразда екі елдің су шаруашылығы мамандары бас қосып, жазғы маусымға қанша су берілетінін анықтады. "
    "Келісім бойынша тараптар құбыр мен арналарды бірлесіп жөндейді, шығынын тең бөліседі.\n"
)


RUSSIAN = "Президент прибыл в столицу с официальным визитом, стороны обсудили торговлю и границу двух стран."
tells_languages = pytest.mark.skipif(
    identify(RUSSIAN).language != "ru", reason="script.identify does not tell languages yet"
)


def zipped(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        ("\u00a0\u2003\n".encode(), "empty but for spaces"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (zipped("a.txt"), "a ZIP archive"),
        (gzip.compress(KAZAKH.encode(), mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old Office file"),
        (b"SQLite format 3\x00" + b"\0" * 84, "a SQLite database"),
        (bytes(range(256)) * 40, "binary|decoded"),
        (b"\x00\x01\x02\x03" * 100, "binary|decoded"),
        (KAZAKH.encode() + b"\x00" + KAZAKH.encode(), "zero byte"),
        (b"\x01\x02\x03\x04\x05\x06 abc", "control characters"),
        (b"1234 5678 --- !!! 90", "no words"),
        ("中国和哈萨克斯坦签署了新的贸易协议。" * 5, "another script"),
    ],
    # The bytes give no name: an archive's first ones may hold the second in which it was made, and the processes among
    # which the tests are shared out have to find the same names.
    ids=lambda value: value[:24] if isinstance(value, str) else "data",
)
def test_what_is_no_text(data: bytes | str, line: str) -> None:
    with pytest.raises(InputError, match=line) as told:
        read_bytes(data.encode() if isinstance(data, str) else data, "press/x.txt")
    assert str(told.value).startswith("press/x.txt: ")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><script>a()</script><script>b()</script></head><body><iframe src=x></iframe></body></html>",
        "<html><body><div hidden>Жасырын мәтін осында тұр</div></body></html>",
        "<html></html>",
    ],
)
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(InputError, match=r"no text found in the page \(.+\); save it from the browser"):
        read_bytes(page.encode(), "x.html", media_type="text/html")


def test_a_page_of_menus_only() -> None:
    page = (
        "<html><body><ul>" + "<li><a href=/>Саясат</a></li><li><a href=/>Экономика</a></li>" * 5 + "</ul></body></html>"
    )
    with pytest.raises(InputError, match="only menus"):
        read_bytes(page.encode(), "x.html", media_type="text/html")


@tells_languages
@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Президент Казахстана прибыл в Бишкек с официальным визитом. Стороны обсудили торговлю, воду и границу, "
            "подписали несколько документов о сотрудничестве двух стран.",
            "Russian",
        ),
        (
            "The president of Kazakhstan arrived in Bishkek on an official visit. The sides discussed trade, water and "
            "the border and signed several documents on cooperation.",
            "English",
        ),
        (
            "Кыргыз Республикасынын Президенти Бишкекте коңшу өлкөнүн делегациясын кабыл алды. Эки тарап соода жана суу "
            "маселелерин талкуулап, бир нече документке кол коюшту. Жолугушуу достук маанайда өттү деп билдирди басма "
            "сөз кызматы.",
            "Kyrgyz",
        ),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"in {language}, no paragraph in Kazakh"):
        read_bytes(text.encode(), "x.txt")


@tells_languages
def test_kazakh_paragraphs_among_others_are_kept() -> None:
    russian = (
        "Президент Казахстана прибыл в Бишкек с официальным визитом, где стороны обсудили торговлю, воду и границу, "
        "подписали документы о сотрудничестве."
    )
    document = read_bytes(f"{KAZAKH}\n{russian}\n\n{KAZAKH}".encode(), "x.txt")
    assert [block.kind.value for block in document.blocks] == ["paragraph", "furniture", "paragraph"]
    assert document.language == "kk"


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(InputError, match=r"too large \(50 MB; at most 4 MB are read\); split it"):
        read_path(path)


def test_too_large_a_stream_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        read_bytes(b"a" * (LARGEST + 1), "-")


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(InputError, match="lines, more than an article has"):
        read_bytes(("су\n" * 200_001).encode(), "x.txt")


@pytest.mark.parametrize("name", ["missing.txt", "", "a\0b"])
def test_no_such_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        read_path(tmp_path / name)


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/1.md", ".hidden/x.txt", ".x.txt", "c.pdf", "plain", "a/z.XHTML", "d.jpeg"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in find_documents([tmp_path])]
    assert found == ["a/1.md", "a/2.html", "a/z.XHTML", "b.txt", "plain"]
    named = [tmp_path / "c.pdf", tmp_path / "none.txt"]
    assert list(find_documents(named)) == named  # a named file always counts; read_path says what is wrong


def test_a_folder_that_may_not_be_opened_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(KAZAKH)
    opened = Path.iterdir

    def closed(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return opened(folder)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert list(find_documents([tmp_path])) == [tmp_path / "a", tmp_path / "b.txt"]
    with pytest.raises(InputError, match="is a folder"):
        read_path(tmp_path / "a")


def test_an_endless_device_is_not_read_for_ever() -> None:
    with pytest.raises(InputError, match="too large"):
        read_path(Path("/dev/zero"))


def holds(data: bytes, media_type: str | None = None) -> None:
    """Reading these bytes gives a whole document or an InputError, nothing else."""
    try:
        document = read_bytes(data, "x", media_type=media_type)
    except InputError:
        return
    end = 0
    for block in document.blocks:
        assert end <= block.span.start <= block.span.end <= len(document.text)
        end = block.span.end
    for date in document.dates:
        assert date.span is None or date.span.of(document.text) == date.words
    if document.source_offsets is not None:
        assert len(document.source_offsets) == len(document.text)


FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = st.sampled_from(
    ["Қазақстан ", "\n", "\r\n", "2024 жылғы 5 мамыр", ", ", "12:30", "<p>", "</p>", "<h1>", "<a href='", "&nbsp;", "<!--",
     "title: ", "date: ", "---", "|", "Автор", "тауар айналымы өсті.", "ءبىر", "سۋ", "Qazaqstan ", "\u2028", "\x85", "İ",
     "<script>", "<table><td>", "<br>", "©", "#", "\ufeff", "👁", "е́", "<title>", "&#x110000;", "&#0;", "<pre>", "]]>"]
)  # fmt: skip


@FUZZ
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    holds(data)


@FUZZ
@given(st.text(max_size=300), st.sampled_from([None, "text/html"]))
def test_any_text(text: str, media_type: str | None) -> None:
    holds(text.encode("utf-8", "surrogatepass"), media_type)


@FUZZ
@given(st.lists(PIECES, max_size=60), st.sampled_from([None, "text/html", "text/plain"]))
def test_any_broken_article(parts: list[str], media_type: str | None) -> None:
    holds("".join(parts).encode(), media_type)


@FUZZ
@given(st.integers(0, 4000), st.booleans())
def test_truncated_and_doubled_articles(cut: int, is_page: bool) -> None:
    body = "".join(f"<p>{KAZAKH}</p>\n" if is_page else KAZAKH for _ in range(8))
    data = (f"<html><body><h1>Су келісімі жасалды</h1>{body}</body></html>" if is_page else body).encode()
    holds(data[:cut] if cut % 2 else data[:cut] + data)


def test_too_many_tags_are_refused() -> None:
    with pytest.raises(InputError, match="more tags than"):
        read_bytes(b"<p>" * 400_001, "x.html", media_type="text/html")


def test_a_page_of_nothing_but_openings_is_read() -> None:
    for part in ("<p>", "<", "<!--", "<a href='", "<div><b>", "&", "</p>", "<!", "<b x="):
        holds((part * 6_000).encode(), "text/html")
