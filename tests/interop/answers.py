"""What is asked of every tool that loads an export, and what Legation itself answers."""

import json
from dataclasses import dataclass
from pathlib import Path

from triples import Fingerprint

KINDS = ("Agreement", "Country", "Document", "Event", "Organization", "Person", "Place")


@dataclass(frozen=True)
class Answers:
    """Counts, and who joined what and when; `None` where a tool has no way to tell."""

    entities: int | None = None
    statements: int | None = None
    dates: int | None = None
    triples: Fingerprint | None = None
    joined: frozenset | None = None

    def same_counts(self, expected: "Answers") -> bool | None:
        """Whether the counts that the tool gives are the expected ones; `None` if it gives none."""
        names = ("entities", "statements", "dates", "triples")
        pairs = [(getattr(self, name), getattr(expected, name)) for name in names]
        known = [(got, wanted) for got, wanted in pairs if got is not None and wanted is not None]
        return all(got == wanted for got, wanted in known) if known else None

    def same_answer(self, expected: "Answers") -> bool | None:
        """Whether the tool names the same who, what and when; `None` if it cannot be asked."""
        return None if self.joined is None else self.joined == expected.joined


def of_graph_document(path: Path) -> Answers:
    """What the graph document says."""
    graph = json.loads(path.read_text(encoding="utf-8"))
    return of_objects(graph["entities"], graph["statements"])


def of_objects(entities: list, statements: list) -> Answers:
    """What entities and statements of a graph document say."""
    labels = {entity["id"]: entity["label"] for entity in entities}
    joined = frozenset(
        (labels[s["subject"]], labels[s["object"]], s.get("when") or "")
        for s in statements
        if s["relation"] == "joined" and s["status"] == "asserted"
    )
    dates = sum("when" in statement for statement in statements)
    return Answers(len(entities), len(statements), dates, joined=joined)


def of_diagram(path: Path) -> Answers:
    """What a diagram shows of a graph document: the entities that something is said of outright."""
    graph = json.loads(path.read_text(encoding="utf-8"))
    facts = [statement for statement in graph["statements"] if statement["status"] == "asserted"]
    return Answers(len({statement[end] for statement in facts for end in ("subject", "object")}))
