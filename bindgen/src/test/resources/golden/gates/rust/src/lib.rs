//! A component of the world `gates`.

mod bindings;

use bindings::exports::acme::gates::clock;
use bindings::exports::acme::gates::till;

/// Implements what the world exports.
struct Component;

impl till::Guest for Component {
    type Pen = Pen;
    type Book = Book;

    fn count(marks: u32) -> u32 {
        let _ = marks;
        todo!()
    }

    fn find(page: till::Page, kind: till::Kind) -> Result<till::Pen, till::Failure> {
        let _ = (page, kind);
        todo!()
    }

    fn scan(entry: till::Entry) -> Vec<till::Entry> {
        let _ = entry;
        todo!()
    }
}

struct Pen;

impl till::GuestPen for Pen {
    fn new(at: till::Entry) -> Self {
        let _ = at;
        todo!()
    }

    fn next(&self) -> Option<till::Entry> {
        todo!()
    }

    fn join(a: &till::Pen, b: till::Pen) -> till::Pen {
        let _ = (a, b);
        todo!()
    }
}

struct Book;

impl till::GuestBook for Book {
    fn new() -> Self {
        todo!()
    }

    fn read(&self, at: u32) -> Result<till::Entry, till::Failure> {
        let _ = at;
        todo!()
    }

    fn size(&self) -> u32 {
        todo!()
    }
}

impl clock::Guest for Component {
    fn now() -> u64 {
        todo!()
    }
}

impl bindings::Guest for Component {
    fn run(count: u32) -> u32 {
        let _ = count;
        todo!()
    }
}
