mod bindings;

use bindings::Pair;

struct Component;

impl bindings::Guest for Component {
    fn run(value: Pair) -> Result<Vec<Pair>, String> {
        bindings::log(&format!("run {}", value.a));
        if value.b == 0 {
            return Err("nothing to do".to_owned());
        }
        let twice = bindings::twice(&value);
        Ok(vec![value, twice])
    }

    fn nothing() {
        bindings::log("nothing");
    }
}
