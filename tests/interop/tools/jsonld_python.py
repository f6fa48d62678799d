"""PyLD, the reference implementation of JSON-LD in Python."""

import json
from pathlib import Path

from answers import Answers
from tools import Tool, package
from triples import of_n_triples


def refuse(url, _options):
    raise RuntimeError(f"the document refers to {url}, and nothing is fetched")


def pyld_load(path: Path, _form: str) -> Answers:
    from pyld import jsonld

    document = json.loads(path.read_text(encoding="utf-8"))
    quads = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refuse})
    return Answers(triples=of_n_triples(quads.encode()))


TOOLS = [
    Tool(
        "PyLD",
        package("pyld"),
        ("jsonld",),
        pyld_load,
        because="expands to triples and answers nothing; takes minutes for more",
        most=20_000,
    ),
]
