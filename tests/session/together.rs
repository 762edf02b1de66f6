//! Two people on one folder who work, take back, do again, leave and come back, in any order.

use kodebok::session::Session;
use proptest::prelude::*;

use crate::support::session::{Desk, add_code, add_source, apply, outline};

/// Somebody at the desk, and how much they should be able to take back and do again.
struct Person {
    desk: Desk,
    session: Option<Session>,
    done: usize,
    undone: usize,
    made: usize,
}

impl Person {
    fn new(desk: Desk) -> Self {
        let session = Some(desk.open());
        Self { desk, session, done: 0, undone: 0, made: 0 }
    }

    fn session(&mut self) -> &mut Session {
        self.session.as_mut().expect("they are at their desk")
    }

    fn step(&mut self, action: u8, which: usize) {
        match action {
            0..=2 => {
                self.made += 1;
                let name = format!("kode {} {}", self.desk.who.name, self.made);
                add_code(self.session(), &name);
                (self.done, self.undone) = (self.done + 1, 0);
            }
            3..=5 => {
                let project = self.session().project().clone();
                let codes: Vec<_> = project.codebook().codes().collect();
                let source = project.sources().next().expect("there is one");
                let Some(code) = codes.get(which % codes.len().max(1)) else { return };
                let start = u32::try_from(which % 40).expect("below 40");
                let known = project.coding_count();
                apply(self.session(), code.id, source.id, start, start + 3);
                if self.session().project().coding_count() > known {
                    (self.done, self.undone) = (self.done + 1, 0);
                }
            }
            6..=8 => {
                assert_eq!(self.session().undo().is_some(), self.done > 0);
                if self.done > 0 {
                    (self.done, self.undone) = (self.done - 1, self.undone + 1);
                }
            }
            9..=10 => {
                assert_eq!(self.session().redo().is_some(), self.undone > 0);
                if self.undone > 0 {
                    (self.done, self.undone) = (self.done + 1, self.undone - 1);
                }
            }
            11 => {
                self.session.take().expect("they are at their desk").close().expect("it can be saved");
                self.session = Some(self.desk.open());
            }
            _ => self.look(),
        }
        let (undo, redo) = (self.session().can_undo(), self.session().can_redo());
        assert_eq!((undo, redo), (self.done > 0, self.undone > 0), "after {action}");
    }

    fn look(&mut self) {
        self.desk.clock.wait_ms(1_000);
        self.session().refresh();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn each_takes_back_their_own_and_both_see_the_same(steps in prop::collection::vec((0_usize..2, 0_u8..13, 0_usize..400), 1..50)) {
        let room = tempfile::tempdir().unwrap();
        let kari = Desk::kari(room.path());
        let mut session = kari.create();
        add_source(&mut session, "Informant 1", "Vi deler med andre, og de deler med oss igjen.");
        session.close().unwrap();
        let mut people = [Person::new(kari), Person::new(Desk::ola(room.path()))];
        people[0].done = 1;
        for (who, action, which) in steps {
            // The source is taken back by nobody here: without it there is nothing to code.
            if who == 0 && people[0].done == 1 && (6..=8).contains(&action) {
                continue;
            }
            people[who].step(action, which);
        }
        people.iter_mut().for_each(|person| person.session().settle().unwrap());
        people.iter_mut().for_each(Person::look);
        let [hers, his] = &mut people;
        let seen = outline(hers.session().project());
        prop_assert_eq!(&outline(his.session().project()), &seen);
        prop_assert_eq!(&outline(his.desk.open().project()), &seen);
        prop_assert_eq!((hers.session().problems(), his.session().problems()), (&[][..], &[][..]));

        // Both take back everything, and come back once more.
        for (person, keeps) in people.iter_mut().zip([1, 0]) {
            while person.done > keeps {
                person.step(6, 0);
            }
            person.step(11, 0);
        }
        people.iter_mut().for_each(|person| person.session().settle().unwrap());
        people.iter_mut().for_each(Person::look);
        let empty = outline(people[0].session().project());
        prop_assert_eq!(&outline(people[1].session().project()), &empty);
        prop_assert_eq!(empty, Vec::<String>::new());
    }
}
