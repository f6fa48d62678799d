#!/usr/bin/env python3
"""SHACL says that exports are valid, and finds what is not: shacl.py SHAPES VALID.ttl [OTHER.ttl ...]

Every file has to conform. Then each fault below is planted in VALID.ttl, which is valid.json exported with the claims
`event`, and has to be found. Needs pyshacl."""

import sys

import pyshacl
import rdflib

PREFIXES = """
PREFIX lg: <https://legation.example/ns#>
PREFIX country: <https://legation.example/id/country/>
PREFIX organization: <https://legation.example/id/organization/>
PREFIX document: <https://legation.example/id/document/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

# What is wrong, and the SPARQL update that makes it so.
FAULTS = {
    "an entity without a label": "DELETE { ?x rdfs:label ?y } WHERE { ?x a lg:Person ; rdfs:label ?y }",
    "an entity with two labels": 'INSERT DATA { country:FI rdfs:label "Suomi" }',
    "an entity with an empty label": 'DELETE { ?x rdfs:label ?y } INSERT { ?x rdfs:label "" } WHERE { ?x a lg:Person ; rdfs:label ?y }',
    "a label in a language": 'DELETE { ?x rdfs:label ?y } INSERT { ?x rdfs:label "J"@en } WHERE { ?x a lg:Person ; rdfs:label ?y }',
    "another name that is a number": "INSERT DATA { country:FI skos:altLabel 358 }",
    "a link that is a text": 'INSERT DATA { country:FI owl:sameAs "http://www.wikidata.org/entity/Q33" }',
    "a mention without a place": "INSERT DATA { country:FI lg:mentionedAt document:d }",
    "a statement without a subject": "DELETE { ?x lg:subject ?y } WHERE { ?x lg:subject ?y ; lg:relation lg:joined }",
    "a statement without a relation": "DELETE { ?x lg:relation ?y } WHERE { ?x lg:relation ?y ; lg:status 'planned' }",
    "a statement without an object": "DELETE { ?x lg:object ?y } WHERE { ?x lg:object ?y ; lg:relation lg:joined }",
    "a statement with two objects": "INSERT { ?x lg:object country:SE } WHERE { ?x lg:relation lg:joined }",
    "a statement about nothing known": "INSERT { ?x lg:object <urn:nobody> } WHERE { ?x lg:relation lg:joined }",
    "a statement of no status": "DELETE { ?x lg:status ?y } WHERE { ?x lg:status ?y ; lg:relation lg:joined }",
    "a status nobody knows": "DELETE { ?x lg:status ?y } INSERT { ?x lg:status 'likely' } WHERE { ?x lg:status ?y ; lg:relation lg:joined }",
    "a date that is a bare text": "DELETE { ?x lg:when ?y } INSERT { ?x lg:when '2023' } WHERE { ?x lg:when ?y ; lg:relation lg:joined }",
    "two dates": "INSERT { ?x lg:when '2024'^^edtf:EDTF } WHERE { ?x lg:relation lg:joined }",
    "a day that is a moment": "INSERT { ?x lg:onDate '2023-04-04T00:00:00'^^xsd:dateTime } WHERE { ?x lg:relation lg:visited }",
    "a confidence over 1": "DELETE { ?x lg:confidence ?y } INSERT { ?x lg:confidence 1.5 } WHERE { ?x lg:confidence ?y ; lg:relation lg:joined }",
    "a confidence that is a double": "DELETE { ?x lg:confidence ?y } INSERT { ?x lg:confidence 9e-1 } WHERE { ?x lg:confidence ?y ; lg:relation lg:joined }",
    "a speaker who is no entity": "DELETE { ?x lg:by ?y } INSERT { ?x lg:by <urn:nobody> } WHERE { ?x lg:by ?y }",
    "a statement without evidence": "DELETE { ?x prov:wasDerivedFrom ?y } WHERE { ?x prov:wasDerivedFrom ?y ; lg:relation lg:joined }",
    "evidence of no document": "DELETE { ?x oa:hasSource ?y } WHERE { ?x oa:hasSource ?y }",
    "evidence without words": "DELETE { ?x oa:exact ?y } WHERE { ?x oa:exact ?y }",
    "evidence that ends before it starts": "DELETE { ?x oa:end ?y } INSERT { ?x oa:end '0'^^xsd:nonNegativeInteger } WHERE { ?x oa:end ?y }",
    "evidence at a negative offset": "DELETE { ?x oa:start ?y } INSERT { ?x oa:start -1 } WHERE { ?x oa:start ?y }",
    "a premise that is no statement": "INSERT { ?x lg:inferredFrom country:FI } WHERE { ?x lg:inferredBy ?y }",
    "a member of a country": "INSERT DATA { country:FI lg:joined country:SE }",
    "an office held by a country": "INSERT DATA { country:FI lg:holdsPosition organization:nato }",
    "a document from nowhere": "DELETE { ?x dcterms:source ?y } WHERE { ?x dcterms:source ?y }",
}


def conforms(graph, shapes):
    return pyshacl.validate(graph, shacl_graph=shapes)[::2]


def main():
    shapes = rdflib.Graph().parse(sys.argv[1], format="turtle")
    graphs = {path: rdflib.Graph().parse(path, format="turtle") for path in sys.argv[2:]}
    wrong = []
    for path, graph in graphs.items():
        good, report = conforms(graph, shapes)
        wrong += [] if good else [f"{path}: {report}"]
    valid = graphs[sys.argv[2]]
    for fault, update in FAULTS.items():
        broken = rdflib.Graph() + valid
        broken.update(PREFIXES + update)
        if set(broken) == set(valid):
            wrong.append(f"{fault}: the update changes nothing")
        elif conforms(broken, shapes)[0]:
            wrong.append(f"{fault}: not found")
    print("\n".join(wrong) or f"{len(graphs)} graphs conform, {len(FAULTS)} planted faults are found")
    sys.exit(bool(wrong))


main()
