#!/usr/bin/env python3
"""Seconds networkx and pydot take to write the graph of FOLDER/graph.jsonl, alone and with reading it: peers.py FOLDER"""

import csv
import json
import sys
import time

import networkx

folder = sys.argv[1]
begun = time.perf_counter()
graph = networkx.MultiDiGraph()
with open(f"{folder}/graph.jsonl", encoding="utf-8") as lines:
    for record in map(json.loads, lines):
        if record["type"] == "entity":
            aliases = "|".join(record.get("aliases", []))
            graph.add_node(record["id"], label=record["label"], kind=record["kind"], aliases=aliases)
        elif record["type"] == "statement":
            evidence = record["evidence"][0]
            graph.add_edge(
                record["subject"], record["object"], key=record["id"], label=record["relation"], when=record["when"],
                quote=evidence["quote"], document=evidence["document"], offset=evidence["start"],
            )
reading = time.perf_counter() - begun


def timed(name, write):
    begun = time.perf_counter()
    write()
    writing = time.perf_counter() - begun
    print(f"{name:24} {writing:7.2f} s, {reading + writing:7.2f} s with reading", flush=True)


def dot():
    """Names and values in quotes, as pydot wants them where they hold its signs."""

    def quoted(text):
        return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'

    safe = networkx.MultiDiGraph()
    for node, values in graph.nodes(data=True):
        safe.add_node(quoted(node), **{key: quoted(value) for key, value in values.items()})
    for source, target, values in graph.edges(data=True):
        safe.add_edge(quoted(source), quoted(target), **{key: quoted(value) for key, value in values.items()})
    with open(f"{folder}/peer.dot", "w", encoding="utf-8") as out:
        out.write(networkx.drawing.nx_pydot.to_pydot(safe).to_string())


def table():
    """Neither library writes CSV with all its values: the edges as a data frame would have them."""
    with open(f"{folder}/peer.csv", "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        for source, target, key, values in graph.edges(data=True, keys=True):
            rows.writerow([source, target, key, *values.values()])


timed("networkx GraphML", lambda: networkx.write_graphml_xml(graph, f"{folder}/peer.graphml"))
timed("networkx GEXF", lambda: networkx.write_gexf(graph, f"{folder}/peer.gexf"))
timed("networkx and pydot DOT", dot)
timed("networkx and csv", table)
