"""Files handed over and text pasted: what is read, what is refused, and that nothing else is touched."""

from __future__ import annotations

import gzip
import io
import multiprocessing
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from serve.sending import mark
from starlette.testclient import TestClient

from qatynas.demo import NOTES
from qatynas.model.document import Script
from qatynas.model.errors import InputError
from qatynas.script import convert
from qatynas.serve import Rules, make_app
from qatynas.serve import reader as reading
from qatynas.serve.reader import Reader, check, clean_name

TEXT = (
    "Бішкек, 2025 жылғы 3 қыркүйек. Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы 1,9 миллиард долларға жетті. "
    "Қазақстан Премьер-министрі Қырғызстанға ресми сапармен барды."
)


def hand_over(client: TestClient, *files: tuple[str, bytes], **fields: str) -> dict[str, Any]:
    """Sends files and waits until they are read."""
    parts = [("files", (name, io.BytesIO(data), "text/plain")) for name, data in files]
    answer = client.post("/add", data={"mark": mark(client)} | fields, files=parts or None, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    for _ in range(600):
        told = client.get(answer.headers["location"] + ".json").json()
        if told["done"]:
            return dict(told)
        time.sleep(0.1)
    raise AssertionError(told)


def test_three_scripts_and_a_paste(tmp_path: Path) -> None:
    from qatynas.ledger import Ledger

    Ledger(tmp_path / "new.sqlite").close()
    client = TestClient(make_app(tmp_path / "new.sqlite", rules=Rules(edit=True), wait=60))
    assert client.get("/").status_code == 200
    files = [(f"{script}.txt", convert(TEXT, script, Script.CYRL).encode()) for script in (Script.ARAB, Script.LATN)]
    told = hand_over(client, ("a.txt", TEXT.encode()), *files, text=TEXT + " Келіссөз өтті.", name="мәтін")
    assert [one["state"] for one in told["files"]] == ["added"] * 4, told
    assert all(one["kinds"].get("figure") for one in told["files"])
    names = {one["path"] for one in client.get("/documents.json").json()["rows"]}
    assert names == {"added:a.txt", "added:Arab.txt", "added:Latn.txt", "added:мәтін"}
    assert len({row["script"] for row in client.get("/documents.json").json()["rows"]}) == 3
    again = hand_over(client, ("a.txt", TEXT.encode()))
    assert again["files"][0]["change"] == "unchanged"


def test_what_is_refused_is_told_and_the_rest_is_read(editor: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../etc/passwd", TEXT)
    note = next(NOTES.glob("03-*.txt")).read_bytes()
    told = hand_over(
        editor, ("news.zip", packed.getvalue()), ("news.txt", gzip.compress(TEXT.encode())), ("empty.txt", b"  "),
        ("nulls.txt", TEXT.encode() + b"\0\0"),
        ("book.xlsx", b"PK\x03\x04 nothing"), ("noise.bin", bytes(range(256)) * 40), ("note.txt", note + b"\n"),
    )  # fmt: skip
    states = {one["name"]: one["state"] for one in told["files"]}
    assert states["added:note.txt"] == "added"
    assert {name for name, state in states.items() if state == "refused"} >= {
        "added:news.zip", "added:news.txt", "added:empty.txt", "added:book.xlsx", "added:nulls.txt",
    }  # fmt: skip
    assert all(one["why"] for one in told["files"] if one["state"] == "refused")


def test_names_lead_nowhere(editor: TestClient, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    names = [
        "../../escape.txt",
        "/etc/passwd",
        "..\\..\\x.txt",
        "con.txt\0.html",
        "a" * 400 + ".txt",
        "<img src=x>.txt",
    ]
    told = hand_over(editor, *[(name, f"{TEXT} {place}".encode()) for place, name in enumerate(names)])
    kept = [one["name"] for one in told["files"]]
    assert all("/" not in name.removeprefix("added:") and "\\" not in name and len(name) < 140 for name in kept)
    after = {path for path in sorted(tmp_path.rglob("*")) if not path.name.startswith("ledger.sqlite")}
    assert after <= set(before)
    page = editor.get("/documents").text
    assert "<img src=x" not in page


@pytest.mark.parametrize(("name", "clean"), [("../../a.txt", "a.txt"), ("C:\\x\\b.txt", "b.txt"), ("...", "unnamed"),
                                             ("a\u202etxt.exe", "atxt.exe"), ("", "unnamed"), ("үй.txt", "үй.txt")])  # fmt: skip
def test_clean_names(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def bomb(size: int) -> bytes:
    """A workbook that unpacks to much more than it is."""
    packed = io.BytesIO()
    name = "xl/worksheets/sheet1.xml"
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(size >> 20):
            part.write(b"\0" * (1 << 20))
    return packed.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InputError, match="unpacks to more"):
        check("bomb.xlsx", bomb(150 << 20))
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for place in range(3000):
            archive.writestr(f"xl/{place}", b"")
    with pytest.raises(InputError, match="unpacks to more"):
        check("many.xlsx", many.getvalue())


def test_a_large_file_is_refused(editor: TestClient) -> None:
    told = hand_over(editor, ("large.txt", b"a " * (11 << 20)))
    assert "larger than 20 MB" in told["files"][0]["why"]


def test_a_hundred_megabytes_are_refused_at_the_door(editor: TestClient) -> None:
    answer = editor.post("/add", content=b"x", headers={"content-length": str(100 << 20), "content-type": "text/plain"})
    assert answer.status_code == 413

    def endless() -> Any:
        for _ in range(60):
            yield b"x" * (1 << 20)

    boundary = {"content-type": "multipart/form-data; boundary=b"}
    assert editor.post("/add", content=endless(), headers=boundary).status_code in (400, 413)
    assert editor.get("/").status_code == 200


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(seconds=0.001)
    with pytest.raises(InputError, match="takes longer"):
        reader.read("slow.txt", TEXT.encode())
    reader.seconds = 60
    assert reader.read("again.txt", TEXT.encode()).claims
    reader.stop()


def test_a_reader_that_dies_is_replaced() -> None:
    others = set(multiprocessing.active_children())
    reader = Reader()
    assert reader.read("one.txt", TEXT.encode()).claims
    (own,) = set(multiprocessing.active_children()) - others
    own.kill()
    own.join()
    assert reader.read("two.txt", TEXT.encode()).claims
    reader.stop()


def test_forms_that_are_none(editor: TestClient) -> None:
    for content, sort in ((b"\xff\xfe\0", "multipart/form-data; boundary=x"), (b"{}", "application/json"),
                          (b"--x\r\nbad", "multipart/form-data; boundary=x"), (b"a=" * 900, "application/x-www-form-urlencoded"),
                          (b"&a=1" * 900, "application/x-www-form-urlencoded")):  # fmt: skip
        answer = editor.post("/add", content=content, headers={"content-type": sort})
        assert 400 <= answer.status_code < 500, (sort, answer.status_code)
    assert Rules().most_bytes > reading.MOST_BYTES
