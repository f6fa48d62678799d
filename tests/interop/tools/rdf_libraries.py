"""RDF libraries: pyoxigraph, rdflib, Jena."""

import csv
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import sparql
from answers import Answers
from tools import Tool, package
from triples import of_n_triples, of_quads

MEDIA_TYPES = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig",
    "rdfxml": "application/rdf+xml",
    "n3": "text/n3",
    "jsonld": "application/ld+json",
}


def pyoxigraph_load(path: Path, form: str) -> Answers:
    from pyoxigraph import RdfFormat, Store, parse

    syntax = RdfFormat.from_media_type(MEDIA_TYPES[form])
    store = Store()
    store.bulk_load(path=str(path), format=syntax)

    def select(query):
        rows = store.query(query, use_default_graph_as_union=True)
        return [[value.value if value is not None else "" for value in row] for row in rows]

    return sparql.ask(select, of_quads(parse(path=str(path), format=syntax)))


JARS = Path("/usr/share/java")

JENA_JARS = (
    "jena-*.jar",
    "thrift.jar",
    "caffeine*.jar",
    "commons-*.jar",
    "slf4j-api.jar",
    "slf4j-nop.jar",
    "xercesImpl.jar",
    "gson*.jar",
    "jackson-*.jar",
    "httpclient*.jar",
    "httpcore*.jar",
    "protobuf*.jar",
    "guava*.jar",
    "dexx*.jar",
)


def rdflib_load(path: Path, form: str) -> Answers:
    import rdflib

    names = {"ttl": "turtle", "rdfxml": "xml", "nq": "nquads", "jsonld": "json-ld"}
    graph = rdflib.Dataset(default_union=True)
    graph.parse(path, format=names.get(form, form))

    def select(query):
        return [[str(value) if value is not None else "" for value in row] for row in graph.query(query)]

    return sparql.ask(select, of_n_triples(graph.serialize(format="nquads", encoding="utf-8")))


def jena_version() -> str:
    """The version in the name of Debian's jar; an error where the package is not installed."""
    return (JARS / "jena-core.jar").resolve(strict=True).stem.removeprefix("jena-core-")


def jena_class_path() -> str:
    """Debian's jars, and before them the messages of Xerces, which stand in jena-core.jar where nothing looks."""
    jars = JARS
    folder = Path(tempfile.gettempdir()) / "legation-interop-jena"
    hidden = "org/apache/jena/ext/"
    with zipfile.ZipFile(jars / "jena-core.jar") as archive:
        for name in archive.namelist():
            if name.startswith(hidden + "xerces/") and name.endswith(".properties"):
                place = folder / name.removeprefix(hidden)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(archive.read(name))
    found = [str(jar) for name in JENA_JARS for jar in sorted(jars.glob(name))]
    return ":".join([str(folder), *found])


def jena(main: str, *arguments: str) -> str:
    command = ["java", "-Xmx4g", "-cp", jena_class_path(), main, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError((done.stderr or done.stdout).strip().splitlines()[0])
    return done.stdout


def jena_load(path: Path, form: str) -> Answers:
    with tempfile.TemporaryDirectory() as folder:
        jena("tdb2.tdbloader", "--loc", folder, str(path))

        def select(query):
            out = jena("tdb2.tdbquery", "--loc", folder, "--results=CSV", query)
            return list(csv.reader(io.StringIO(out)))[1:]

        return sparql.ask(select)


TOOLS = [
    Tool("pyoxigraph", package("pyoxigraph"), tuple(MEDIA_TYPES), pyoxigraph_load),
    Tool(
        "rdflib",
        package("rdflib"),
        tuple(MEDIA_TYPES),
        rdflib_load,
        because="takes minutes and gigabytes for more",
        most=20_000,
    ),
    Tool(
        "Jena",
        jena_version,
        ("ttl", "nt", "nq", "trig", "rdfxml"),
        jena_load,
        because="Debian's package lacks a part that its JSON-LD reader needs",
    ),
]
