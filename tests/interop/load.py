"""Loads the examples into stores that run as servers, and asks them every saved question.

    python3 load.py LEGATION WORK

Each store is given the examples in each way it can be: by the Graph Store Protocol and by SPARQL Update, a graph for
each source or one for all; twice, which must change nothing; and again with a document that has changed, which must leave
no more than a load from scratch. Then its answer to each saved question must be Legation's own. Ends with exit code 1 if
anything is otherwise, and names the stores that are not installed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools import rdf_servers

ONE = "http://127.0.0.1/one"
QUESTIONS = (
    ("members", "body=NATO"),
    ("members", "body=CCDCOE"),
    ("members", "body=Arctic Council"),
    ("applicants", "body=European Union"),
    ("timeline", "of=Finland"),
    ("timeline", "of=Japan", "since=2018", "until=2021"),
    ("visits",),
    ("visits", "to=Japan"),
    ("exercises",),
    ("exercises", "of=Indian Navy"),
    ("partners", "of=Indian Navy"),
    ("partners", "of=Japan"),
    ("who-is", "name=Ulf Kristersson"),
    ("who-is", "name=NATO"),
    ("claims-by", "speaker=Russia"),
    ("contradictions",),
    ("path", "from=Finland", "to=NATO"),
    ("path", "from=Estonia", "to=Japan"),
    ("centrality",),
    ("three-step", "body=CCDCOE"),
    ("three-step", "body=NATO"),
)
# What the examples have none of: what one document asserts and another denies or repeats, a ladder to climb.
QUARREL = {
    "yes.txt": "Iceland joined the Arctic Council in 1996. Russia said that Norway attacked Finland.\n",
    "again.txt": "Iceland joined the Arctic Council in 1996. South Korea exercised with the CCDCOE in 2020.\n",
    "no.txt": "Iceland has not joined the Arctic Council. Japan signed an agreement with the Arctic Council in 2018.\n",
    "ladder.txt": "The CCDCOE organized the exercise Locked Shields in 2021. Japan participated in Locked Shields in 2021. "
    "Japan joined the CCDCOE in 2022. Australia signed an agreement with the CCDCOE in 2019. South Korea will sign an "
    "agreement with the CCDCOE. South Korea exercised with the CCDCOE in 2020. India cooperates with NATO.\n",
}
LATER = {"no.txt": "Iceland has not left NATO. Norway visited Japan in 2019.\n"}


@dataclass
class Server:
    """A store at work."""

    query: str
    everything: dict[str, str]
    """What a query is sent with, for all graphs to be asked as one."""
    endpoints: dict[str, str]
    """Where it is loaded, by protocol."""
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def oxigraph() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        address = f"127.0.0.1:{rdf_servers.free_port()}"
        command = [rdf_servers.oxigraph_program(), "serve", "--location", f"{folder}/store", "--bind", address]
        url = f"http://{address}"
        with rdf_servers.running(command, f"{url}/query", Path(folder)):
            endpoints = {"graph-store": f"{url}/store", "update": f"{url}/update"}
            yield Server(f"{url}/query", {"union-default-graph": ""}, endpoints)


@contextmanager
def virtuoso() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder, rdf_servers.virtuoso(Path(folder)) as (url, _):
        endpoints = {"graph-store": f"{url}/sparql-graph-crud-auth", "update": f"{url}/sparql-auth"}
        yield Server(f"{url}/sparql", {}, endpoints, {"LEGATION_USER": "dba", "LEGATION_PASSWORD": "dba"})


STORES = {
    "oxigraph server": (rdf_servers.oxigraph_version, oxigraph),
    "Virtuoso": (rdf_servers.virtuoso_version, virtuoso),
}


class Legation:
    """The program, and the documents it reads."""

    def __init__(self, program: str, sources: Path) -> None:
        self.program = program
        self.sources = sources
        self.known: dict[tuple[str, ...], str] = {}

    def run(self, command: str, *options: str, environment: dict[str, str] | None = None) -> str:
        line = [self.program, command, str(self.sources), "--quiet", *options]
        done = subprocess.run(line, capture_output=True, text=True, env={**os.environ, **(environment or {})})
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(line)}: {done.stderr.strip()}")
        return done.stdout

    def query(self, *options: str) -> str:
        """What a query says of the documents as they are, asked once."""
        key = (*(path.read_text(encoding="utf-8") for path in sorted(self.sources.iterdir())), *options)
        if key not in self.known:
            self.known[key] = self.run("query", *options)
        return self.known[key]

    def answer(self, name: str, *given: str) -> list[dict[str, str]]:
        return rows(self.query(*asked(name, given), "--to", "json"))

    def texts(self, name: str, *given: str) -> list[str]:
        return self.query(*asked(name, given), "--show").split("\n# Otherwise\n\n")


def asked(name: str, given: tuple[str, ...]) -> list[str]:
    return ["--saved", name, *(word for value in given for word in ("--with", value))]


def rows(text: str) -> list[dict[str, str]]:
    """The rows of SPARQL results JSON, sorted: what is the same in one order may come in another."""
    found = json.loads(text)["results"]["bindings"]
    values = [{name: term["value"] for name, term in row.items()} for row in found]
    return sorted(values, key=lambda row: sorted(row.items()))


def select(server: Server, dataset: dict[str, str], query: str) -> list[dict[str, str]]:
    url = f"{server.query}?{urllib.parse.urlencode(dataset)}" if dataset else server.query
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(url, body, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=300) as answer:
        return rows(answer.read().decode("utf-8"))


def contents(server: Server, base: str) -> list[dict[str, str]]:
    """Every triple of the graphs whose names begin so, with its graph."""
    return select(server, {}, f'SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{base}")) }}')


def differences(server: Server, legation: Legation, dataset: dict[str, str]) -> list[str]:
    """The saved questions that the store answers otherwise."""
    wrong = []
    for name, *given in QUESTIONS:
        expected = legation.answer(name, *given)
        got: list[dict[str, str]] = []
        try:
            for text in legation.texts(name, *given):
                got = got or select(server, dataset, text)
        except urllib.error.HTTPError as error:
            wrong.append(f"{name} {' '.join(given)}: {error.read(400).decode(errors='replace')}")
            continue
        if got != expected:
            wrong.append(f"{name} {' '.join(given)}: {len(got)} rows, not {len(expected)}: {first_odd(got, expected)}")
    return wrong


def first_odd(got: list, expected: list) -> str:
    odd = [f"+{row}" for row in got if row not in expected] + [f"-{row}" for row in expected if row not in got]
    return odd[0][:600] if odd else "rows come twice"


def check(server: Server, legation: Legation, protocol: str, graph: str | None) -> list[str]:
    """Loads in one way, and says what is not as it should be."""
    base = graph or "https://legation.example/id/"
    dataset = {"default-graph-uri": graph} if graph else server.everything
    way = [*(("--graph", graph) if graph else ()), "--protocol", protocol, "--to", server.endpoints[protocol]]

    def load(*options: str) -> list[dict[str, str]]:
        legation.run("load", *way, *options, environment=server.environment)
        return contents(server, base)

    once = load()
    wrong = [] if load() == once else ["a second load changes something"]
    wrong += [] if load("--replace") == once else ["a replacement with the same changes something"]
    wrong += differences(server, legation, dataset)
    write(legation.sources, LATER)
    changed = load("--replace")
    said = {row["o"] for row in changed}
    wrong += differences(server, legation, dataset)
    wrong += ["what a document no longer says is still there"] if QUARREL["no.txt"].split(".")[0] + "." in said else []
    write(legation.sources, QUARREL)
    # Names that only the changed document had stay in the common graph.
    left = [row for row in load("--replace") if row not in once and row["g"] != f"{base}common"]
    return wrong + (["what was changed back is not as before"] if left else [])


def write(folder: Path, documents: dict[str, str]) -> None:
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")


def main(program: str, work: Path) -> int:
    sources = work / "sources"
    shutil.rmtree(sources, ignore_errors=True)
    sources.mkdir(parents=True)
    for path in sorted(Path("examples").glob("*.txt")):
        shutil.copy(path, sources)
    write(sources, QUARREL)
    legation = Legation(program, sources)
    silent = [question for question in QUESTIONS if not legation.answer(*question)]
    wrong = [f"{' '.join(question)} has no answer to compare" for question in silent]
    for store, (version, serve) in STORES.items():
        try:
            print(f"{store} {version()}")
        except Exception as error:
            print(f"NOT INSTALLED {store}: left out ({error})", file=sys.stderr)
            continue
        wrong += ways(store, serve, legation)
    for what in wrong:
        print(f"DIFFERS {what}", file=sys.stderr)
    return 1 if wrong else 0


def ways(store: str, serve: Callable, legation: Legation) -> list[str]:
    """What is wrong with a store in each of the ways it can be loaded, each on a store of its own."""
    wrong = []
    for protocol in ("graph-store", "update"):
        for graph in (None, ONE):
            how = f"{store}, {protocol}, {'one graph' if graph else 'a graph for each source'}"
            with serve() as server:
                found = check(server, legation, protocol, graph)
            print(f"{how}: {'NO' if found else 'yes'}", flush=True)
            wrong += [f"{how}: {what}" for what in found]
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
