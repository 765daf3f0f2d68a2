"""From a Document to a Review: one file for each thing found."""
