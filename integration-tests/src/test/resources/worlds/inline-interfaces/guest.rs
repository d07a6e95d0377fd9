mod bindings;

use bindings::clock;
use bindings::exports::report;

struct Component;

impl report::Guest for Component {
    fn time() -> String {
        let now = clock::now();
        format!("{}.{}", now.seconds, now.nanos)
    }
}
