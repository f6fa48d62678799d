#!/usr/bin/env python3
"""The facts as a graph of Legation in JSON Lines, in the order and with the ids Legation gives:
to_graph.py facts.jsonl > graph.jsonl"""

import hashlib
import json
import struct
import sys

BASE = "https://legation.example/id/"
KINDS = {"country": "Country", "organization": "Organization", "person": "Person", "place": "Place", "equipment": "Event"}
SYMMETRIC = {"exercisedWith", "metWith", "cooperatesWith", "signedWith"}
# Relations of the facts that Legation's vocabulary calls otherwise.
RELATIONS = {
    "armed": "supported", "alliedWith": "cooperatesWith", "condemned": "accused", "mediatedBetween": "signedWith",
    "hosted": "organized", "accusedOf": "attacked", "supplied": "sentPersonnelTo", "recognized": "published",
    "expelled": "founded", "deployedTo": "participatedIn", "fundedBy": "partOf", "leaderOf": "holdsPosition",
}


def entity_id(kind, name):
    return f"{BASE}{KINDS[kind].lower()}/{name}"


def statement_id(subject, relation, object, date):
    digest = hashlib.sha256()
    for field in [subject, relation, object, date, "asserted", None, None, None]:
        text = (field or "").encode()
        digest.update(struct.pack("<Q", 2**64 - 1 if field is None else len(text)) + text)
    return f"{BASE}statement/{digest.hexdigest()[:16]}"


def statements(facts, ids):
    """Those that say the same are one, with the evidence of all."""
    united, taken = {}, {}
    for fact in facts:
        relation = RELATIONS.get(fact["relation"], fact["relation"])
        ends = ids[fact["subject"]], ids[fact["object"]]
        subject, object = sorted(ends) if relation in SYMMETRIC else ends
        document, start, end = f"{BASE}document/{fact['document']}", fact["start"], fact["end"]
        while taken.setdefault((document, start, end), fact["quote"]) != fact["quote"]:
            start, end = start + 1, end + 1
        known = united.setdefault((subject, relation, object, fact["date"]), {"confidence": 0, "evidence": set()})
        known["confidence"] = max(known["confidence"], fact["confidence"])
        known["evidence"].add((document, start, end, fact["quote"]))
    for (subject, relation, object, date), known in sorted(united.items()):
        evidence = [dict(zip(("document", "start", "end", "quote"), piece)) for piece in sorted(known["evidence"])]
        yield {
            "type": "statement", "id": statement_id(subject, relation, object, date), "subject": subject,
            "relation": relation, "object": object, "when": date, "status": "asserted",
            "confidence": known["confidence"], "evidence": evidence,
        }


def main():
    facts = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    entities = [fact for fact in facts if fact["type"] == "entity"]
    relations = [fact for fact in facts if fact["type"] == "relation"]
    ids = {fact["id"]: entity_id(fact["kind"], fact["id"]) for fact in entities}
    lines = []
    for fact in sorted(entities, key=lambda fact: ids[fact["id"]]):
        line = {"type": "entity", "id": ids[fact["id"]], "kind": KINDS[fact["kind"]], "label": fact["label"]}
        aliases = sorted(set(fact["aliases"]) - {fact["label"]})
        lines.append({**line, "aliases": aliases} if aliases else line)
    lines += statements(relations, ids)
    for document in sorted({fact["document"] for fact in relations}):
        lines.append({"type": "document", "id": f"{BASE}document/{document}", "source": f"{document}.txt"})
    for line in lines:
        sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


main()
