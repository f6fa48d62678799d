#!/usr/bin/env python3
"""Facts about made-up states and bodies, the same for the same number: facts.py RELATIONS > facts.jsonl

20,000 entities, then RELATIONS lines of subject, relation, object, date, document, offsets, quote and confidence. Names
are in several scripts; some quotes have quotation marks, line ends or backslashes."""

import datetime
import json
import random
import sys

ENTITIES = 20_000
KINDS = [("country", 250), ("organization", 3_000), ("person", 14_000), ("place", 18_000), ("equipment", ENTITIES)]
RELATIONS = """joined left visited exercisedWith signed sanctioned armed metWith alliedWith condemned mediatedBetween
hosted accusedOf supplied recognized expelled deployedTo fundedBy memberOf leaderOf""".split()
STEMS = ["Norland", "Österreuth", "Česmark", "Воронья", "Δελφινία", "東海国", "دلتا", "한산", "Saint-Œuvre", "O'Dara"]
NOUNS = ["Union", "Council", "Port", "Fleet", "Treaty", "Bank", "Forum", "Ministry", "Cape", "“Falcon”"]
WORDS = """officials from both sides said on Tuesday that talks about joint drills near the border would go on after weeks
of tension while ministers put their names to a memorandum on energy transit customs and relief""".split()


def entities(dice):
    for at in range(ENTITIES):
        kind = next(kind for kind, end in KINDS if at < end)
        label = f"{dice.choice(STEMS)} {dice.choice(NOUNS)} {at}"
        others = [label.upper(), f"the {label}", f"{label} ({kind})"]
        aliases = sorted(dice.sample(others, dice.choice([0, 0, 1, 1, 2, 3])))
        yield {"type": "entity", "id": f"e{at:05}", "kind": kind, "label": label, "aliases": aliases}


def quote(dice, subject, relation, object):
    text = f"{subject} {relation} {object}"
    while len(text) < 115:
        text += " " + dice.choice(WORDS)
    lot = dice.random()
    if lot < 0.10:
        return f'{text[:40]} "{text[41:60]}" {text[61:]}'
    if lot < 0.13:
        return text[:60] + "\n" + text[61:]
    return text[:50] + "\\" + text[51:] if lot < 0.14 else text


def relations(dice, known, number):
    documents = max(1, number // 5)
    for at in range(number):
        # Few entities are in most relations, as in life.
        subject, object = (known[int(len(known) * dice.random() ** 3)] for _ in range(2))
        if subject is object:
            object = known[(known.index(subject) + 1) % len(known)]
        relation = RELATIONS[int(dice.random() ** 1.6 * len(RELATIONS))]
        date = datetime.date(1990, 1, 1) + datetime.timedelta(days=dice.randrange(12_700))
        words = quote(dice, subject["label"], relation, object["label"])
        start = dice.randrange(20_000)
        yield {
            "type": "relation", "id": f"r{at:07}", "subject": subject["id"], "relation": relation,
            "object": object["id"], "date": date.isoformat(), "document": f"doc-{dice.randrange(documents):06}",
            "quote": words, "start": start, "end": start + len(words), "confidence": round(dice.uniform(0.4, 1), 2),
        }


def main():
    dice = random.Random(20)
    known = list(entities(dice))
    for fact in [*known, *relations(dice, known, int(sys.argv[1]))]:
        print(json.dumps(fact, ensure_ascii=False))


main()
