mod bindings;

use bindings::exports::test::nested_lists::echo;

struct Component;

impl echo::Guest for Component {
    fn texts(v: Vec<String>) -> Vec<String> {
        v
    }

    fn nested(v: Vec<Vec<Vec<u16>>>) -> Vec<Vec<Vec<u16>>> {
        v
    }

    fn switches(v: Vec<bool>) -> Vec<bool> {
        v
    }

    fn turn(v: Vec<Vec<String>>) -> Vec<Vec<String>> {
        v.into_iter().rev().collect()
    }
}
