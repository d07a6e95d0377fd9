package guest;

import guest.test.middleware.ledger.EntryList;
import guest.test.middleware.ledger.Ledger;
import guest.test.middleware.ledger.LedgerImports;
import guest.test.middleware.ledger.Refusal;
import guest.test.middleware.ledger.RefusalException;

public final class Guest implements Ledger {

    @Override
    public long post(EntryList entries) throws RefusalException {
        EntryList.Builder all = EntryList.builder(2 * entries.size());
        for (int i = 0; i < entries.size(); i++) {
            all.add(entries, i);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.amount(i) > 1000) {
                throw new RefusalException(new Refusal.TooMuch(entries.amount(i)));
            }
            all.add().debit(entries.debit(i)).amount(1);
        }
        return LedgerImports.post(all.build());
    }
}
