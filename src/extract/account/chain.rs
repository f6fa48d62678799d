//! From words to who they stand for, and from a date back to the words that give it.

use super::{Anchor, Excerpt, Filled, Step};
use crate::extract::confidence::{Bench, Place};
use crate::extract::ground::Filler;
use crate::extract::names::{Form, NameMention};
use crate::extract::reference::Via;
use crate::extract::statements::Candidate;
use crate::extract::time::{Kind, TimeExpression};
use crate::source::Document;
use std::ops::Range;

/// What chains are traced through.
pub(crate) struct Tracer<'a> {
    pub(crate) document: &'a Document,
    pub(crate) bench: Bench<'a>,
    /// IRIs of the entities.
    pub(crate) ids: &'a [String],
    /// The time expressions of each sentence.
    pub(crate) times: &'a [Vec<TimeExpression>],
}

impl Tracer<'_> {
    /// Words of a sentence, as read.
    pub(crate) fn excerpt(&self, sentence: usize, tokens: Range<usize>) -> Option<Excerpt> {
        let all = &self.bench.sentences.get(sentence)?.1.tokens;
        let (first, last) = (all.get(tokens.start)?, all.get(tokens.end.checked_sub(1)?)?);
        Some(self.stretch(first.range.start..last.range.end.max(first.range.end)))
    }

    /// The whole of a sentence.
    pub(crate) fn sentence(&self, sentence: usize) -> Excerpt {
        self.stretch(self.bench.sentences[sentence].1.range.clone())
    }

    fn stretch(&self, range: Range<usize>) -> Excerpt {
        let span = self.document.raw_span(range);
        Excerpt { start: span.start, end: span.end, quote: span.quote.to_owned() }
    }

    /// Who fills a slot of a candidate, and why.
    pub(crate) fn filled(&self, candidate: &Candidate, entity: usize, filler: Option<Filler>) -> Filled {
        let place = self.bench.place(candidate, entity, filler);
        let label = self.bench.names.entities[entity].label.clone();
        let mut chain = vec![self.first(candidate.sentence, &place)];
        if place.form.is_none() {
            chain.extend(self.antecedent(candidate.sentence, entity, &place));
        }
        let named = chain.last().and_then(|s| s.words.as_ref()).is_some_and(|w| same(&w.quote, &label));
        if !named {
            chain.extend(self.in_full(entity, &label));
        }
        Filled { entity: self.ids[entity].clone(), label, chain }
    }

    fn first(&self, sentence: usize, place: &Place) -> Step {
        let words = place.tokens.clone().and_then(|tokens| self.excerpt(sentence, tokens));
        let via = match (place.via, place.form) {
            (Via::Name, form) => form.map_or("name", form_name),
            (Via::Apposition, _) => "apposition",
            (Via::Carrier, _) => "agent",
            (Via::Description, _) => "description",
            (Via::Pronoun, _) => "pronoun",
            (Via::Topic, _) => "unsaid",
        };
        Step { via, words }
    }

    /// The last time the entity was named before words that only refer to it; else the next time.
    fn antecedent(&self, sentence: usize, entity: usize, place: &Place) -> Option<Step> {
        let token = place.tokens.as_ref().map_or(0, |t| t.start);
        let before = |&(at, m): &(usize, &NameMention)| (at, m.tokens.start) < (sentence, token);
        let last = self.mentions(entity).filter(before).last();
        let (at, mention) = last.or_else(|| self.mentions(entity).next())?;
        self.named(at, mention)
    }

    /// Where the text has the name that the entity goes by.
    fn in_full(&self, entity: usize, label: &str) -> Option<Step> {
        let spelt = |(at, m): (usize, &NameMention)| {
            self.named(at, m).filter(|s| s.words.as_ref().is_some_and(|w| same(&w.quote, label)))
        };
        self.mentions(entity).find_map(spelt)
    }

    fn named(&self, sentence: usize, mention: &NameMention) -> Option<Step> {
        let words = self.excerpt(sentence, mention.tokens.clone())?;
        Some(Step { via: form_name(mention.form), words: Some(words) })
    }

    fn mentions(&self, entity: usize) -> impl Iterator<Item = (usize, &NameMention)> {
        let sentences = self.bench.names.mentions.iter().enumerate();
        sentences
            .flat_map(move |(at, all)| all.iter().filter(move |m| m.entity == entity).map(move |m| (at, m)))
    }

    /// Where the date of a candidate comes from.
    pub(crate) fn anchor(&self, candidate: &Candidate) -> Option<Anchor> {
        let when = candidate.when.as_deref()?;
        let found = self
            .said_in(candidate.sentence, when)
            .or_else(|| self.in_name(candidate, when))
            .or_else(|| self.carried(candidate.sentence, when));
        let (how, words) = found.unwrap_or(("carried", None));
        Some(Anchor { when: when.to_owned(), how, words })
    }

    fn said_in(&self, sentence: usize, when: &str) -> Option<(&'static str, Option<Excerpt>)> {
        let expressions = self.times.get(sentence)?;
        let value = |e: &TimeExpression| e.value.as_ref().map(ToString::to_string);
        let exact = expressions.iter().find(|e| value(e).as_deref() == Some(when));
        // "succeeded X in May 2024": from then on.
        let open = |e: &&TimeExpression| value(e).is_some_and(|v| when.split('/').any(|end| end == v));
        let expression = exact.or_else(|| expressions.iter().find(open))?;
        let words = self.excerpt(sentence, expression.tokens.clone());
        let year = words.as_ref().is_some_and(|w| has_year(&w.quote));
        Some((how(expression.kind, year), words))
    }

    fn in_name(&self, candidate: &Candidate, when: &str) -> Option<(&'static str, Option<Excerpt>)> {
        let named = |e: &usize| self.bench.names.entities[*e].label.contains(when);
        [candidate.object, candidate.subject].iter().find(|e| named(e)).map(|_| ("name", None))
    }

    fn carried(&self, sentence: usize, when: &str) -> Option<(&'static str, Option<Excerpt>)> {
        let (_, words) = (0..sentence).rev().find_map(|s| self.said_in(s, when))?;
        Some(("carried", words))
    }
}

fn how(kind: Kind, year: bool) -> &'static str {
    match kind {
        Kind::Explicit if year => "said",
        Kind::Explicit | Kind::Relative => "reckoned",
        Kind::Modifier => "modifier",
        Kind::Name => "name",
        Kind::Dateline => "carried",
    }
}

fn has_year(words: &str) -> bool {
    let digits = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    words.split(|c: char| !c.is_alphanumeric()).any(digits)
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Name => "name",
        Form::Acronym => "acronym",
        Form::Adjective => "adjective",
        Form::Demonym => "demonym",
        Form::Metonym => "metonym",
        Form::Surname => "surname",
    }
}

/// Whether words are the label, line ends and "the" aside.
fn same(words: &str, label: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").trim_start_matches("the ").trim_start_matches("The ").to_owned()
    };
    plain(words) == plain(label)
}
