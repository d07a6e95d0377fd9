mod bindings;

use bindings::exports::test::maps::echo;
use std::collections::BTreeMap;

struct Component;

impl echo::Guest for Component {
    fn counts(v: BTreeMap<String, u64>) -> BTreeMap<String, u64> {
        v
    }

    fn nested(
        v: BTreeMap<u16, BTreeMap<char, Vec<String>>>,
    ) -> BTreeMap<u16, BTreeMap<char, Vec<String>>> {
        v
    }

    fn invert(v: BTreeMap<String, String>) -> BTreeMap<String, String> {
        v.into_iter().map(|(key, value)| (value, key)).collect()
    }
}
