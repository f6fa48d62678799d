"""Triple stores that run as servers, on this machine alone: Virtuoso and the oxigraph server."""

import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import sparql
from answers import Answers
from tools import Tool
from tools.rdf_libraries import MEDIA_TYPES

GRAPH = "http://127.0.0.1/interop"
DEADLINE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], url: str, folder: Path):
    """A server that answers at `url`, stopped afterwards."""
    with open(folder / "log", "wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        wait_for(url, server, folder / "log")
        yield
    finally:
        server.terminate()
        server.wait(DEADLINE)


def wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"the server stopped: {log.read_text(errors='replace')[-400:]}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"no server at {url} after {DEADLINE} s")


def post(url: str, query: str) -> list[list[str]]:
    """Rows of a SPARQL query over HTTP."""
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(url, body, {"Accept": "text/csv"})
    with urllib.request.urlopen(request, timeout=DEADLINE * 5) as answer:
        return list(csv.reader(io.StringIO(answer.read().decode("utf-8"))))[1:]


def oxigraph_program() -> str:
    return str(Path(sys.executable).with_name("oxigraph"))


def oxigraph_version() -> str:
    return subprocess.check_output([oxigraph_program(), "--version"], text=True).split()[-1]


def oxigraph_load(path: Path, form: str) -> Answers:
    """Loads in bulk, then serves: a file of this size that is put over HTTP is one long transaction."""
    with tempfile.TemporaryDirectory() as folder:
        location = ["--location", str(Path(folder) / "store")]
        media_type = MEDIA_TYPES[form]
        subprocess.run(
            [oxigraph_program(), "load", *location, "--file", str(path), "--format", media_type],
            check=True,
            capture_output=True,
        )
        address = f"127.0.0.1:{free_port()}"
        command = [oxigraph_program(), "serve-read-only", *location, "--bind", address]
        with running(command, f"http://{address}/query", Path(folder)):
            url = f"http://{address}/query?union-default-graph"
            return sparql.ask(lambda query: post(url, query))



VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 100000
MaxCheckpointRemap = 2000
CheckpointInterval = 0
MaxMemPoolSize = 400000000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 600
"""


def virtuoso_version() -> str:
    said = subprocess.run(["virtuoso-t", "-?"], capture_output=True, text=True, check=False)
    words = (said.stdout + said.stderr).split()
    return words[words.index("Version") + 1].rstrip(",") if "Version" in words else "7"


def isql(port: int, command: str) -> str:
    address = f"127.0.0.1:{port}"
    done = subprocess.run(
        ["isql-vt", address, "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", f"EXEC={command}"],
        capture_output=True,
        text=True,
        check=True,
    )
    if "*** Error" in done.stdout + done.stderr:
        raise RuntimeError((done.stdout + done.stderr).strip())
    return done.stdout


@contextmanager
def virtuoso(folder: Path):
    """A Virtuoso with its files in a folder; gives its address and the port of its SQL."""
    ports = {"sql": free_port(), "http": free_port()}
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(folder=folder, **ports))
    url = f"http://127.0.0.1:{ports['http']}"
    with running(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], f"{url}/sparql", folder):
        yield url, ports["sql"]


def virtuoso_load(path: Path, form: str) -> Answers:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ending = {"rdfxml": "rdf"}.get(form, form)
        shutil.copy(path, folder / f"graph.{ending}")
        with virtuoso(folder) as (url, sql):
            isql(sql, f"ld_dir('{folder}','graph.{ending}','{GRAPH}'); rdf_loader_run(); checkpoint;")
            failed = isql(sql, "SELECT ll_error FROM DB.DBA.load_list WHERE ll_error IS NOT NULL;")
            if failed.strip():
                raise RuntimeError(failed.strip())
            return sparql.ask(lambda query: post(f"{url}/sparql", query))


TOOLS = [
    Tool("oxigraph server", oxigraph_version, tuple(MEDIA_TYPES), oxigraph_load),
    Tool(
        "Virtuoso",
        virtuoso_version,
        ("ttl", "nt", "nq", "trig", "rdfxml"),
        virtuoso_load,
        because="this version has no reader of JSON-LD",
    ),
]
