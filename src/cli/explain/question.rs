//! What somebody asks about: an entity by a name or address, a statement by its id or in words.

use legation::Error;
use legation::graph::named::fold;
use legation::graph::{Entity, GraphDocument, Statement};
use legation::vocabulary::{Relation, Vocabulary, nearest};

/// The shortest beginning of a statement's id that is taken for one.
const SHORTEST_ID: usize = 4;

/// How many names are offered for one that is not known.
const OFFERED: usize = 5;

/// What was found.
#[derive(Debug, PartialEq)]
pub(super) enum Answer<'g> {
    Entities(Vec<&'g Entity>),
    Statements(Vec<&'g Statement>),
}

/// Finds what `words` ask about.
///
/// # Errors
///
/// If nothing goes by these words; the nearest names are offered.
pub(super) fn find<'g>(
    graph: &'g GraphDocument,
    vocabulary: &Vocabulary,
    words: &str,
) -> Result<Answer<'g>, Error> {
    let by_id = statements_of_id(graph, words);
    if !by_id.is_empty() {
        return Ok(Answer::Statements(by_id));
    }
    let named = graph.entities_named(words);
    if !named.is_empty() {
        return Ok(Answer::Entities(named));
    }
    let said = statements_in_words(graph, vocabulary, words);
    if !said.is_empty() {
        return Ok(Answer::Statements(said));
    }
    let partly = entities_partly_named(graph, words);
    if partly.is_empty() { Err(unknown(graph, words)) } else { Ok(Answer::Entities(partly)) }
}

fn unknown(graph: &GraphDocument, words: &str) -> Error {
    let names = graph.entities.iter().flat_map(Entity::names);
    let near = nearest(words, names, OFFERED);
    let offer = match near.as_slice() {
        [] => "; the documents name nothing".to_owned(),
        near => format!("; the nearest names: {}", near.join(", ")),
    };
    Error::invalid(words, format!("no entity has this name, and no statement this id or these words{offer}"))
}

/// Statements with this IRI, or whose hash begins like this.
fn statements_of_id<'g>(graph: &'g GraphDocument, words: &str) -> Vec<&'g Statement> {
    let hash = words.len() >= SHORTEST_ID && words.bytes().all(|b| b.is_ascii_hexdigit());
    let is_meant = |s: &&Statement| s.id == words || (hash && local(&s.id).starts_with(words));
    graph.statements.iter().filter(is_meant).collect()
}

/// The last part of an IRI.
pub(super) fn local(iri: &str) -> &str {
    iri.rsplit(['/', '#']).next().unwrap_or(iri)
}

/// Entities one of whose names has all these words.
fn entities_partly_named<'g>(graph: &'g GraphDocument, words: &str) -> Vec<&'g Entity> {
    let folded = fold(words);
    let asked: Vec<&str> = folded.split(' ').collect();
    let has = |name: &str| {
        let name = fold(name);
        let own: Vec<&str> = name.split(' ').collect();
        asked.iter().all(|word| own.contains(word))
    };
    graph.entities.iter().filter(|e| e.names().any(has)).collect()
}

/// "Finland joined NATO", "Finland joined": the words around a relation are its ends, or any where there are none.
fn statements_in_words<'g>(
    graph: &'g GraphDocument,
    vocabulary: &Vocabulary,
    words: &str,
) -> Vec<&'g Statement> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found = Vec::new();
    for relation in vocabulary.relations() {
        for (from, to) in places(relation, &words) {
            let (left, right) = (words[..from].join(" "), words[to..].join(" "));
            if left.is_empty() && right.is_empty() {
                continue;
            }
            let says = |s: &&Statement| {
                s.relation == relation.name
                    && (ends(graph, s, &left, &right) || relation.symmetric && ends(graph, s, &right, &left))
            };
            found.extend(graph.statements.iter().filter(says));
        }
    }
    found
}

/// Where the relation is named among the words.
fn places(relation: &Relation, words: &[&str]) -> Vec<(usize, usize)> {
    let spellings = [fold(&relation.name), fold(&relation.label)];
    let mut found = Vec::new();
    for from in 0..words.len() {
        for to in from + 1..=words.len() {
            if spellings.contains(&fold(&words[from..to].join(" "))) {
                found.push((from, to));
            }
        }
    }
    found
}

fn ends(graph: &GraphDocument, statement: &Statement, subject: &str, object: &str) -> bool {
    let is = |id: &str, words: &str| {
        words.is_empty() || graph.entities_named(words).iter().any(|entity| entity.id == id)
    };
    is(&statement.subject, subject) && is(&statement.object, object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use legation::graph::{Kind, KnowledgeGraph};

    fn graph() -> GraphDocument {
        let mut graph = KnowledgeGraph::new("https://e.org/", ["metWith"]);
        let entities = [
            ("https://e.org/country/FI", Kind::Country, "Finland", &[][..]),
            ("https://e.org/country/SE", Kind::Country, "Sweden", &[]),
            ("https://e.org/organization/nato", Kind::Organization, "North Atlantic Alliance", &["NATO"]),
        ];
        for (id, kind, label, aliases) in entities {
            let aliases = aliases.iter().map(|&a| a.to_owned()).collect();
            let (id, label) = (id.to_owned(), label.to_owned());
            let (same_as, mentions) = (Vec::new(), Vec::new());
            graph.add_entity(Entity { id, kind, label, aliases, same_as, mentions }).expect("an entity");
        }
        let ends =
            [("country/FI", "appliedToJoin", "organization/nato"), ("country/FI", "metWith", "country/SE")];
        for (subject, relation, object) in ends {
            let iri = |path| format!("https://e.org/{path}");
            graph.add_statement(Statement::new(iri(subject), relation, iri(object))).expect("a statement");
        }
        graph.to_document()
    }

    fn found(words: &str) -> Result<Vec<String>, String> {
        let vocabulary = Vocabulary::embedded().expect("the shipped vocabulary loads");
        let graph = graph();
        let answer = find(&graph, &vocabulary, words).map_err(|e| e.to_string())?;
        Ok(match answer {
            Answer::Entities(entities) => entities.iter().map(|e| e.label.clone()).collect(),
            Answer::Statements(statements) => statements.iter().map(|s| s.relation.clone()).collect(),
        })
    }

    #[test]
    fn entities_go_by_name_alias_address_or_a_word_of_the_name() {
        let alliance = Ok(vec!["North Atlantic Alliance".to_owned()]);
        for words in ["the north atlantic  alliance", "nato", "organization/nato", "atlantic"] {
            assert_eq!(found(words), alliance, "{words}");
        }
    }

    #[test]
    fn statements_go_by_id_or_in_words() {
        let asked = Ok(vec!["appliedToJoin".to_owned()]);
        for words in ["Finland appliedToJoin NATO", "finland applied to join nato", "Finland applied to join"]
        {
            assert_eq!(found(words), asked, "{words}");
        }
        assert_eq!(found("Sweden met with Finland"), Ok(vec!["metWith".to_owned()]));
        let graph = graph();
        for statement in &graph.statements {
            assert_eq!(found(&local(&statement.id)[..8]), Ok(vec![statement.relation.clone()]));
            assert_eq!(found(&statement.id), Ok(vec![statement.relation.clone()]));
        }
    }

    #[test]
    fn an_unknown_name_is_met_with_the_nearest() {
        let refused = found("Finnland").expect_err("no such name");
        assert!(refused.contains("the nearest names: Finland"), "{refused}");
        assert!(found("Sweden applied to join").is_err());
    }
}
