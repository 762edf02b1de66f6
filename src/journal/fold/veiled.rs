//! What whoever the project is for sees of it, and is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Fold;
use crate::journal::notice::Notice;
use crate::model::id::SourceId;

impl Fold {
    /// Follows the project with what is seen of it.
    pub(super) fn look_through_veil(&mut self) {
        if let Some(veil) = &mut self.veil {
            self.veiled = veil.follow(&self.project).map(Arc::new);
        }
    }

    /// Gathers what is to be told of what is seen.
    pub(super) fn gather_notices(&mut self) {
        let all = self.notices_of.values().flatten();
        let told = all.filter(|notice| self.reader.is_none_or(|reader| notice.is_for(reader)));
        let mut notices: Vec<Notice> = told.filter(|notice| !self.tells_of_hidden(notice)).cloned().collect();
        let mut lost: BTreeMap<SourceId, usize> = BTreeMap::new();
        self.shown().lost.values().for_each(|coding| *lost.entry(coding.source).or_default() += 1);
        notices.extend(lost.into_iter().map(|(source, codings)| Notice::CodingsWithoutWords { source, codings }));
        self.notices = notices;
    }

    fn tells_of_hidden(&self, notice: &Notice) -> bool {
        let Some((veil, seen)) = self.veil.as_ref().zip(self.veiled.as_ref()) else { return false };
        let about = notice.about();
        let memo = |id| self.project.memo(id).is_some() && seen.memo(id).is_none();
        about.codes.into_iter().flatten().any(|code| veil.hides_code(code))
            || about.coding.is_some_and(|coding| veil.hides_coding(coding))
            || about.memo.is_some_and(memo)
    }
}
