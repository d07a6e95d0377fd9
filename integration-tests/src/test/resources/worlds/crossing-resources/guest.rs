mod bindings;

use bindings::exports::test::crossing_resources::work;
use bindings::test::crossing_resources::shelves::{self, Shelf};
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Vec<Shelf>> = const { RefCell::new(Vec::new()) };
}

/// Has shelves made by another component, hands them back to it, and drops them.
struct Component;

impl work::Guest for Component {
    fn sort(words: Vec<String>) -> Vec<String> {
        let (low, high) = (Shelf::new("low"), Shelf::new("high"));
        for word in &words {
            (if word.as_str() < "m" { &low } else { &high }).put(word);
        }
        let fullest = match shelves::fullest(&[&low, &high]) {
            Some(0) => shelves::name_of(&low),
            Some(_) => shelves::name_of(&high),
            None => "none".to_owned(),
        };
        let all = Shelf::merge(low, high);
        [vec![fullest], all.items()].concat()
    }

    fn keep(word: String) -> u32 {
        let shelf = Shelf::new(&word);
        let count = shelf.put(&word);
        KEPT.with_borrow_mut(|kept| kept.push(shelf));
        count
    }

    fn drop_kept() -> u32 {
        let held = shelves::held();
        KEPT.take();
        held - shelves::held()
    }

    fn rename(old: String, name: String) -> Result<String, String> {
        let renamed = shelves::renamed(Shelf::new(&old), &name)?;
        Ok(shelves::name_of(&renamed))
    }
}
