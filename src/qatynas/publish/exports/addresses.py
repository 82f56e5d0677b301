"""Documents' own addresses as other programs may follow them: of the web only, without what breaks out of a field."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r"[{}\\\s\"<>^`|\x00-\x1f\x7f]")


def web(address: str | None) -> str | None:
    """An http(s) address with unsafe letters percent-encoded; None for any other, which a page may have put there."""
    if not address or not address.startswith(("http://", "https://")):
        return None
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), address)
