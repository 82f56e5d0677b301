"""Claims back from CLAIMS.md's JSON objects: ledgers, tests and other programs' files read this way."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec

from qatynas.model.claim import KINDS, Claim
from qatynas.model.errors import InputError

_QUANTITY = ("value", "unit", "low", "high", "qualifier")


def claim_of(row: dict[str, Any], where: str = "claim") -> Claim:
    """The claim that a row of CLAIMS.md's form states; fields that it does not know are left out.

    where names the row in an error. Raises InputError for an unknown kind or a field of the wrong form.
    """
    cls = KINDS.get(str(row.get("kind")))
    if cls is None:
        raise InputError(where, f"unknown kind {row.get('kind')!r}; expected one of {', '.join(KINDS)}")
    known = {f.name: f.name.rstrip("_") for f in dataclasses.fields(cls)}
    values = {name: row[key] for name, key in known.items() if row.get(key) is not None}
    values["span"] = {"start": row.get("start", 0), "end": row.get("end", 0)}
    values["support"] = [
        {"span": {"start": start, "end": end}, "field": field} for start, end, field in row.get("support") or ()
    ]
    values.setdefault("status", "actual" if "measure" in row else "done")
    if "quantity" in known:
        values["quantity"] = {"low": None, "high": None} | {key: row[key] for key in _QUANTITY if key in row}
    try:
        return msgspec.convert(values, cls, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(where, f"a {cls.kind} claim with a field of the wrong form: {error}") from None
