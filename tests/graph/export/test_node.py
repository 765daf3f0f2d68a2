"""Cytoscape.js and Mermaid read what is written for them, where NODE_MODULES names a folder with both.

``npm install cytoscape mermaid jsdom`` makes such a folder.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from graph.export.network import Network
from graph.export.registry import exporter
from graph.export.views import VIEWS, network
from tests.graph.export.fiction import NETWORK, SUBGRAPH
from tests.graph.export.goldens import written

MODULES = os.environ.get("NODE_MODULES")
SCRIPT = Path(__file__).parent / "read.mjs"


@pytest.mark.skipif(MODULES is None, reason="NODE_MODULES names no folder of packages")
@pytest.mark.parametrize("name", ["cyjs", "mermaid"])
@pytest.mark.parametrize("given", [NETWORK, *(network([SUBGRAPH], view) for view in VIEWS)])
def test_its_own_program_reads_every_node_and_edge(name: str, given: Network, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(written(exporter(name), given)[""])
    command = ["node", str(SCRIPT), name, str(MODULES), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(len(given.nodes)), str(len(given.edges))]
