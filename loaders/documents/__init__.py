"""Reports read from files: text, Markdown, PDF, DOCX and HTML to one Document."""

from loaders.documents.reader import read_bytes, read_document

__all__ = ["read_bytes", "read_document"]
