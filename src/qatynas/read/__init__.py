"""Bytes to text with structure: encodings, HTML, blocks, date candidates, furniture."""

from qatynas.read.reader import LARGEST, find_documents, read_bytes, read_path

__all__ = ["LARGEST", "find_documents", "read_bytes", "read_path"]
