mod bindings;

use bindings::exports::test::returned_results::tasks::{self, Trouble};
use bindings::test::returned_results::tasks as outside;

/// Asks outside, and passes results on as they are.
struct Component;

impl tasks::Guest for Component {
    fn divide(a: u32, b: u32) -> Result<u32, String> {
        outside::divide(a, b)
    }

    fn check(ok: bool) -> Result<(), ()> {
        outside::check(ok)
    }

    fn start(name: String) -> Result<(), Trouble> {
        outside::start(&name).map_err(|trouble| match trouble {
            Trouble::Broken(text) => Trouble::Broken(text + "!"),
            Trouble::Busy => Trouble::Busy,
        })
    }

    fn names(count: u32) -> Result<Vec<String>, ()> {
        outside::names(count)
    }
}
