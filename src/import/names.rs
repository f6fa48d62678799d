//! Names in tables and fact files, and the entities they mean.

use crate::extract::Resources;
use crate::extract::names::title_words;
use crate::graph::{Entity, Kind, id};
use crate::vocabulary::gazetteer::NameSort;
use crate::vocabulary::nearest;

/// How many names are offered for one that is not known.
const OFFERED: usize = 3;

/// The names of the gazetteer by which a cell may call a thing.
const SORTS: [NameSort; 4] = [NameSort::Preferred, NameSort::Alternative, NameSort::Former, NameSort::Weak];

/// Finds what names mean.
pub(crate) struct Names<'r> {
    resources: &'r Resources,
    base: &'r str,
}

/// A name with the title that stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Titled {
    /// "Prime Minister", if there is one.
    pub(super) title: Option<String>,
    /// The name without it; a sovereign's has it still.
    pub(super) name: String,
}

impl<'r> Names<'r> {
    pub(crate) fn new(resources: &'r Resources, base: &'r str) -> Self {
        Self { resources, base }
    }

    /// What `name` means, of one of these kinds: what the gazetteer knows by it, or else something new if only one kind
    /// is possible. `among` is what it belongs to, which tells people of one-word names apart.
    ///
    /// # Errors
    /// What was expected, if it is not known.
    pub(super) fn entity(&self, name: &str, kinds: &[Kind], among: Option<&str>) -> Result<Entity, String> {
        if let Some(known) = self.known(name, kinds) {
            return Ok(known);
        }
        match kinds {
            [Kind::Country] => Err(format!("no country is called `{name}`{}", self.offer(name))),
            [kind] => Ok(self.new_entity(name, *kind, among)),
            kinds => {
                let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                Err(format!("`{name}` is not known, and could be {}", kinds.join(", ")))
            }
        }
    }

    /// What the gazetteer knows by this name, turned round ("Korea, Republic of"), without what is in brackets, or
    /// capitalised.
    pub(crate) fn known(&self, name: &str, kinds: &[Kind]) -> Option<Entity> {
        spellings(name).iter().find_map(|spelling| self.exactly(spelling, name, kinds))
    }

    fn exactly(&self, spelling: &str, written: &str, kinds: &[Kind]) -> Option<Entity> {
        let gazetteer = self.resources.gazetteer();
        let hits = gazetteer.lookup(spelling);
        let fits =
            hits.iter().filter(|hit| SORTS.contains(&hit.sort)).map(|hit| &gazetteer.entries()[hit.entry]);
        let entry = fits.into_iter().find(|entry| kinds.contains(&entry.kind))?;
        let alias = Some(written.to_owned()).filter(|name| *name != entry.label);
        let mut same_as: Vec<String> = entry.same_as.iter().map(|iri| iri.clone().into_owned()).collect();
        same_as.sort();
        Some(Entity {
            id: format!("{}{}", self.base, entry.iri_local),
            kind: entry.kind,
            label: entry.label.clone().into_owned(),
            aliases: alias.into_iter().collect(),
            same_as,
            mentions: Vec::new(),
        })
    }

    fn offer(&self, name: &str) -> String {
        let countries = self.resources.gazetteer().entries().iter().filter(|e| e.kind == Kind::Country);
        let near = nearest(name, countries.map(|e| &*e.label), OFFERED);
        format!("; the nearest: {}", near.join(", "))
    }

    fn new_entity(&self, name: &str, kind: Kind, among: Option<&str>) -> Entity {
        let own = titled(name).title.map_or(name, |title| name[title.len()..].trim_start());
        let sole = kind == Kind::Person && !own.contains(' ');
        let id = id::entity(self.base, kind, name, among.filter(|_| sole));
        let (aliases, same_as, mentions) = (Vec::new(), Vec::new(), Vec::new());
        Entity { id, kind, label: name.to_owned(), aliases, same_as, mentions }
    }
}

/// The ways a name may be spelt in a gazetteer, nearest first.
fn spellings(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    if let Some((head, tail)) = name.split_once(", ") {
        all.extend([format!("{tail} {head}"), format!("{tail} the {head}")]);
    }
    if let Some((head, rest)) = name.split_once(" (") {
        all.extend([head.to_owned(), rest.trim_end_matches(')').to_owned()]);
    }
    if name.chars().all(|c| !c.is_uppercase()) {
        let capitalised: Vec<String> = name.split(' ').map(capitalised).collect();
        all.push(capitalised.join(" "));
    }
    all
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// People named in one cell, each with a title: "President A and Prime Minister B".
pub(super) fn people(cell: &str) -> Vec<Titled> {
    let mut found: Vec<String> = Vec::new();
    for part in cell.split(", ").flat_map(|part| part.split(" and ").enumerate()) {
        let (at, text) = part;
        let begins = title_words(text) > 0;
        match found.last_mut() {
            Some(last) if !begins || title_words(last) == last.split(' ').count() => {
                last.push_str(if at == 0 { ", " } else { " and " });
                last.push_str(text);
            }
            _ => found.push(text.to_owned()),
        }
    }
    found.iter().map(|name| titled(name)).collect()
}

/// A name and its title. A sovereign's title stays with a name of one word, or one with a number: "Queen Elizabeth II".
pub(super) fn titled(name: &str) -> Titled {
    let words: Vec<&str> = name.split_whitespace().collect();
    let length = title_words(name);
    if length == 0 || length >= words.len() {
        return Titled { title: None, name: name.to_owned() };
    }
    let (title, rest) = (words[..length].join(" "), words[length..].join(" "));
    let numbered = rest.rsplit(' ').next().is_some_and(|last| last.chars().all(|c| "IVX".contains(c)));
    let reigns = crate::extract::names::is_regnal(&title) && (numbered || words.len() == length + 1);
    let name = if reigns { format!("{title} {rest}") } else { rest };
    Titled { title: Some(title), name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(cell: &str) -> Vec<(Option<String>, String)> {
        people(cell).into_iter().map(|titled| (titled.title, titled.name)).collect()
    }

    fn one(title: &str, name: &str) -> (Option<String>, String) {
        (Some(title).filter(|t| !t.is_empty()).map(str::to_owned), name.to_owned())
    }

    #[test]
    fn titles_are_told_from_names() {
        assert_eq!(
            split("Prime Minister J.M.G.M. (Tom) Adams"),
            [one("Prime Minister", "J.M.G.M. (Tom) Adams")]
        );
        assert_eq!(split("President-elect Ospina"), [one("President-elect", "Ospina")]);
        assert_eq!(split("Vice Premier Liu He"), [one("Vice Premier", "Liu He")]);
        assert_eq!(split("Valdas Adamkus"), [one("", "Valdas Adamkus")]);
        assert_eq!(split("President"), [one("", "President")]);
    }

    #[test]
    fn sovereigns_keep_theirs() {
        assert_eq!(split("Queen Elizabeth II"), [one("Queen", "Queen Elizabeth II")]);
        assert_eq!(split("King Hussein"), [one("King", "King Hussein")]);
        assert_eq!(split("Prince Norodom Sihanouk"), [one("Prince", "Norodom Sihanouk")]);
    }

    #[test]
    fn several_in_a_cell_are_several() {
        let sadat = [one("President", "Anwar Sadat"), one("Prime Minister", "Mustafa Khalil")];
        assert_eq!(split("President Anwar Sadat, Prime Minister Mustafa Khalil"), sadat);
        assert_eq!(split("President Anwar Sadat and Prime Minister Mustafa Khalil"), sadat);
        assert_eq!(
            split("President Tommy E. Remengesau, Jr."),
            [one("President", "Tommy E. Remengesau, Jr.")]
        );
        assert_eq!(
            split("Premier and Prince Sihanouk"),
            [one("Premier and Prince", "Premier and Prince Sihanouk")]
        );
    }

    #[test]
    fn names_are_known_in_any_usual_form() {
        let resources = Resources::embedded().unwrap();
        let names = Names::new(&resources, "https://e.org/");
        let country = |name: &str| names.entity(name, &[Kind::Country], None).map(|e| e.id);
        for (name, code) in [
            ("Korea, Republic of", "KR"),
            ("Congo, Democratic Republic of", "CD"),
            ("Ceylon (Sri Lanka)", "LK"),
            ("new zealand", "NZ"),
            ("Czechia", "CZ"),
            ("Ivory Coast", "CI"),
        ] {
            assert_eq!(country(name), Ok(format!("https://e.org/country/{code}")), "{name}");
        }
        let unknown = country("Noorway").unwrap_err();
        assert!(unknown.starts_with("no country is called `Noorway`; the nearest: Norway"), "{unknown}");
    }

    #[test]
    fn people_of_one_name_are_told_apart_by_their_country() {
        let resources = Resources::embedded().unwrap();
        let names = Names::new(&resources, "https://e.org/");
        let person = |name: &str, of: &str| names.entity(name, &[Kind::Person], Some(of)).unwrap().id;
        assert_eq!(person("Erlander", "Sweden"), "https://e.org/person/erlander_sweden");
        assert_ne!(person("King Abdullah", "Jordan"), person("King Abdullah", "Saudi Arabia"));
        assert_eq!(person("Tage Erlander", "Sweden"), "https://e.org/person/tage-erlander");
    }
}
