mod bindings;

use bindings::exports::test::shared_types::bank::{self, Amount, Cash, Rights};

struct Component;

impl bank::Guest for Component {
    fn total(wallet: Vec<Cash>) -> Amount {
        wallet.iter().map(|money| money.amount).sum()
    }

    fn may(rights: Rights) -> bool {
        rights.contains(Rights::WRITE)
    }
}
