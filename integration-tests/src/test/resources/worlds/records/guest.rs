mod bindings;

use bindings::exports::test::records::echo::{self, Person};

struct Component;

impl echo::Guest for Component {
    fn mix(v: Person) -> Person {
        v
    }

    fn grow(v: Person, by: u16) -> Person {
        Person { age: v.age.wrapping_add(by), ..v }
    }

    fn all(v: Vec<Person>) -> Vec<Person> {
        v
    }
}
