"""What a file is that is no text, told by its first bytes, and what a person can do about it."""

from __future__ import annotations

# (offset, first bytes, what it is, what to do); the first that fits wins
SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF file", "save its text as .txt, or the page as .html"),
    (0, b"{\\rtf", "a rich text (RTF) file", "save it as plain text"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls)", "save it as plain text or HTML"),
    (0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)", "give the text itself"),
    (0, b"\xff\xd8\xff", "a picture (JPEG)", "give the text itself"),
    (0, b"GIF87a", "a picture (GIF)", "give the text itself"),
    (0, b"GIF89a", "a picture (GIF)", "give the text itself"),
    (0, b"II*\x00", "a picture (TIFF)", "give the text itself"),
    (0, b"MM\x00*", "a picture (TIFF)", "give the text itself"),
    (8, b"WEBPVP8", "a picture (WebP)", "give the text itself"),
    (0, b"AT&TFORM", "a scanned book (DjVu)", "give the text itself"),
    (0, b"\x1f\x8b\x08", "a compressed file (gzip)", "unpack it first"),
    (0, b"BZh9", "a compressed file (bzip2)", "unpack it first"),
    (0, b"\xfd7zXZ\x00", "a compressed file (xz)", "unpack it first"),
    (0, b"\x28\xb5\x2f\xfd", "a compressed file (zstd)", "unpack it first"),
    (0, b"7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it first"),
    (0, b"Rar!\x1a\x07", "an archive (RAR)", "unpack it first"),
    (257, b"ustar", "an archive (tar)", "unpack it first"),
    (0, b"SQLite format 3\x00", "a SQLite database", "name it with --ledger if it is a ledger"),
    (0, b"\x7fELF", "a program", "give a text"),
    (0, b"ID3", "a sound recording (MP3)", "give the text itself"),
    (0, b"OggS", "a sound recording (Ogg)", "give the text itself"),
    (4, b"ftyp", "a film or sound recording (MP4)", "give the text itself"),
    (0, b"wOFF", "a font", "give a text"),
    (0, b"wOF2", "a font", "give a text"),
    (0, b"bplist00", "a saved web archive (.webarchive)", "save the page from the browser as .html"),
)

ZIP_START = (b"PK\x03\x04", b"PK\x05\x06")
# a name inside a ZIP archive → what the file is
ZIP_CONTENTS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a slide show"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
)
ZIP_SEARCHED = 1 << 16

MHTML_HEADERS = (b"From: <Saved by", b"MIME-Version:", b"Snapshot-Content-Location:")


def not_text(data: bytes) -> tuple[str, str] | None:
    """What data is where its first bytes say that it is no text, and what to do; None where they do not say so."""
    if data.startswith(ZIP_START):
        head = data[:ZIP_SEARCHED]
        inside = next((what for name, what in ZIP_CONTENTS if name in head), None)
        return (inside, "save it as plain text or HTML") if inside else ("a ZIP archive", "unpack it first")
    for offset, start, what, advice in SIGNATURES:
        if data.startswith(start, offset):
            return what, advice
    if data.startswith(MHTML_HEADERS) and b"multipart/related" in data[:4096]:
        return "a web archive (.mht)", 'save the page from the browser as "page, complete" (.html)'
    return None
