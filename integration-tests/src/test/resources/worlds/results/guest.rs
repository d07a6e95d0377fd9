mod bindings;

use bindings::exports::test::results::echo::{self, Trouble};

struct Component;

impl echo::Guest for Component {
    fn plain(ok: bool) -> Result<(), ()> {
        ok.then_some(()).ok_or(())
    }

    fn value(ok: bool) -> Result<u32, ()> {
        ok.then_some(u32::MAX).ok_or(())
    }

    fn error(ok: bool) -> Result<(), String> {
        ok.then_some(()).ok_or("no".to_owned())
    }

    fn both(ok: bool) -> Result<Vec<u8>, Trouble> {
        ok.then_some(vec![1, 2]).ok_or(Trouble::Other("broken".to_owned()))
    }

    fn all(v: Vec<Result<String, Trouble>>) -> Vec<Result<String, Trouble>> {
        v
    }

    fn empty(v: Result<(), ()>) -> Result<Result<(), ()>, ()> {
        Ok(v)
    }
}
