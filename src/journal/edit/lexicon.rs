//! Wishes about how words are counted, and about searches that are kept.

use std::collections::BTreeMap;

use super::Refusal;
use super::decider::{Decider, Decision, one_line, same_name, unless, words};
use crate::journal::event::{Event, FreeText};
use crate::model::id::{SearchId, SourceId, WordGroupId};
use crate::model::lexicon::Standing;
use crate::model::search::Query;
use crate::text::tongue::Tongue;
use crate::text::vocabulary::{phrase, small};

/// What somebody wants done with the words of the study, or with searches that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum WordEdit {
    /// Leaves words, and phrases of several, out of word lists, lets them in, or leaves them to the lists of stop words.
    Weigh { words: Vec<String>, standing: Standing },
    /// Says which language a source is in throughout; none leaves it to be found, turn by turn.
    SetLanguage { source: SourceId, language: Option<Tongue> },
    /// Lets words count as one; a group that is named gets these words in place of its own.
    Group { group: Option<WordGroupId>, words: Vec<String> },
    /// Takes a group apart.
    Ungroup { group: WordGroupId },
    /// Keeps a search; one of the same name looks for this from now on.
    KeepSearch { name: String, query: Query },
    /// Keeps a search no more.
    DropSearch { search: SearchId },
}

impl Decider<'_> {
    pub(super) fn decide_words(&mut self, edit: &WordEdit) -> Decision {
        match edit {
            WordEdit::Weigh { words, standing } => self.weigh_words(words, *standing),
            WordEdit::SetLanguage { source, language } => self.set_language(*source, *language),
            WordEdit::Group { group, words } => self.group_words(*group, words),
            WordEdit::Ungroup { group } => self.ungroup_words(*group),
            WordEdit::KeepSearch { name, query } => self.keep_search(name, query),
            WordEdit::DropSearch { search } => self.drop_search(*search),
        }
    }

    fn set_language(&self, source: SourceId, language: Option<Tongue>) -> Decision {
        let known = self.source(source)?.language;
        Ok(unless(known == language, Event::LanguageTold { source, language }))
    }

    fn weigh_words(&self, words: &[String], standing: Standing) -> Decision {
        let phrases: Vec<String> = words.iter().map(|words| phrase(words)).collect();
        let words = known_words(&phrases)?;
        let changed: Vec<String> =
            words.into_iter().filter(|word| self.project.lexicon().standing(word) != standing).collect();
        Ok(unless(changed.is_empty(), Event::WordsWeighed { words: free(&changed), standing }))
    }

    /// Words that stood in other groups leave them.
    fn group_words(&mut self, group: Option<WordGroupId>, words: &[String]) -> Decision {
        let words = known_words(words)?;
        let groups = &self.project.lexicon().groups;
        if let Some(group) = group
            && !groups.contains_key(&group)
        {
            return Err(Refusal::NoSuchGroup);
        }
        if words.len() < 2 {
            return Err(Refusal::GroupOfOne);
        }
        if group.is_some_and(|group| groups.get(&group) == Some(&words)) {
            return Ok(Vec::new());
        }
        let others = groups.iter().filter(|(id, _)| Some(**id) != group);
        let mut left: BTreeMap<WordGroupId, Vec<String>> = BTreeMap::new();
        for (id, theirs) in others.filter(|(_, theirs)| theirs.iter().any(|word| words.contains(word))) {
            left.insert(*id, theirs.iter().filter(|word| !words.contains(word)).cloned().collect());
        }
        let own = group.unwrap_or_else(|| WordGroupId::new((self.draw)()));
        let others = left.iter().map(|(group, words)| Event::WordsGrouped { group: *group, words: free(words) });
        Ok(others.chain([Event::WordsGrouped { group: own, words: free(&words) }]).collect())
    }

    fn ungroup_words(&self, group: WordGroupId) -> Decision {
        if !self.project.lexicon().groups.contains_key(&group) {
            return Err(Refusal::NoSuchGroup);
        }
        Ok(vec![Event::WordsGrouped { group, words: Box::default() }])
    }

    /// A search of a name that is known takes its place.
    fn keep_search(&mut self, name: &str, query: &Query) -> Decision {
        let name = one_line(name)?;
        if query.words.trim().is_empty() {
            return Err(Refusal::NothingSought);
        }
        words(&query.words)?;
        let known = self.project.searches().find(|known| same_name(&known.name, &name));
        if known.is_some_and(|known| known.name == name && known.query == *query) {
            return Ok(Vec::new());
        }
        let search = known.map(|known| known.id).unwrap_or_else(|| SearchId::new((self.draw)()));
        let near = query.near.as_ref().map(|near| (FreeText::new(near.words.as_str()), near.within));
        let words = FreeText::new(query.words.as_str());
        Ok(vec![Event::SearchKept { search, name: FreeText::new(name), words, way: query.way, near }])
    }

    fn drop_search(&self, search: SearchId) -> Decision {
        self.project.search(search).ok_or(Refusal::NoSuchSearch)?;
        Ok(vec![Event::SearchDropped { search }])
    }
}

/// Words as lists have them: in small letters, each once, in the order in which they were named.
fn known_words(typed: &[String]) -> Result<Vec<String>, Refusal> {
    let mut known: Vec<String> = Vec::new();
    for word in typed {
        let word = small(words(word)?);
        if !word.is_empty() && !known.contains(&word) {
            known.push(word);
        }
    }
    if known.is_empty() { Err(Refusal::EmptyName) } else { Ok(known) }
}

fn free(words: &[String]) -> Box<[FreeText]> {
    words.iter().map(|word| FreeText::new(word.as_str())).collect()
}
