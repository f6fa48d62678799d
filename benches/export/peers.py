#!/usr/bin/env python3
"""Seconds networkx and pydot take to write the graph of FOLDER/graph.jsonl, alone and with reading it: peers.py FOLDER"""

import contextlib
import csv
import json
import re
import sys
import time

import networkx

# What a cell begins with that a spreadsheet takes for a formula.
FORMULA = {"=", "+", "-", "@"}

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
    print(f"{name:26} {writing:7.2f} s, {reading + writing:7.2f} s with reading", flush=True)


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


def edges():
    """What networkx itself writes with commas between: the edges and their values, without quotes."""
    keys = ["label", "when", "quote", "document", "offset"]
    networkx.write_edgelist(graph, f"{folder}/peer.csv", delimiter=",", data=keys)


def table():
    """One table: the edges as a data frame would have them."""
    with open(f"{folder}/peer-edges.csv", "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        for source, target, key, values in graph.edges(data=True, keys=True):
            rows.writerow([source, target, key, *values.values()])


def tables():
    """The tables that Legation writes, but for what the graph was not told: confidence, and where entities are named."""
    names = ["nodes", "relationships", "evidence", "sources", "links"]
    with contextlib.ExitStack() as files:
        nodes, statements, evidence, sources, links = (
            csv.writer(files.enter_context(open(f"{folder}/peer-{name}.csv", "w", encoding="utf-8", newline="")))
            for name in names
        )
        for node, values in graph.nodes(data=True):
            kind = values["kind"]
            nodes.writerow(cells(node, values["label"], kind, values["aliases"].replace("|", ";"), "", f"Entity;{kind}"))
        documents, met = {}, set()
        for source, target, key, values in graph.edges(data=True, keys=True):
            label, when, quote, document, start = values.values()
            passage = f"{document}#char={start},{start + len(quote)}"
            kind = re.sub("(?<=[a-z0-9])(?=[A-Z])", "_", label).upper()
            said = [key, label, label, "asserted", when, when, when, "", "", "", "", "", "false", 1, 1]
            statements.writerow(cells(source, target, kind, *said, passage))
            if passage not in met:
                met.add(passage)
                evidence.writerow(cells(passage, document, start, start + len(quote), quote, "Evidence"))
                links.writerow(cells(passage, document, "QUOTED_FROM", "", ""))
                documents[document] = None
        for document in documents:
            sources.writerow(cells(document, "", "", "", "Source"))


def cells(*values):
    """Values that no spreadsheet runs."""
    return ["'" + value if isinstance(value, str) and value[:1] in FORMULA else value for value in values]


timed("networkx GraphML", lambda: networkx.write_graphml_xml(graph, f"{folder}/peer.graphml"))
timed("networkx GEXF", lambda: networkx.write_gexf(graph, f"{folder}/peer.gexf"))
timed("networkx and pydot DOT", dot)
timed("networkx edge list", edges)
timed("networkx, csv: edges", table)
timed("networkx, csv: all tables", tables)
