#!/usr/bin/env python3
"""How the time to merge the graphs of many documents grows with their number.

usage: run.py LEGATION

Writes tables that speak of the same few dozen countries, so that every entity and many statements meet in every document, and
prints the processor time of a run over 250 to 2,000 of them. If merging is linear, the time for each document stays the same.
"""

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

COUNTRIES = "Finland Sweden Norway Denmark Estonia Latvia Lithuania Poland Germany France Italy Spain Portugal Greece".split()
ROWS = 100


def table(numbers):
    lines = ["subject,relation,object,when"]
    for _ in range(ROWS):
        subject, object = numbers.sample(COUNTRIES, 2)
        lines.append(f"{subject},visited,{object},{numbers.randrange(1990, 2024)}-{numbers.randrange(1, 13):02}")
    return "\n".join(lines) + "\n"


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    numbers = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        written = 0
        for total in (250, 500, 1000, 2000):
            while written < total:
                Path(folder, f"{written:04}.csv").write_text(table(numbers), encoding="utf-8")
                written += 1
            time = seconds([sys.argv[1], "export", folder, "--to", "json"])
            print(f"{total} documents, {total * ROWS} rows: {time:.2f} s, {time / total * 1000:.2f} ms a document")


if __name__ == "__main__":
    main()
