//! A component of the world `world`.

mod bindings;

use bindings::exports::acme::package::interface;

/// Implements what the world exports.
struct Component;

impl interface::Guest for Component {
    fn wait(
        memory: String,
        core: u32,
        wait_call: u32,
        options: Vec<String>,
        mark: u8,
    ) -> Option<String> {
        let _ = (memory, core, wait_call, options, mark);
        todo!()
    }

    fn notify(class: interface::Class, return_area: u8, slice: String) -> interface::Class {
        let _ = (class, return_area, slice);
        todo!()
    }

    fn equals(
        implementation: String,
        result: interface::String_,
    ) -> Result<interface::Value, interface::Optional> {
        let _ = (implementation, result);
        todo!()
    }

    fn a1(error: interface::Enum, failure: interface::Flags) -> Result<u8, String> {
        let _ = (error, failure);
        todo!()
    }
}
