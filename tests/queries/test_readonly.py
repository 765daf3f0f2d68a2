"""A question only reads: the words that write are seen, the same words in text and names are not."""

from __future__ import annotations

import pytest

from queries.readonly import writing_words


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n) RETURN n",
        "MATCH (n) SET n.x = 1",
        "match (n) detach delete n",
        "MATCH (n) REMOVE n.x",
        "MERGE (n:A)",
        "MATCH (n) WITH n FOREACH (x IN [1] | SET n.x = x)",
        "LOAD  CSV FROM 'file' AS row RETURN row",
        "DROP INDEX x",
        "CALL db.labels()",
        "CALL apoc.periodic.iterate('', '', {})",
        "CALL (x) { RETURN 1 AS y } IN TRANSACTIONS RETURN y",
        "WITH 1 AS x /* harmless */ CREATE (n)",
        "RETURN '\\'' CREATE (n)",
        "RETURN 1.SET n.x = 2",
    ],
)
def test_a_statement_that_writes_is_seen(cypher: str) -> None:
    assert writing_words(cypher)


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n) RETURN n ORDER BY n.set",
        "MATCH (n:Create)-[:SET]->() RETURN n",
        "RETURN 'CREATE (n)' AS x // DELETE it",
        'RETURN "it\'s a SET" AS x /* MERGE */',
        "MATCH (`delete`) RETURN 1 AS x",
        "MATCH (c) CALL (c) { RETURN 1 AS x } RETURN x",
        "RETURN $set AS x",
        "RETURN n.created AS x, size([1]) AS offset",
    ],
)
def test_a_statement_that_reads_is_left_alone(cypher: str) -> None:
    assert not writing_words(cypher)
