"""Tables of goods that somebody gave: files named when the application was started, and those handed over since.

What a handed-over table gives is kept in memory alone, the latest of them; the ledger does not change by it.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from qatynas.model.errors import InputError
from qatynas.outlook.goods import read_goods
from qatynas.outlook.potential import Potential, of_goods
from qatynas.serve.reader import Reader

KEPT = 8


class GoodsTables:
    """given are files of the one who started the application; they are read once for each direction asked for."""

    def __init__(self, given: Sequence[Path] = ()) -> None:
        self.files = tuple(given)
        self._reader = Reader()
        self._given: dict[tuple[str, str], Potential | str] = {}
        self._kept: OrderedDict[str, Potential] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, seller: str, buyer: str) -> Potential | str | None:
        """The potential by the files given, or why they have none; None where no file is given."""
        if not self.files:
            return None
        with self._lock:
            if (seller, buyer) not in self._given:
                self._given[seller, buyer] = self._read(seller, buyer)
            return self._given[seller, buyer]

    def _read(self, seller: str, buyer: str) -> Potential | str:
        try:
            goods = read_goods(self.files, seller, buyer)
        except InputError as error:
            return str(error)
        goods.path = ", ".join(file.name for file in self.files)  # readers need not know where they lie
        return of_goods(goods, seller, buyer)

    def keep(self, files: list[tuple[str, bytes]], seller: str, buyer: str, year: int | None) -> str:
        """Reads files that were handed over, in the process for such, and keeps what they give under the id returned.

        Raises InputError that names file, row and remedy.
        """
        found = self._reader.potential(files, seller, buyer, year)
        name = secrets.token_hex(6)
        with self._lock:
            self._kept[name] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return name

    def kept(self, name: str) -> Potential | None:
        """What was kept under an id, as long as it is."""
        return self._kept.get(name)
