mod bindings;

use bindings::exports::test::options::echo;

struct Component;

impl echo::Guest for Component {
    fn number(v: Option<u32>) -> Option<u32> {
        v
    }

    fn deep(v: Option<Option<Option<String>>>) -> Option<Option<Option<String>>> {
        v
    }

    fn all(v: Vec<Option<u8>>) -> Vec<Option<u8>> {
        v
    }

    fn first(v: Option<Vec<String>>) -> Option<String> {
        v?.into_iter().next()
    }
}
