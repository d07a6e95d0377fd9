//! A component of the world `shop`.

mod bindings;

use bindings::exports::acme::shop::counter;

/// Implements what the world exports.
struct Component;

impl counter::Guest for Component {
    fn sell(sku: counter::Sku, count: u16) -> Result<counter::Stock, counter::Trouble> {
        let _ = (sku, count);
        todo!()
    }

    fn close() -> Result<(), ()> {
        todo!()
    }

    fn sales() -> Vec<(counter::Sku, u16)> {
        todo!()
    }

    fn audit(
        found: Vec<Result<counter::Stock, counter::Trouble>>,
        at: Option<(u8, i64)>,
    ) -> Result<(), String> {
        let _ = (found, at);
        todo!()
    }
}
