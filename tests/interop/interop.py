"""Loads what Legation exports into other tools, and asks them what Legation says.

    python3 interop.py LEGATION WORK [--synthetic N] [--only TOOL]... [--table FILE]

For each tool and format: is it loaded, are entities, statements and dates as many (or the triples the same), and is
"who joined what, when" answered the same. Ends with exit code 1 if anything is otherwise, and names the tools that are
not installed.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import answers
import synthetic
import tools.graph_libraries
import tools.javascript
import tools.jsonld_python
import tools.property_graphs
import tools.rdf_libraries
import tools.rdf_servers
import tools.tables
import tools.validators
from answers import Answers
from tools import Tool
from triples import Fingerprint, as_far_as_xml, of_n_triples

MODULES = (
    tools.rdf_libraries,
    tools.rdf_servers,
    tools.validators,
    tools.jsonld_python,
    tools.javascript,
    tools.property_graphs,
    tools.graph_libraries,
    tools.tables,
)
TOOLS = [tool for module in MODULES for tool in module.TOOLS]
RDF = ("ttl", "trig", "nt", "nq", "rdfxml", "n3", "jsonld")
DIAGRAMS = ("dot", "mermaid")
FORMATS = (*RDF, "json", "jsonl", "csv", "cypher", "graphml", "gexf", *DIAGRAMS)


# What is drawn of a graph that is too large to be.
DRAWN = ("--top", "15")


@dataclass(frozen=True)
class Exports:
    """A graph in every format, and what is in it."""

    name: str
    folder: Path
    stem: str
    expected: Answers
    in_xml: Fingerprint
    in_diagram: Answers

    def path(self, form: str) -> Path:
        """Where it is."""
        ending = {"rdfxml": "rdf", "mermaid": "mmd"}.get(form, form)
        folder = self.folder / "diagrams" if form in DIAGRAMS else self.folder
        return folder / f"{self.stem}.{ending}"

    def expects(self, form: str) -> Answers:
        """What a tool should make of a format."""
        if form in DIAGRAMS:
            return self.in_diagram
        return replace(self.expected, triples=self.in_xml) if form == "rdfxml" else self.expected


def export(legation: str, name: str, sources: list[str], folder: Path, stem: str, drawn: tuple[str, ...] = ()) -> Exports:
    """Exports sources in every format; `drawn` are the options that choose what diagrams show."""
    diagrams = folder / "diagrams"
    diagrams.mkdir(parents=True, exist_ok=True)

    def write(formats: tuple[str, ...], into: Path, *options: str) -> None:
        command = [legation, "export", *sources, "--to", ",".join(formats), *options, "--quiet", "-o", f"{into}/"]
        subprocess.run(command, check=True)

    write(tuple(form for form in FORMATS if form not in DIAGRAMS), folder)
    write((*DIAGRAMS, "json"), diagrams, *drawn)
    triples = (folder / f"{stem}.nt").read_bytes()
    expected = replace(answers.of_graph_document(folder / f"{stem}.json"), triples=of_n_triples(triples))
    in_diagram = answers.of_diagram(diagrams / f"{stem}.json")
    return Exports(name, folder, stem, expected, as_far_as_xml(triples), in_diagram)


def cell(tool: Tool, exports: Exports, form: str) -> str:
    """What comes of loading one format into one tool: three marks, or why not."""
    if form not in tool.formats:
        return "·"
    if form not in DIAGRAMS and exports.expected.statements > tool.most:
        return "too large"
    begun = time.monotonic()
    try:
        given = tool.load(exports.path(form).resolve(), form)
    except Exception as error:  # whatever a tool does wrong is a result
        print(f"FAILED {tool.name}, {form}, {exports.name}: {error}", file=sys.stderr)
        return "fails"
    expected = exports.expects(form)
    marks = {True: "yes", False: "NO", None: "-"}
    counts, answer = given.same_counts(expected), given.same_answer(expected)
    if counts is False or answer is False:
        print(f"DIFFERS {tool.name}, {form}, {exports.name}: {given}", file=sys.stderr)
    seconds = time.monotonic() - begun
    print(f"{tool.name}, {form}, {exports.name}: counts {marks[counts]}, answer {marks[answer]}, {seconds:.1f} s", flush=True)
    return f"yes / {marks[counts]} / {marks[answer]}"


def installed(tool: Tool) -> str | None:
    """Its version, if it is there."""
    try:
        return tool.version()
    except Exception as error:
        print(f"NOT INSTALLED {tool.name}: left out ({error})", file=sys.stderr)
        return None


def table(exports: Exports, rows: dict[str, tuple[str, dict[str, str]]]) -> str:
    """The results as a table: formats down, tools across."""
    says = exports.expected
    lines = [
        f"### {exports.name}: {says.entities:,} entities, {says.statements:,} statements, {says.dates:,} dates, "
        f"{says.triples.count:,} triples",
        "",
        "Loaded / same counts / same answer; `-`: the tool counts or answers nothing; `·`: it has no reader for the format.",
        "",
        "| tool | " + " | ".join(f"`{form}`" for form in FORMATS) + " |",
        "|---|" + "---|" * len(FORMATS),
    ]
    for tool in TOOLS:
        if tool.name in rows:
            version, cells = rows[tool.name]
            lines.append(f"| {tool.name} {version} | " + " | ".join(cells[form] for form in FORMATS) + " |")
    return "\n".join(lines) + "\n"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("legation", help="the program")
    parser.add_argument("work", type=Path, help="a folder for exports")
    parser.add_argument("--synthetic", type=int, default=0, help="also a made-up graph of so many statements")
    parser.add_argument("--only", action="append", help="this tool alone; may be given again")
    parser.add_argument("--table", type=Path, help="write the table to this file")
    return parser.parse_args()


def main() -> int:
    wanted = arguments()
    examples = sorted(str(path) for path in Path("examples").glob("*.txt"))
    graphs = [export(wanted.legation, "The examples", examples, wanted.work / "examples", "graph")]
    if wanted.synthetic:
        source = wanted.work / "synthetic.jsonl"
        synthetic.write(source, wanted.synthetic)
        graphs.append(export(wanted.legation, "A made-up graph", [str(source)], wanted.work / "synthetic", "synthetic", DRAWN))
    chosen = [tool for tool in TOOLS if not wanted.only or tool.name in wanted.only]
    versions = {tool.name: version for tool in chosen if (version := installed(tool))}
    pages, wrong = [], False
    for graph in graphs:
        rows = {
            tool.name: (versions[tool.name], {form: cell(tool, graph, form) for form in FORMATS})
            for tool in chosen
            if tool.name in versions
        }
        pages.append(table(graph, rows))
        wrong |= any("NO" in mark or mark == "fails" for _, cells in rows.values() for mark in cells.values())
    notes = "".join(f"- {tool.name}: {tool.because}.\n" for tool in TOOLS if tool.because and tool.name in versions)
    result = "\n".join(pages) + "\n" + notes
    print(result)
    if wanted.table:
        wanted.table.write_text(result, encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
