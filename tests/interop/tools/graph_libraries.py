"""Graph libraries: networkx and igraph."""

from pathlib import Path

from answers import Answers
from tools import Tool, package


def of_edges(labels: list[str], edges: list[tuple[str, str, dict]]) -> Answers:
    """Answers from the labels of nodes, and edges as two labels and what is said of them."""
    joined = frozenset(
        (source, target, said.get("when") or "")
        for source, target, said in edges
        if said["relation"] == "joined" and said["status"] == "asserted"
    )
    dates = sum(bool(said.get("when")) for _, _, said in edges)
    return Answers(len(labels), len(edges), dates, joined=joined)


def networkx_load(path: Path, form: str) -> Answers:
    import networkx

    if form == "graphml":
        graph = networkx.read_graphml(path, force_multigraph=True)
    else:
        graph = networkx.read_gexf(path)
    labels = dict(graph.nodes(data="label"))
    edges = [(labels[source], labels[target], said) for source, target, said in graph.edges(data=True)]
    return of_edges(list(labels.values()), edges)


def igraph_load(path: Path, _form: str) -> Answers:
    import igraph

    graph = igraph.Graph.Read_GraphML(str(path))
    labels = graph.vs["label"]
    edges = [(labels[edge.source], labels[edge.target], edge.attributes()) for edge in graph.es]
    return of_edges(labels, edges)


TOOLS = [
    Tool("networkx", package("networkx"), ("graphml", "gexf"), networkx_load),
    Tool("igraph", package("igraph"), ("graphml",), igraph_load),
]
