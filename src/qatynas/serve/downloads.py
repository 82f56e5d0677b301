"""Exports as files to download: written in threads of their own, never on the event loop, and sent piece by piece."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO

from starlette.responses import StreamingResponse

from qatynas.publish.exports import Material, export, format_of
from qatynas.publish.labels import speaking
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

AT_ONCE = 2  # exports written at the same time; pages have the other threads
IN_MEMORY = 8 << 20  # bytes of a file before it goes to disk
PIECE = 1 << 16


class Downloads:
    """Writes exports for one application."""

    def __init__(self) -> None:
        self.writing = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="exporting")

    async def answer(self, visit: Visit, name: str) -> StreamingResponse:
        """The file of a format, in the reader's language where it has words. Raises InputError, Refused."""
        chosen = format_of(name)
        file, file_name = await asyncio.get_running_loop().run_in_executor(self.writing, _written, visit, name)
        # names of formats and codes of states are plain letters
        disposition = f'attachment; filename="{file_name}"'
        headers = {"content-disposition": disposition, "content-length": str(file.seek(0, 2))}
        file.seek(0)
        answer = StreamingResponse(_pieces(file), headers=headers)
        answer.headers["content-type"] = chosen.media_type
        return answer


def _written(visit: Visit, name: str) -> tuple[IO[bytes], str]:
    """Everything that touches the ledger happens in this thread, whose own connection it is."""
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    try:
        with speaking(visit.language):
            state, told = visit.state, visit.told
            if state.is_large and not format_of(name).streams:
                raise Refused(404, word("exports", "large", name=name))
            # with settled findings too: brief and claimreview match them with who settled them
            findings = lambda: tuple(told.findings(state.found.ids))  # noqa: E731
            material = Material(visit.shelf.book(), state.pair, relationship=lambda: state.whole, findings=findings)
            export(name, material, file)
            return file, material.file_name(name)
    except BaseException:
        file.close()
        raise


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
