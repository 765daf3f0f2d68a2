"""Cytoscape.js opens the network in a browser, where NODE_MODULES names a folder with it."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.export.cyjs import write_cyjs
from graph.export.network import Network
from graph.export.views import VIEWS, network
from tests.graph.export.fiction import NETWORK, SUBGRAPH

MODULES = os.environ.get("NODE_MODULES")
SHOW = """graph => {
  const drawn = cytoscape({ container: document.body, elements: graph.elements, layout: { name: 'preset' } });
  return [drawn.nodes(':visible').length, drawn.edges().length];
}"""


@pytest.mark.skipif(MODULES is None, reason="NODE_MODULES names no folder of packages")
@pytest.mark.parametrize("given", [NETWORK, *(network([SUBGRAPH], view) for view in VIEWS)])
def test_every_node_and_edge_is_drawn(browser: Browser, given: Network) -> None:
    out = io.BytesIO()
    write_cyjs(given, out)
    page = browser.new_page()
    page.set_content("<body style='height: 600px'></body>")
    page.add_script_tag(path=Path(str(MODULES)) / "cytoscape" / "dist" / "cytoscape.min.js")
    assert page.evaluate(SHOW, json.loads(out.getvalue())) == [len(given.nodes), len(given.edges)]
    page.close()
