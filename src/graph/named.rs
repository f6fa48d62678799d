//! Finding entities by what people call them.

use super::{Entity, GraphDocument};

impl Entity {
    /// The names it goes by, its label first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.label.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

impl GraphDocument {
    /// Entities with this IRI, or the end of it (`country/JP`), or this name, case and article aside. Those with such a
    /// label go before those with such an alias.
    #[must_use]
    pub fn entities_named(&self, words: &str) -> Vec<&Entity> {
        let folded = fold(words);
        let end = format!("/{words}");
        let is_meant = |e: &&Entity| {
            e.id == words
                || (words.contains('/') && e.id.ends_with(&end))
                || e.names().any(|name| fold(name) == folded)
        };
        let found: Vec<&Entity> = self.entities.iter().filter(is_meant).collect();
        let labelled: Vec<&Entity> = found.iter().copied().filter(|e| fold(&e.label) == folded).collect();
        if labelled.is_empty() { found } else { labelled }
    }
}

/// A name as it is compared: lower case, single spaces, no article.
#[must_use]
pub fn fold(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        ["the", rest @ ..] if !rest.is_empty() => rest.join(" "),
        all => all.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Kind;

    fn graph() -> GraphDocument {
        let entity = |id: &str, kind, label: &str, aliases: &[&str]| Entity {
            id: format!("https://e.org/{id}"),
            kind,
            label: label.into(),
            aliases: aliases.iter().map(|&a| a.to_owned()).collect(),
            same_as: Vec::new(),
            mentions: Vec::new(),
        };
        let entities = vec![
            entity("country/GE", Kind::Country, "Georgia", &[]),
            entity("place/georgia", Kind::Place, "Georgia", &[]),
            entity("organization/nato", Kind::Organization, "North Atlantic Alliance", &["NATO"]),
        ];
        GraphDocument { entities, ..GraphDocument::default() }
    }

    fn named(words: &str) -> Vec<String> {
        graph().entities_named(words).iter().map(|e| e.id.clone()).collect()
    }

    #[test]
    fn entities_go_by_label_alias_or_address() {
        for words in
            ["NATO", "the north  atlantic alliance", "organization/nato", "https://e.org/organization/nato"]
        {
            assert_eq!(named(words), ["https://e.org/organization/nato"], "{words}");
        }
        assert_eq!(named("country/GE"), ["https://e.org/country/GE"]);
        assert_eq!(named("georgia").len(), 2);
        assert!(named("GE").is_empty());
    }
}
