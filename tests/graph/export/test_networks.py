"""The network formats: golden bytes, and the same counts when a program that is not ours reads them back."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from io import BytesIO, StringIO
from pathlib import Path
from shutil import which

import networkx as nx
import pydot
import pytest
from lxml import etree

from graph.export.cells import FORMULA
from graph.export.gephi import timeset
from graph.export.mermaid import escaped
from graph.export.network import Network, Node
from graph.export.registry import exporter
from graph.export.views import VIEWS, network
from tests.graph.export.fiction import AWKWARD, NETWORK, SUBGRAPH
from tests.graph.export.goldens import FOLDER, NAMES, written

EVERY = [NETWORK, *(network([SUBGRAPH], view) for view in VIEWS)]
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


def tables(name: str, network: Network) -> dict[str, list[dict[str, str]]]:
    files = written(exporter(name), network)
    return {file: list(csv.DictReader(StringIO(data.decode("utf-8-sig")))) for file, data in files.items()}


@pytest.mark.parametrize("given", EVERY)
def test_gephi_tables_hold_every_node_and_edge(given: Network) -> None:
    found = tables("gephi-csv", given)
    assert {row["Id"] for row in found["nodes.csv"]} == {node.id for node in given.nodes}
    pairs = {(row["Source"], row["Kind"], row["Target"]) for row in found["edges.csv"]}
    assert pairs == {(edge.source, edge.type, edge.target) for edge in given.edges}
    ids = {row["Id"] for row in found["nodes.csv"]}
    assert all({row["Source"], row["Target"]} <= ids for row in found["edges.csv"])


def test_gephi_tells_when_and_names_no_time_column_by_accident() -> None:
    assert timeset([("2021-01-02", "2021-01-03"), ("2022-01-01", "2022-01-01")]) == (
        "<[2021-01-02, 2021-01-03]; [2022-01-01, 2022-01-01]>"
    )
    odd = Network([Node("a", "X", "a", {"interval": 1, "Label": "b", "my_timestamp": 2})])
    header = tables("gephi-csv", odd)["nodes.csv"][0]
    assert list(header) == ["Id", "Label", "Timeset", "type", "Label_", "time", "my_time"]


@pytest.mark.parametrize("given", EVERY)
def test_networkx_reads_cyjs(given: Network) -> None:
    read = json.loads(text("cyjs", given))
    # networkx keeps the id of a node under a name of its own.
    for node in read["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]
    for edge in read["elements"]["edges"]:
        edge["data"]["key"] = edge["data"]["id"]
    graph = nx.cytoscape_graph(read | {"data": [], "multigraph": True, "directed": True})
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(given.nodes), len(given.edges))


def test_cyjs_counts_days() -> None:
    nodes = [one["data"] for one in json.loads(text("cyjs", NETWORK))["elements"]["nodes"]]
    meeting = next(data for data in nodes if data["id"] == "urn:x:meeting")
    assert meeting["t_days"] == 18628  # 1 January 2021
    assert all(isinstance(data["id"], str) for data in nodes)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("given", EVERY)
def test_pydot_reads_dot(given: Network) -> None:
    graphs = pydot.graph_from_dot_data(text("dot", given).decode())
    assert graphs is not None and len(graphs) == 1
    nodes = [node for node in graphs[0].get_nodes() if node.get_name() not in ("node", "edge", "graph")]
    assert (len(nodes), len(graphs[0].get_edges())) == (len(given.nodes), len(given.edges))


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("given", EVERY)
def test_graphviz_draws_dot(given: Network) -> None:
    drawn = subprocess.run(["dot", "-Tsvg"], input=text("dot", given), capture_output=True, check=True)
    root = etree.fromstring(drawn.stdout)
    groups = [one.get("class") for one in root.iter("{http://www.w3.org/2000/svg}g")]
    assert (groups.count("node"), groups.count("edge")) == (len(given.nodes), len(given.edges))


@pytest.mark.parametrize("given", EVERY)
def test_mermaid_has_a_line_for_each_node_and_edge(given: Network) -> None:
    lines = text("mermaid", given).decode().splitlines()
    assert sum(re.match(r'  n\d+\["', line) is not None for line in lines) == len(given.nodes)
    assert sum(re.match(r"  n\d+ --[->]", line) is not None for line in lines) == len(given.edges)


def test_mermaid_labels_cannot_end_their_quotes() -> None:
    assert escaped('a "b"; click x') == "a #34;b#34;#59; click x"


@pytest.mark.parametrize("given", EVERY)
def test_i2_holds_every_node_and_edge(given: Network) -> None:
    found = tables("i2-csv", given)
    links, alone = found["links.csv"], found["entities.csv"]
    assert {row["link_id"] for row in links} == {edge.id for edge in given.edges}
    ends = {row[end] for row in links for end in ("end1_id", "end2_id")}
    assert ends | {row["id"] for row in alone} == {node.id for node in given.nodes}
    fields = [value for row in [*links, *alone] for value in row.values()]
    assert not any("\n" in value or "\r" in value for value in fields)


def test_i2_tells_how_exact_a_date_is() -> None:
    meeting = next(row for row in tables("i2-csv", NETWORK)["links.csv"] if row["end1_id"] == "urn:x:meeting")
    assert (meeting["date"], meeting["date_precision"]) == ("2021-01-01", "month")


@pytest.mark.parametrize("name", ["gephi-csv", "i2-csv"])
def test_no_field_of_a_table_can_run_as_a_formula(name: str) -> None:
    rows = [row for table in tables(name, NETWORK).values() for row in table]
    assert not [value for row in rows for value in row.values() if value.startswith(FORMULA)]
