#!/usr/bin/env python3
"""Wall time, time of all cores and peak memory of whole processes from file to file, beside the minimal program, in turn
with it; the minimal program uses one core:
measure.py LEGATION MINIMAL FACTS GRAPH FOLDER [ROUNDS]"""

import os
import statistics
import sys
import time

WAYS = [
    ("nt", "event"), ("ttl", "event"), ("nq", "graph"), ("trig", "graph"), ("nt", "statement"), ("nt", "rdf12"),
    ("rdfxml", "event"), ("nt", "none"), ("ttl", "none"), ("jsonl", "event"),
]


def run(written, *command):
    """Seconds, seconds of all cores and MiB of a command that writes a new file: freeing an old one takes time, too."""
    if os.path.exists(written):
        os.remove(written)
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)}: failed")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def lines(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def main():
    legation, minimal, facts, graph, folder = sys.argv[1:6]
    rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 5
    peer = os.path.join(folder, "minimal.nt")
    run(peer, minimal, facts, peer)
    triples = lines(peer)
    print(f"minimal: {triples:,} triples, {os.path.getsize(peer) >> 20} MiB; median of {rounds} rounds\n")
    print("| --to | --claims | triples | MiB | seconds / minimal | per triple | of all cores | peak MiB |")
    print("|---|---|---|---|---|---|---|---|")
    for name, claims in WAYS:
        out = os.path.join(folder, f"out.{name}")
        ratios, work, peaks = [], [], []
        for _ in range(rounds):
            least, least_work, _ = run(peer, minimal, facts, peer)
            arguments = [graph, "--to", name, "--claims", claims, "-o", out, "--quiet"]
            taken, worked, peak = run(out, legation, "export", *arguments)
            ratios.append(taken / least)
            work.append(worked / least_work)
            peaks.append(peak)
        ratio = statistics.median(ratios)
        count = lines(out) if name in ("nt", "nq") else None
        per = f"{ratio * triples / count:.2f}" if count else ""
        number = f"{count:,}" if count else ""
        cells = [name, claims, number, str(os.path.getsize(out) >> 20), f"{ratio:.2f}", per,
                 f"{statistics.median(work):.2f}", f"{max(peaks):.0f}"]
        print(f"| {' | '.join(cells)} |", flush=True)
        os.remove(out)


main()
