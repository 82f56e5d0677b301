"""Bytes to text with structure: encodings, HTML, blocks, date candidates, furniture."""

from qatynas.read.folders import find_documents
from qatynas.read.reader import LARGEST, decode, read_bytes, read_path
from qatynas.read.streams import stream, stream_of

__all__ = ["LARGEST", "decode", "find_documents", "read_bytes", "read_path", "stream", "stream_of"]
