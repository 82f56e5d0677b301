"""Plain text in blocks: the same text as decoding it whole, whatever the encoding and wherever a block ends."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from qatynas.model import InputError
from qatynas.read import decode, stream, stream_of, streams

TEXT = "Қазақстан мен Қырғызстан арасындағы сауда өсіп келеді. " * 40 + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
@pytest.mark.parametrize("block", [7, 64, 1 << 20])
def test_blocks_join_to_the_whole(monkeypatch: pytest.MonkeyPatch, encoding: str, block: int) -> None:
    if encoding == "kz1048" and block < 1 << 20:
        pytest.skip("an undeclared eight-bit encoding needs more than a few letters")
    monkeypatch.setattr(streams, "BLOCK", block)
    data = TEXT.encode(encoding)
    assert "".join(stream_of(io.BytesIO(data), "-")) == TEXT == decode(data, "-")


def test_what_is_no_text_is_told_in_a_line(tmp_path: Path) -> None:
    for name, data in {
        "p.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "cut.txt": TEXT.encode()[:2_000_000] * 600 + b"\xff\xff",
    }.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=name):
            list(stream(tmp_path / name))
    with pytest.raises(InputError, match=r"none\.txt"):
        list(stream(tmp_path / "none.txt"))
