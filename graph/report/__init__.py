"""Pages to read and hand on: a case on one page, and the folder that holds many of them."""
