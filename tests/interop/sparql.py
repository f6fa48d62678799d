"""The questions in SPARQL, for the default graph or, in a store that keeps it apart, a named one."""

from answers import KINDS, Answers

PREFIXES = """PREFIX lg: <https://legation.example/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
ENTITIES = f"""SELECT (COUNT(DISTINCT ?entity) AS ?n) WHERE {{
  VALUES ?kind {{ {" ".join("lg:" + kind for kind in KINDS)} }} ?entity a ?kind }}"""
STATEMENTS = "SELECT (COUNT(DISTINCT ?statement) AS ?n) WHERE { ?statement a lg:Statement }"
DATES = "SELECT (COUNT(?when) AS ?n) WHERE { ?statement a lg:Statement ; lg:when ?when }"
JOINED = """SELECT ?who ?what ?when WHERE {
  ?statement lg:relation lg:joined ; lg:status "asserted" ; lg:subject/rdfs:label ?who ; lg:object/rdfs:label ?what .
  OPTIONAL { ?statement lg:when ?when } }"""


def ask(select, triples=None) -> Answers:
    """Asks a store: `select` takes a query and gives rows of strings, empty where unbound."""

    def count(query):
        return int(select(PREFIXES + query)[0][0])

    joined = frozenset(tuple(row) for row in select(PREFIXES + JOINED))
    return Answers(count(ENTITIES), count(STATEMENTS), count(DATES), triples, joined)
