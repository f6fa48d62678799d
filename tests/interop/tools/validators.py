"""Programs that read a file and say whether it is well formed: rapper, serdi, Graphviz."""

import json
import re
import subprocess
from pathlib import Path

from answers import Answers
from tools import Tool
from triples import of_n_triples


def run(command: list[str]) -> subprocess.CompletedProcess:
    """Runs a reader. Anything it complains of is a failure, even if it goes on."""
    done = subprocess.run(command, capture_output=True, check=False)
    complaint = done.stderr.decode(errors="replace").strip()
    if done.returncode != 0 or complaint:
        raise RuntimeError(complaint.splitlines()[0] if complaint else f"exit code {done.returncode}")
    return done


def said(command: list[str], pattern: str) -> str:
    """A version, found in what a command says of itself."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(pattern, done.stdout + done.stderr)
    return found.group(1) if found else "?"


def rapper_load(path: Path, form: str) -> Answers:
    names = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "trig": "trig", "rdfxml": "rdfxml"}
    done = run(["rapper", "-q", "-i", names[form], "-o", "ntriples", str(path), "http://127.0.0.1/"])
    return Answers(triples=of_n_triples(done.stdout))


def serdi_load(path: Path, form: str) -> Answers:
    names = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "trig": "trig"}
    done = run(["serdi", "-q", "-i", names[form], "-o", "ntriples", str(path)])
    return Answers(triples=of_n_triples(done.stdout))


def graphviz_load(path: Path, form: str) -> Answers:
    """Entities are the nodes that have the address of one; edges stand for several statements each."""
    drawn = json.loads(run(["dot", "-Tdot_json", str(path)]).stdout)
    run(["nop", "-p", str(path)])
    nodes = [thing for thing in drawn.get("objects", []) if "/" in thing.get("name", "") and "nodes" not in thing]
    return Answers(entities=len(nodes))


TOOLS = [
    Tool(
        "rapper",
        lambda: said(["rapper", "--version"], r"(\d[\d.]+)"),
        ("ttl", "nt", "nq", "trig", "rdfxml"),
        rapper_load,
        because="reads triples, answers nothing",
    ),
    Tool(
        "serdi",
        lambda: said(["serdi", "-v"], r"(\d[\d.]+)"),
        ("ttl", "nt", "nq", "trig"),
        serdi_load,
        because="reads triples, answers nothing",
    ),
    Tool(
        "Graphviz",
        lambda: said(["dot", "-V"], r"version (\d[\d.]+)"),
        ("dot",),
        graphviz_load,
        because="an edge of a diagram stands for all statements between its ends; of the large graph it gets the part that "
        "`--top 15` leaves",
        most=2_000,
    ),
]
