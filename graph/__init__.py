"""The property graph: the store over Bolt, the embedded server, records, exports."""
