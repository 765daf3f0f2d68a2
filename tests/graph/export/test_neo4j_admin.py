"""The bulk import, done by Neo4j's own tool where NEO4J_LIB names the folder of its jars."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from graph.export.neo4j_admin import write_neo4j_admin
from tests.graph.export.fiction import SUBGRAPH

LIB = os.environ.get("NEO4J_LIB")


@pytest.mark.skipif(LIB is None, reason="NEO4J_LIB names no Neo4j")
def test_neo4j_imports_every_node_and_relationship(tmp_path: Path) -> None:
    files, home = tmp_path / "files", tmp_path / "home"
    files.mkdir()
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    write_neo4j_admin([SUBGRAPH], files)
    command = ["java", "-Xmx1g", "-cp", f"{LIB}/*", "org.neo4j.cli.AdminTool", "database", "import", "full"]
    done = subprocess.run(
        [*command, "neo4j", "@import.args"],
        cwd=files,
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counts = {name: int(number) for number, name in re.findall(r"(\d+) (nodes|relationships)", done.stdout)}
    relationships = len(list(SUBGRAPH.relationships))
    assert counts == {"nodes": len(SUBGRAPH.resources), "relationships": relationships}
