"""Bytes to text with structure: encodings, HTML, blocks, date candidates, furniture."""

from qatynas.read.reader import LARGEST, decode, find_documents, read_bytes, read_path

__all__ = ["LARGEST", "decode", "find_documents", "read_bytes", "read_path"]
