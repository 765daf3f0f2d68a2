"""Named questions: library/ holds one Cypher template a file, the runner answers them."""
