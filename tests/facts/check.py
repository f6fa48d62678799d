#!/usr/bin/env python3
"""Compares a graph with the tables it was made of, by the tables alone.

usage: check.py FOLDER MAPPING.toml GRAPH.json

FOLDER has the tables below, and the graph is what `legation export FOLDER/*.csv --columns MAPPING.toml --to json` gives.
Every row has to be the evidence of a statement of its relation, with its dates, about somebody of its name and the country
it names. Prints the counts, and the rows of which that does not hold.
"""

import csv
import json
import sys
import tomllib
from collections import Counter, defaultdict

# File: relation, column of the person, column of the country, columns of start and end.
TABLES = {
    "visits-to-us.csv": ("visited", "visitor", None, "start-date", "end-date"),
    "us-travels-abroad.csv": ("visited", "name", "country", "start-date", "end-date"),
    "us-chiefs-of-mission.csv": ("holdsPosition", "name", None, "started", "ended"),
}


def rows(path):
    """The rows of a table: line, text and cells."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().replace("\r\n", "\n").split("\n")
    reader = csv.reader(lines)
    header = next(reader)
    begin = reader.line_num
    for cells in reader:
        if cells:
            yield begin + 1, "\n".join(lines[begin : reader.line_num]).strip(), dict(zip(header, cells))
        begin = reader.line_num


def span(start, end):
    if start and end:
        return start if start == end else f"{start}/{end}"
    return f"{start}/.." if start else f"../{end}" if end else None


def letters(name):
    return "".join(c for c in name.lower() if c.isalpha())


class Graph:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        self.names = {e["id"]: [e["label"], *e.get("aliases", [])] for e in graph["entities"]}
        self.statements = graph["statements"]
        self.by_quote = defaultdict(list)
        for statement in self.statements:
            for evidence in statement["evidence"]:
                self.by_quote[evidence["quote"]].append(statement)

    def called(self, entity, names):
        return any(letters(name) in letters(cell) for name in self.names[entity] for cell in names)


def main():
    folder, mapping, path = sys.argv[1:]
    with open(mapping, "rb") as file:
        renamed = tomllib.load(file)["names"]
    graph = Graph(path)
    missing = []
    for file, (relation, who, where, *ends) in TABLES.items():
        total = 0
        for line, text, row in rows(f"{folder}/{file}"):
            total += 1
            when = span(*(row[end] for end in ends))
            about = [s for s in graph.by_quote[text] if (s["relation"], s.get("when")) == (relation, when)]
            places = [row[where], renamed.get(row[where], row[where])] if where else ["United States"]
            if not any(graph.called(s["subject"], [row[who]]) and graph.called(s["object"], places) for s in about):
                missing.append(f"{file}:{line}: {row[who]}, {when}: not in the graph")
        print(f"{file}: {total} rows, {total - sum(m.startswith(file) for m in missing)} in the graph")
    counts = Counter(s["relation"] for s in graph.statements)
    print(f"{len(graph.names)} entities; statements: {dict(sorted(counts.items()))}")
    print("\n".join(missing))
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
