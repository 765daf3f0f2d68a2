"""The network formats: golden bytes, and the same counts when a program that is not ours reads them back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from graph.export.network import Network
from graph.export.registry import exporter
from graph.export.views import VIEWS, network
from tests.graph.export.fiction import AWKWARD, NETWORK, SUBGRAPH
from tests.graph.export.goldens import FOLDER, NAMES, written

EVERY = [NETWORK, *(network(SUBGRAPH, view) for view in VIEWS)]
GEXF = {"g": "http://gexf.net/1.3"}


def text(name: str, network: Network) -> bytes:
    return written(exporter(name), network)[""]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_network_gives_the_same_bytes(name: str) -> None:
    for file, data in written(exporter(name), NETWORK).items():
        assert data == (FOLDER / f"{name}-{file}".rstrip("-")).read_bytes()


@pytest.mark.parametrize("given", EVERY)
def test_networkx_reads_graphml(given: Network) -> None:
    read = nx.read_graphml(BytesIO(text("graphml", given)), force_multigraph=True)
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(given.nodes), len(given.edges))


def test_graphml_keeps_types_and_text() -> None:
    read = nx.read_graphml(BytesIO(text("graphml", NETWORK)), force_multigraph=True)
    assert read.nodes["urn:x:gap"]["about"] == AWKWARD
    assert read.nodes["urn:x:gap"]["confidence"] == 1.0
    assert read.nodes["urn:x:meeting"]["held"] is True
    assert {data["type"] for _, _, data in read.edges(data=True)} >= {"HOLDER", "RECEIVER"}


@pytest.mark.parametrize("given", EVERY)
def test_igraph_reads_graphml(given: Network, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    (tmp_path / "x.graphml").write_bytes(text("graphml", given))
    read = igraph.Graph.Read_GraphML(str(tmp_path / "x.graphml"))
    assert (read.vcount(), read.ecount()) == (len(given.nodes), len(given.edges))


@pytest.mark.parametrize("given", EVERY)
def test_networkx_reads_gexf(given: Network) -> None:
    read = nx.read_gexf(BytesIO(text("gexf", given)), version="1.3")
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(given.nodes), len(given.edges))


def test_gexf_tells_when() -> None:
    root = etree.fromstring(text("gexf", NETWORK))
    graph = root.find("g:graph", GEXF)
    assert graph is not None and (graph.get("start"), graph.get("end")) == ("2021-01-01", "2021-03-04")
    meeting = root.find(".//g:node[@id='urn:x:meeting']", GEXF)
    assert meeting is not None and (meeting.get("start"), meeting.get("end")) == ("2021-01-01", "2021-01-31")
    spells = root.findall(".//g:edge/g:spells/g:spell", GEXF)
    assert [spell.get("start") for spell in spells] == ["2021-01-01", "2021-03-04"]


def test_gexf_colours_by_class() -> None:
    root = etree.fromstring(text("gexf", NETWORK))
    assert len(root.findall(".//{http://gexf.net/1.3/viz}color")) == len(NETWORK.nodes)
