//! Bodies that belong to others by what stands beside their names: "Europol, an agency of the EU", "the GRU, Russia's
//! military intelligence service", "the institute at Harvard", "ASEAN opened its Cyber Centre".
//!
//! Read off the tokens, as the order of these phrases is fixed; where they speak, they overrule what the parse made of
//! the same words.

use super::ground::{Ground, Mechanism, Reason};
use super::line::Line;
use super::names::{NameMention, Names};
use super::reference::Scene;
use super::statements::Candidate;
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// How far after a name a phrase that places it may reach, in tokens.
const REACH: usize = 10;

/// Adds the parts the sentence shows to `found`, in place of those it contradicts.
pub(crate) fn settle(scene: &Scene<'_>, names: &Names, found: &mut Vec<Candidate>) {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let parts = read(&line, names);
    let contradicted = |c: &Candidate| {
        c.relation == "partOf"
            && parts.iter().any(|&(part, whole)| (c.subject == part) != (c.object == whole))
    };
    found.retain(|c| {
        let kept = !contradicted(c);
        if !kept {
            scene.log.reject(Reason::Contradicted, c);
        }
        kept
    });
    for (part, whole) in parts {
        let ground = Ground::default().by(Mechanism::Apposition);
        let candidate = Candidate { ground, ..Candidate::asserted("partOf", part, whole, scene.sentence) };
        if !found.contains(&candidate) {
            found.push(candidate);
        }
    }
}

/// Part and whole of every pair the words show.
fn read(line: &Line<'_>, names: &Names) -> Vec<(usize, usize)> {
    let bodies = line
        .mentions()
        .iter()
        .filter(|m| line.kind(m.entity) == Kind::Organization && !Line::is_adjective(m));
    let mut found = Vec::new();
    for part in bodies {
        let whole = apposed(line, part)
            .or_else(|| nested(line, part, names))
            .or_else(|| possessed(line, part))
            .or_else(|| own(line, part));
        found.extend(whole.filter(|&w| w != part.entity).map(|w| (part.entity, w)));
    }
    found
}

/// Past the acronym in brackets that may follow a name.
fn after(line: &Line<'_>, mention: &NameMention) -> usize {
    let end = mention.tokens.end;
    if line.word(end) == "(" && line.word(end + 2) == ")" { end + 3 } else { end }
}

/// A country or organization whose name begins here, what only says whose it is passed over.
fn whole_at(line: &Line<'_>, token: usize) -> Option<usize> {
    let at = token + usize::from(line.is(token, &["the", "its", "their"]));
    let mention = line.mentions().iter().find(|m| m.tokens.start == at)?;
    if line.possessive(mention.tokens.end) {
        let next = line.mentions().iter().find(|m| m.tokens.start == mention.tokens.end + 1);
        if let Some(next) = next.filter(|m| line.kind(m.entity) == Kind::Organization) {
            return Some(next.entity);
        }
        return None;
    }
    owns(line, mention).then_some(mention.entity)
}

fn owns(line: &Line<'_>, mention: &NameMention) -> bool {
    matches!(line.kind(mention.entity), Kind::Country | Kind::Organization)
}

/// "X, a branch of Y" and "X, Russia's intelligence service".
fn apposed(line: &Line<'_>, part: &NameMention) -> Option<usize> {
    let mark = after(line, part);
    if !line.is(mark, &[",", "–", "—", "("]) {
        return None;
    }
    let noun = head_noun(line, mark + 1)?;
    let of = noun + 1;
    if line.listed(List::PartNouns, noun) && line.is(of, &["of", "under", "within", "at", "inside", "in"]) {
        let whole = whole_at(line, of + 1);
        let strong = line.is(of, &["of", "under", "within", "inside"]);
        return whole.filter(|&w| strong || line.kind(w) == Kind::Organization);
    }
    let state = line.listed(List::StateBodies, noun);
    if !state && !line.listed(List::PartNouns, noun) {
        return None;
    }
    let owner =
        line.mentions().iter().find(|m| m.tokens.start > mark && m.tokens.end <= noun && owns(line, m))?;
    let marked = line.possessive(owner.tokens.end) || Line::is_adjective(owner);
    let body = state || line.kind(owner.entity) == Kind::Organization && !Line::is_adjective(owner);
    (marked && body && owner.tokens.start <= mark + 2).then_some(owner.entity)
}

/// The noun at the head of the phrase that begins at `start`.
fn head_noun(line: &Line<'_>, start: usize) -> Option<usize> {
    let mut noun = None;
    for token in start..line.len().min(start + REACH) {
        if let Some(mention) = line.at(token) {
            if noun.is_some() || line.is_person(mention) {
                break;
            }
        } else if matches!(line.tag(token), "NN" | "NNS" | "NNP") {
            noun = Some(token);
        } else if noun.is_some()
            || !(matches!(line.tag(token), "DT" | "JJ" | "JJS" | "HYPH" | "POS" | "RB" | "VBN" | "PRP$")
                || line.possessive(token))
        {
            break;
        }
    }
    noun
}

/// "the Belfer Center at Harvard", "the Cyber Unit within the Ministry".
fn nested(line: &Line<'_>, part: &NameMention, names: &Names) -> Option<usize> {
    let at = after(line, part);
    let inside = line.is(at, &["within", "under"]) || (line.is(at, &["at"]) && is_unit(line, part, names));
    let whole = whole_at(line, at + 1).filter(|_| inside)?;
    (line.kind(whole) == Kind::Organization).then_some(whole)
}

/// Whether the name itself says that it names a unit of something ("Unit 26165", "Institute of ...").
fn is_unit(line: &Line<'_>, part: &NameMention, names: &Names) -> bool {
    let label = names.entities[part.entity].label.to_lowercase();
    let spoken = part.tokens.clone().any(|t| line.listed(List::PartNouns, t));
    spoken || label.split_whitespace().any(|w| line.scene.syntax.words().has(List::PartNouns, w))
}

/// "the GRU's Unit 26165".
fn possessed(line: &Line<'_>, part: &NameMention) -> Option<usize> {
    let mark = part.tokens.start.checked_sub(1).filter(|&t| line.possessive(t))?;
    let owner = line.body_until(mark).filter(|m| line.kind(m.entity) == Kind::Organization)?;
    part.tokens.clone().any(|t| line.listed(List::PartNouns, t)).then_some(owner.entity)
}

/// "our Cyber Centre", "ASEAN opened its Cyber Centre", "the council sent its military arm, the Peninsula Shield Force".
fn own(line: &Line<'_>, part: &NameMention) -> Option<usize> {
    let mut its = part.tokens.start.checked_sub(1)?;
    if let Some(speaker) = line.speaker(its) {
        return Some(speaker);
    }
    if line.is(its, &["the"]) && its > 0 && line.word(its - 1) == "," {
        let noun = its.checked_sub(2).filter(|&t| line.listed(List::PartNouns, t))?;
        its = (noun.saturating_sub(4)..noun).rev().find(|&t| line.is(t, &["its"]))?;
    }
    // "set up its own Cyber Security Bureau"
    its -= usize::from(its > 0 && line.is(its, &["own"]));
    if !line.is(its, &["its"]) {
        return None;
    }
    let syntax = line.scene.syntax;
    let pronoun = line.unit(its)?;
    let subject = syntax.clause_verb(pronoun).and_then(|v| syntax.surface_subject(v));
    // "Italy was late: its agency is new", "Conti crippled its Ministry of Finance"
    let other = subject.filter(|&s| !syntax.within(pronoun, s)).and_then(|s| owner_of(line, part, s));
    other.or_else(|| owner_of(line, part, pronoun))
}

/// The one thing a unit stands for, if it may have such a part.
fn owner_of(line: &Line<'_>, part: &NameMention, unit: usize) -> Option<usize> {
    // Nothing but a state has a ministry.
    let may_own = |kind| {
        kind == Kind::Country || kind == Kind::Organization && !line.is(part.tokens.start, &["ministry"])
    };
    let mut owners = line.scene.referents(unit).into_iter().map(|r| r.entity);
    let owner = owners.next().filter(|&e| may_own(line.kind(e)))?;
    owners.next().is_none().then_some(owner)
}
