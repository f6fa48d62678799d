//! Sentences retold in the present tense. History is told in the past and headlines in the present, so the treebank
//! hardly shows that "hosts" after a name may be a verb; its own past tenses, retold, do.

use super::super::lexicon::Lexicon;
use super::super::token::Tag;
use super::super::word::Word;
use super::conllu::Sentence;

/// Words with their tags.
pub(super) type Example = (Vec<Word>, Vec<Tag>);

/// How many words after the verb a short clause keeps.
const KEPT: usize = 12;

/// The sentence with its past tenses and futures made present, and its main clause alone, as a short sentence or as a
/// headline would have it; nothing if it has none.
pub(super) fn retold(gold: &Sentence, lexicon: &Lexicon) -> Vec<Example> {
    let words: Vec<Option<Told>> = (0..gold.len()).map(|at| told(gold, at)).collect();
    if words.iter().flatten().all(|word| word.tag == gold.tags[word.at]) {
        return Vec::new();
    }
    let whole = words.iter().flatten().map(|word| word.pair(lexicon)).unzip();
    std::iter::once(whole).chain(clause(gold, &words, lexicon)).collect()
}

/// A word as it is retold.
struct Told {
    /// Its place in the sentence.
    at: usize,
    text: String,
    tag: Tag,
}

impl Told {
    fn pair(&self, lexicon: &Lexicon) -> (Word, Tag) {
        (lexicon.word(&self.text), self.tag)
    }
}

/// Word `at` retold: nothing of "will", the present of a past tense or of what follows "will", else the word itself.
fn told(gold: &Sentence, at: usize) -> Option<Told> {
    let future = |at: usize| {
        gold.tags[at].name() == "MD"
            && gold.labels[at] == "aux"
            && gold.heads[at] == Some(at + 1)
            && gold.tags[at + 1].name() == "VB"
            && subject(gold, at + 1).is_some()
            && gold.lemmas[at + 1] != "be"
    };
    if future(at) {
        return None;
    }
    let finite = gold.tags[at].name() == "VBD" || at > 0 && future(at - 1);
    let subject = finite.then(|| subject(gold, at)).flatten().filter(|_| is_full_verb(gold, at));
    let lemma = &gold.lemmas[at];
    let (text, tag) = match subject {
        Some(Number::Singular) => (third_person(lemma), Tag::parse("VBZ")?),
        Some(Number::Plural) => (lemma.clone(), Tag::parse("VBP")?),
        None => (gold.word(at).to_owned(), gold.tags[at]),
    };
    Some(Told { at, text, tag })
}

/// Whether word `at` is a verb with a regular present tense.
fn is_full_verb(gold: &Sentence, at: usize) -> bool {
    let lemma = &gold.lemmas[at];
    !gold.labels[at].starts_with("aux")
        && !matches!(lemma.as_str(), "be" | "have")
        && lemma.len() > 2
        && lemma.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Singular,
    Plural,
}

/// The number of the subject of the verb `at`, its own or that of the verb it is coordinated with.
fn subject(gold: &Sentence, at: usize) -> Option<Number> {
    let Some(subject) = subject_of(gold, at) else {
        let head = gold.heads[at].filter(|&head| gold.labels[at] == "conj" && head < at)?;
        return subject_of(gold, head).and_then(|subject| number(gold, subject));
    };
    number(gold, subject)
}

fn subject_of(gold: &Sentence, at: usize) -> Option<usize> {
    (0..at).rev().find(|&child| gold.heads[child] == Some(at) && gold.labels[child] == "nsubj")
}

fn number(gold: &Sentence, subject: usize) -> Option<Number> {
    let joined = (subject..gold.len()).any(|at| gold.heads[at] == Some(subject) && gold.labels[at] == "conj");
    match gold.tags[subject].name() {
        _ if joined => Some(Number::Plural),
        "NN" | "NNP" => Some(Number::Singular),
        "NNS" | "NNPS" => Some(Number::Plural),
        "PRP" => match gold.lemmas[subject].to_lowercase().as_str() {
            "he" | "she" | "it" => Some(Number::Singular),
            "they" | "we" => Some(Number::Plural),
            _ => None,
        },
        _ => None,
    }
}

fn third_person(lemma: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| lemma.ends_with(ending));
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if sibilant => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

/// The main clause, from its subject to its first mark; every other time a headline without articles and full stop.
fn clause(gold: &Sentence, words: &[Option<Told>], lexicon: &Lexicon) -> Option<Example> {
    let root = gold.heads.iter().position(Option::is_none)?;
    let subject = subject_of(gold, root)?;
    let start = (0..=subject).find(|&at| is_under(gold, at, subject))?;
    let mark = |at: &usize| matches!(gold.tags[*at].name(), "," | "." | ":" | "-LRB-");
    let end = (root..gold.len().min(root + KEPT)).find(mark).unwrap_or(gold.len().min(root + KEPT));
    let headline = gold.len().is_multiple_of(2);
    let article =
        |word: &&Told| headline && matches!(word.text.as_str(), "the" | "The" | "a" | "A" | "an" | "An");
    let mut told: Vec<(Word, Tag)> = words[start..end]
        .iter()
        .flatten()
        .filter(|word| !article(word))
        .map(|word| word.pair(lexicon))
        .collect();
    let first = words[start..end].iter().flatten().find(|word| !article(word))?;
    told[0].0 = lexicon.word(&capitalized(&first.text));
    if !headline {
        told.push((lexicon.word("."), Tag::parse(".")?));
    }
    Some(told.into_iter().unzip())
}

fn is_under(gold: &Sentence, at: usize, top: usize) -> bool {
    let mut above = Some(at);
    while let Some(here) = above.filter(|&here| here != top) {
        above = gold.heads[here];
    }
    above == Some(top)
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_person_is_spelled() {
        let forms = ["join", "sign", "ratify", "deploy", "reach", "veto"].map(third_person);
        assert_eq!(forms, ["joins", "signs", "ratifies", "deploys", "reaches", "vetoes"]);
    }
}
