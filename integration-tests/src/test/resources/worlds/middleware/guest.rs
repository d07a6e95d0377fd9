mod bindings;

use bindings::exports::test::middleware::ledger::{self, Entry, Refusal};
use bindings::test::middleware::ledger as next;

struct Component;

impl ledger::Guest for Component {
    fn post(mut entries: Vec<Entry>) -> Result<u64, Refusal> {
        if let Some(large) = entries.iter().find(|entry| entry.amount > 1000) {
            return Err(Refusal::TooMuch(large.amount));
        }
        let fees: Vec<Entry> =
            entries.iter().map(|entry| Entry { debit: entry.debit, credit: 0, amount: 1 }).collect();
        entries.extend(fees);
        next::post(&entries)
    }
}
