mod bindings;

use bindings::exports::test::exported_resource::counters::{self, Labelled};
use std::cell::{Cell, RefCell};

thread_local! {
    static ALIVE: Cell<u32> = const { Cell::new(0) };
}

struct Component;

impl counters::Guest for Component {
    type Counter = Counter;

    fn alive() -> u32 {
        ALIVE.get()
    }

    fn wrap(counter: counters::Counter) -> Labelled {
        let label = format!("label of {}", counter.name.borrow());
        Labelled { label, counter }
    }

    fn sums(counters: Vec<&counters::Counter>) -> Vec<u32> {
        counters.iter().map(|counter| counter.value.get()).collect()
    }

    fn maybe(counter: Option<counters::Counter>) -> Option<counters::Counter> {
        counter
    }

    fn several(count: u32) -> Vec<counters::Counter> {
        (0..count).map(|i| counters::Counter::new(Counter::of(i))).collect()
    }
}

struct Counter {
    value: Cell<u32>,
    name: RefCell<String>,
}

impl Counter {
    fn of(start: u32) -> Self {
        ALIVE.set(ALIVE.get() + 1);
        Self { value: Cell::new(start), name: RefCell::new("unnamed".to_owned()) }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        ALIVE.set(ALIVE.get() - 1);
    }
}

impl counters::GuestCounter for Counter {
    fn new(start: u32) -> Self {
        Self::of(start)
    }

    fn add(&self, by: u32) -> u32 {
        self.value.set(self.value.get() + by);
        self.value.get()
    }

    fn name(&self) -> String {
        self.name.borrow().clone()
    }

    fn rename(&self, to: String) -> Result<(), String> {
        if to.is_empty() {
            return Err("no name".to_owned());
        }
        self.name.replace(to);
        Ok(())
    }

    fn larger(a: &counters::Counter, b: &counters::Counter) -> u32 {
        a.value.get().max(b.value.get())
    }

    fn join(a: counters::Counter, b: counters::Counter) -> counters::Counter {
        let first = counters::Counter::into_inner(a);
        counters::Counter::new(Counter::of(first.value.get() + b.value.get()))
    }
}
