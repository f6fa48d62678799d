"""Property-graph databases: ArcadeDB, asked by Neo4j's own driver, and LadybugDB."""

import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import arcadedb as arcadedb_server
from answers import Answers
from tools import Tool, package
from tools.rdf_servers import free_port
from tools.tables import sheet, unguarded

PASSWORD = "for-this-run-alone"
DEADLINE = 120

COUNTS = (
    "MATCH (n:Entity) RETURN count(n)",
    "MATCH (:Entity)-[r]->(:Entity) RETURN count(r)",
    "MATCH (:Entity)-[r]->(:Entity) WHERE r.when IS NOT NULL RETURN count(r)",
)
JOINED = "MATCH (a:Entity)-[r:JOINED]->(b:Entity) RETURN a.label, b.label, r.when"


def statements(script: str) -> list[str]:
    """A Cypher script as `cypher-shell` takes it apart: at semicolons that end a line, comments left out."""
    lines = [line for line in script.split("\n") if not line.startswith("//")]
    return [statement for statement in "\n".join(lines).split(";\n") if statement.strip()]


@contextmanager
def arcadedb():
    """A session of Neo4j's driver with a server of its own."""
    from neo4j import GraphDatabase

    port, http_port = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = arcadedb_server.command(folder, PASSWORD, http_port, port)
        with open(Path(folder) / "server.out", "wb") as log:
            server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            # It opens this one last, when it has made its database.
            wait_for(http_port, server)
            with GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("root", PASSWORD)) as driver:
                with driver.session(database="legation") as session:
                    yield session
        finally:
            server.kill()
            server.wait()


def wait_for(port: int, server: subprocess.Popen) -> None:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("ArcadeDB did not start")


def arcadedb_load(path: Path, _form: str) -> Answers:
    """Runs the script twice: the second time must change nothing."""
    script = statements(path.read_text(encoding="utf-8"))
    with arcadedb() as session:
        first = of_session(session, script)
        if of_session(session, script) != first:
            raise RuntimeError("the script changes the graph when it is run again")
        return first


def of_session(session, script: list[str]) -> Answers:
    for statement in script:
        session.execute_write(lambda transaction: transaction.run(statement).consume())
    counts = [session.run(query).single()[0] for query in COUNTS]
    joined = frozenset((row[0], row[1], row[2] or "") for row in session.run(JOINED))
    return Answers(*counts, joined=joined)


NODE_COLUMNS = "id STRING PRIMARY KEY, label STRING, kind STRING, aliases STRING, same STRING, labels STRING"


def ladybug_load(path: Path, _form: str) -> Answers:
    """Loads nodes and relationships as one table each; what Neo4j's header says of types is left out."""
    import csv

    import ladybug

    with tempfile.TemporaryDirectory() as folder:
        connection = ladybug.Connection(ladybug.Database(str(Path(folder) / "graph")))
        with sheet(path, "relationships").open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        names = [name.split(":")[0] for name in header]
        columns = ", ".join(f"`{name}` STRING" for name in names[3:])
        connection.execute(f"CREATE NODE TABLE Entity({NODE_COLUMNS})")
        connection.execute(f"CREATE REL TABLE Said(FROM Entity TO Entity, type STRING, {columns})")
        for table, name in (("Entity", "nodes"), ("Said", "relationships")):
            options = "HEADER=true, PARALLEL=false, ESCAPE='\"'"
            connection.execute(f"COPY {table} FROM '{sheet(path, name)}' ({options})")

        def rows(query):
            return connection.execute(query).get_all()

        counts = [
            rows("MATCH (n:Entity) RETURN count(*)")[0][0],
            rows("MATCH ()-[r:Said]->() RETURN count(*)")[0][0],
            rows("MATCH ()-[r:Said]->() WHERE r.`when` <> '' RETURN count(*)")[0][0],
        ]
        joined = rows("MATCH (a)-[r:Said]->(b) WHERE r.type = 'JOINED' RETURN a.label, b.label, r.`when`")
        return Answers(*counts, joined=frozenset(tuple(unguarded(cell or "") for cell in row) for row in joined))


TOOLS = [
    Tool("ArcadeDB", package("arcadedb-embedded"), ("cypher",), arcadedb_load),
    Tool("LadybugDB", package("ladybug"), ("csv",), ladybug_load),
]
