mod bindings;

use bindings::exports::log;
use bindings::exports::test::hard_names::members::{self, Bits, List, Numbers, String_, Value};

struct Component;

impl log::Guest for Component {
    fn close(close: u32) -> String {
        format!("closed {}", bindings::log::close(&format!("host {close}")))
    }
}

struct Thing(u32);

impl members::GuestThing for Thing {
    fn new(handle: u32) -> Self {
        Self(handle)
    }

    fn close(&self) -> u32 {
        self.0
    }

    fn get_class(&self, exports: String) -> String {
        format!("{exports}{}", self.0)
    }

    fn to_string(rep: &members::Thing, numbers: Vec<Numbers>) -> String {
        format!("thing {} of {}", rep.0, numbers[0].result)
    }
}

impl members::Guest for Component {
    type Thing = Thing;

    fn wait(
        memory: String,
        result: String_,
        instance: Vec<Numbers>,
        ret: Value,
    ) -> Result<String_, Value> {
        match ret {
            Value::Value(value) => Ok(String_ { string: format!("{memory}{value}"), ..result }),
            Value::String(string) => Err(Value::String(string)),
            Value::None => Err(Value::Value(instance.len() as u32)),
        }
    }

    fn notify_all(implementation: Numbers, core: Bits, ptr: List) -> (Numbers, Bits, List) {
        (implementation, core | Bits::WITH, ptr)
    }

    fn hash_code(len: Vec<Numbers>) -> Vec<Numbers> {
        len.into_iter().rev().collect()
    }

    fn members_abi(realloc: Option<Numbers>) -> Option<Numbers> {
        realloc.map(|numbers| Numbers {
            memory: numbers.memory + 1,
            to_string: !numbers.to_string,
            ..numbers
        })
    }
}

impl bindings::Guest for Component {
    fn instantiate(component: u32) -> u32 {
        2 * bindings::memory(component)
    }
}
