mod bindings;

use bindings::exports::test::crossing_resources::shelves::{self, Shelf};
use std::cell::{Cell, RefCell};

thread_local! {
    static HELD: Cell<u32> = const { Cell::new(0) };
}

struct Component;

struct Wooden {
    name: RefCell<String>,
    items: RefCell<Vec<String>>,
}

impl Wooden {
    fn named(name: String, items: Vec<String>) -> Self {
        HELD.set(HELD.get() + 1);
        Self { name: RefCell::new(name), items: RefCell::new(items) }
    }
}

impl Drop for Wooden {
    fn drop(&mut self) {
        HELD.set(HELD.get() - 1);
    }
}

impl shelves::Guest for Component {
    type Shelf = Wooden;

    fn fullest(shelves: Vec<&Shelf>) -> Option<u32> {
        let sizes: Vec<usize> = shelves.iter().map(|shelf| shelf.items.borrow().len()).collect();
        let most = sizes.iter().copied().filter(|&size| size > 0).max()?;
        sizes.iter().position(|&size| size == most).map(|i| i as u32)
    }

    fn name_of(shelf: &Shelf) -> String {
        shelf.name.borrow().clone()
    }

    fn renamed(shelf: Shelf, name: String) -> Result<Shelf, String> {
        if name.is_empty() {
            return Err("a shelf needs a name".to_owned());
        }
        shelf.name.replace(name);
        Ok(shelf)
    }

    fn held() -> u32 {
        HELD.get()
    }
}

impl shelves::GuestShelf for Wooden {
    fn new(name: String) -> Self {
        Wooden::named(name, Vec::new())
    }

    fn put(&self, item: String) -> u32 {
        self.items.borrow_mut().push(item);
        self.items.borrow().len() as u32
    }

    fn items(&self) -> Vec<String> {
        self.items.borrow().clone()
    }

    fn merge(a: Shelf, b: Shelf) -> Shelf {
        let name = format!("{}+{}", a.name.borrow(), b.name.borrow());
        let items = [a.items.borrow().clone(), b.items.borrow().clone()].concat();
        Shelf::new(Wooden::named(name, items))
    }
}
