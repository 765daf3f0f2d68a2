"""From a published file to a Review: documents/ reads the file, extract/ reads the text."""
