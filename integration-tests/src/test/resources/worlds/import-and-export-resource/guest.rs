mod bindings;

use bindings::exports::test::both::things;
use bindings::test::both::things as inner;

struct Component;

/// One of ours, which has one of the host's in it.
struct Wrapped(inner::Thing);

impl things::Guest for Component {
    type Thing = Wrapped;

    fn rename(thing: &things::Thing, suffix: String) -> things::Boxed {
        let renamed = inner::rename(&thing.0, &suffix);
        things::Boxed { of: things::Thing::new(Wrapped(renamed.of)) }
    }

    fn open(boxed: things::Boxed) -> things::Thing {
        let Wrapped(of) = things::Thing::into_inner(boxed.of);
        things::Thing::new(Wrapped(inner::open(inner::Boxed { of })))
    }
}

impl things::GuestThing for Wrapped {
    fn new(name: String) -> Self {
        Wrapped(inner::Thing::new(&name))
    }

    fn name(&self) -> String {
        format!("<{}>", self.0.name())
    }
}
