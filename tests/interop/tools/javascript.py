"""JavaScript libraries: jsonld.js, N3.js and Mermaid."""

import json
import subprocess
from pathlib import Path

from answers import Answers
from tools import Tool
from triples import of_n_triples

MODULES = Path(__file__).resolve().parents[3] / "target" / "interop" / "node_modules"


def version(package: str) -> str:
    return json.loads((MODULES / package / "package.json").read_text())["version"]


def node(script: str, path: Path) -> bytes:
    """What a script prints of a file."""
    here = Path(__file__).parent.parent / "javascript" / script
    done = subprocess.run(
        ["node", str(here), str(MODULES), str(path)], capture_output=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}")
    return done.stdout


def triples(script: str, path: Path) -> Answers:
    """Runs a script, which prints the triples it reads from a file."""
    return Answers(triples=of_n_triples(node(script, path)))


def mermaid_load(path: Path, _form: str) -> Answers:
    return Answers(entities=int(node("mermaid.mjs", path)))


TOOLS = [
    Tool(
        "jsonld.js",
        lambda: version("jsonld"),
        ("jsonld",),
        lambda path, form: triples("jsonld.cjs", path),
        because="expands to triples and answers nothing; takes minutes for more",
        most=20_000,
    ),
    Tool(
        "N3.js",
        lambda: version("n3"),
        ("ttl", "nt", "nq", "trig", "n3"),
        lambda path, form: triples("n3.cjs", path),
        because="reads triples, answers nothing",
    ),
    Tool(
        "Mermaid",
        lambda: version("mermaid"),
        ("mermaid",),
        mermaid_load,
        because="an edge of a diagram stands for all statements between its ends; of the large graph it gets the "
        "part that `--top 15` leaves",
    ),
]
