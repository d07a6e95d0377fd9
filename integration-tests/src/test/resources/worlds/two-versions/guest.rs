mod bindings;

use bindings::acme::rates::v1_2_0::rates as old;
use bindings::exports::acme::rates::v2_0_0::rates::{self, Rate};

struct Component;

impl rates::Guest for Component {
    fn find(currency: String) -> Option<Rate> {
        let rate = old::find(&currency)?;
        Some(Rate { currency: rate.currency, micros: u64::from(rate.cents) * 10_000 })
    }
}
