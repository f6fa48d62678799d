"""Writes the passages as documents with answers: NAME-01.txt and NAME-01.gold.jsonl, in the form of the folder above.

    unpack.py FOLDER OUTPUT
"""

import json
import sys
from pathlib import Path


def lines(passage):
    """The answer of one passage: its names, then what it says."""
    for name, (kind, *aliases) in passage["names"].items():
        yield {"entity": name, "kind": kind, "aliases": aliases}
    for sort in ("facts", "claims", "never", "optional"):
        for subject, relation, value, *more in passage.get(sort, []):
            line = {"s": subject, "r": relation, "o": value, "quote": passage["text"]}
            line.update(*more)
            if sort == "optional":
                line["optional"] = True
            elif sort != "facts":
                line["never"] = True
            yield line


def main():
    folder, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    for file in sorted(folder.glob("*.jsonl")):
        passages = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        for number, passage in enumerate(passages, 1):
            name = output / f"{file.stem}-{number:02}"
            name.with_suffix(".txt").write_text(passage["text"] + "\n", encoding="utf-8")
            answer = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(passage))
            name.with_suffix(".gold.jsonl").write_text(answer, encoding="utf-8")


if __name__ == "__main__":
    main()
