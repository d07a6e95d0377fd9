mod bindings;

use bindings::exports::test::tuples::echo;

struct Component;

impl echo::Guest for Component {
    fn one(v: (String,)) -> (String,) {
        v
    }

    fn three(v: (u8, (f64, String), bool)) -> (u8, (f64, String), bool) {
        v
    }

    fn swap(v: (u32, String)) -> (String, u32) {
        (v.1, v.0)
    }

    fn nine(v: (u8, u8, u8, u8, u8, u8, u8, u8, u8)) -> u8 {
        v.8
    }
}
