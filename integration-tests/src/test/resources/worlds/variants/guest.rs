mod bindings;

use bindings::exports::test::variants::echo::{self, Joined};

struct Component;

impl echo::Guest for Component {
    fn one(v: Joined) -> Joined {
        v
    }

    fn all(v: Vec<Joined>) -> Vec<Joined> {
        v
    }

    fn name(v: Joined) -> String {
        match v {
            Joined::Nothing => "nothing".to_owned(),
            Joined::Byte(byte) => format!("byte {}", byte as i8),
            Joined::Single(_) => "single".to_owned(),
            Joined::Double(_) => "double".to_owned(),
            Joined::Wide(wide) => format!("wide {wide}"),
            Joined::Text(text) => format!("text {text}"),
            Joined::Pair((first, _)) => format!("pair {}", first as i32),
            Joined::Bytes(bytes) => format!("bytes {}", bytes.len()),
        }
    }
}
