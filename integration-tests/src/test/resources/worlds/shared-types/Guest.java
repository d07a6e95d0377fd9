package guest;

import guest.test.shared_types.bank.Bank;
import guest.test.shared_types.types.Money;
import guest.test.shared_types.types.Rights;
import java.util.List;

public final class Guest implements Bank {

    @Override
    public long total(List<Money> wallet) {
        long total = 0;
        for (Money money : wallet) {
            total += money.amount();
        }
        return total;
    }

    @Override
    public boolean may(Rights rights) {
        return rights.contains(Rights.WRITE);
    }
}
