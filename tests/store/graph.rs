//! Graphs written by hand, and what the tests ask of them.

use legation::Error;
use legation::graph::{
    DocumentRecord, Entity, Evidence, GraphDocument, Kind, KnowledgeGraph, Statement, Status,
};
use legation::store::{Answer, Query, Question, Store, Terms};
use legation::vocabulary::{DEFAULT_BASE, Vocabulary};
use std::collections::BTreeMap;
use std::process::{Command, Output};

/// A graph written by hand: each statement is its own sentence of a document.
pub(crate) struct Graph {
    pub(crate) knowledge: KnowledgeGraph,
    pub(crate) vocabulary: Vocabulary,
    sentences: usize,
}

impl Graph {
    pub(crate) fn new() -> Self {
        let vocabulary = Vocabulary::embedded().expect("the shipped vocabulary loads");
        let knowledge = KnowledgeGraph::new(DEFAULT_BASE, vocabulary.symmetric());
        Self { knowledge, vocabulary, sentences: 0 }
    }

    pub(crate) fn entities(mut self, kind: Kind, names: &[&str]) -> Self {
        for name in names {
            let (aliases, same_as, mentions) = (Vec::new(), Vec::new(), Vec::new());
            let entity =
                Entity { id: id(kind, name), kind, label: (*name).to_owned(), aliases, same_as, mentions };
            self.knowledge.add_entity(entity).expect("a new entity");
        }
        self
    }

    /// A document of that short name, read from `NAME.txt`.
    pub(crate) fn with_document(mut self, name: &str) -> Self {
        let (id, source) = (format!("{DEFAULT_BASE}document/{name}"), format!("{name}.txt"));
        self.knowledge.add_document(DocumentRecord { id, title: None, date: None, source });
        self
    }

    /// "Japan joined CCDCOE", with a date and a status if need be, said in a document.
    pub(crate) fn says(self, words: &str, when: &str, status: Status) -> Self {
        self.says_in("d", words, when, status)
    }

    pub(crate) fn says_in(mut self, document: &str, words: &str, when: &str, status: Status) -> Self {
        let parts: Vec<&str> = words.split(' ').collect();
        let [subject, relation, object] = parts[..] else { panic!("{words} has three words") };
        let find = |name: &str| {
            let found = self.knowledge.entities().find(|e| e.label == name);
            found.unwrap_or_else(|| panic!("an entity {name}")).id.clone()
        };
        let mut statement = Statement::new(find(subject), relation, find(object));
        statement.when = Some(when.to_owned()).filter(|when| !when.is_empty());
        statement.status = status;
        let (start, end) = (self.sentences * 100, self.sentences * 100 + words.len());
        let document = format!("{DEFAULT_BASE}document/{document}");
        statement.evidence = vec![Evidence { document, start, end, quote: words.to_owned() }];
        self.sentences += 1;
        self.knowledge.add_statement(statement).expect("a statement of known entities");
        self
    }

    pub(crate) fn fact(self, words: &str, when: &str) -> Self {
        self.says(words, when, Status::Asserted)
    }

    pub(crate) fn answer(&self, name: &str, with: &[(&str, &str)]) -> Result<Answer, Error> {
        let graph = self.knowledge.to_document();
        ask(&graph, &self.vocabulary, name, with)
    }

    /// The columns of a saved question's answer, row by row.
    pub(crate) fn rows(&self, name: &str, with: &[(&str, &str)], columns: &[&str]) -> Vec<String> {
        rows(&self.answer(name, with).expect("an answer"), columns)
    }
}

fn id(kind: Kind, name: &str) -> String {
    legation::graph::id::entity(DEFAULT_BASE, kind, name, None)
}

pub(crate) fn ask(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    name: &str,
    with: &[(&str, &str)],
) -> Result<Answer, Error> {
    let terms = Terms::new(vocabulary, DEFAULT_BASE);
    let with: Vec<(String, String)> = with.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let texts = Question::named(name)?.fill(&with, graph, &terms)?;
    let queries: Vec<Query> =
        texts.iter().map(|text| Query::parse(name, text, &terms)).collect::<Result<_, _>>()?;
    Store::of(graph, vocabulary)?.ask_in_turn(&queries)
}

/// Rows as maps from column to text; what is unbound is absent.
pub(crate) fn maps(answer: &Answer) -> Vec<BTreeMap<String, String>> {
    let Answer::Rows { variables, rows } = answer else { panic!("rows") };
    let text = |term: &oxigraph::model::Term| match term {
        oxigraph::model::Term::Literal(literal) => literal.value().to_owned(),
        oxigraph::model::Term::NamedNode(node) => node.as_str().to_owned(),
        term => term.to_string(),
    };
    let map = |row: &Vec<Option<_>>| {
        let cells = variables.iter().zip(row);
        cells.filter_map(|(name, term)| Some((name.as_str().to_owned(), text(term.as_ref()?)))).collect()
    };
    rows.iter().map(map).collect()
}

fn rows(answer: &Answer, columns: &[&str]) -> Vec<String> {
    let line = |row: &BTreeMap<String, String>| {
        let cells: Vec<&str> = columns.iter().map(|c| row.get(*c).map_or("-", String::as_str)).collect();
        cells.join(" | ")
    };
    maps(answer).iter().map(line).collect()
}

pub(crate) fn legation(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_legation"));
    command.args(arguments).output().expect("the command runs")
}

pub(crate) fn said(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (text(&output.stdout), text(&output.stderr), output.status.code())
}
