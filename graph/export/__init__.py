"""Exports: one file a format, on one small base."""
