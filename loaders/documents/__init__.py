"""Readers of published files: one a format, all returning the one Document."""
