"""DuckDB, which reads tables and JSON."""

import re
from pathlib import Path

from answers import Answers
from tools import Tool, package


def sheet(path: Path, name: str) -> Path:
    """One of the tables of a graph: `graph-nodes.csv` of `graph.csv`."""
    return path.with_name(f"{path.stem}-{name}.csv")


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


def duckdb_load(path: Path, form: str) -> Answers:
    import duckdb

    database = duckdb.connect()

    def rows(query, **files):
        return database.execute(query, {name: str(file) for name, file in files.items()}).fetchall()

    if form == "csv":
        options = "header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ','"
        rows(f'CREATE TABLE nodes AS SELECT "id:ID" AS id, label FROM read_csv($file, {options})', file=sheet(path, "nodes"))
        rows(
            'CREATE TABLE edges AS SELECT ":START_ID" AS subject, ":END_ID" AS object, relation, status, "when" '
            f"FROM read_csv($file, {options})",
            file=sheet(path, "relationships"),
        )
    else:
        lines = "'auto'" if form == "json" else "'newline_delimited'"
        whole = f"read_json($file, format = {lines}, maximum_object_size = 1000000000, union_by_name = true)"
        of = {
            "json": lambda key: f"(SELECT unnest({key}, max_depth := 2) FROM {whole})",
            "jsonl": lambda key: f"(FROM {whole} WHERE type = '{'entity' if key == 'entities' else 'statement'}')",
        }[form]
        rows(f"CREATE TABLE nodes AS SELECT id, label FROM {of('entities')}", file=path)
        rows(
            f'CREATE TABLE edges AS SELECT subject, object, relation, status, "when"::VARCHAR AS "when" FROM {of("statements")}', file=path
        )
    counts = rows("""SELECT (SELECT count(*) FROM nodes), count(*), count(nullif("when", '')) FROM edges""")[0]
    joined = rows("""SELECT s.label, o.label, coalesce("when", '') FROM edges
        JOIN nodes s ON s.id = subject JOIN nodes o ON o.id = object
        WHERE relation = 'joined' AND status = 'asserted'""")
    clean = unguarded if form == "csv" else str
    return Answers(*counts, joined=frozenset(tuple(clean(str(cell)) for cell in row) for row in joined))


TOOLS = [Tool("DuckDB", package("duckdb"), ("json", "jsonl", "csv"), duckdb_load)]
