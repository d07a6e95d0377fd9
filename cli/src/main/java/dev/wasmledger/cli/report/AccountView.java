package dev.wasmledger.cli.report;

import dev.wasmledger.cli.booking.AccountKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * An account of the books.
 *
 * @param name its full name; its id where it was created without one
 * @param asset what it holds
 * @param lot which lot of it, where the account tells lots apart
 * @param debits the sum of all its debits, in minor units
 * @param credits the sum of all its credits, in minor units
 */
public record AccountView(String name, AssetView asset, Optional<LotView> lot, BigInteger debits, BigInteger credits) {

    /** Account names segment by segment, so that an account stands right in front of those under it. */
    static final Comparator<String> BY_SEGMENTS = Comparator.comparing(name -> name.replace(':', '\0'));

    /** By name, then by what is held. */
    static final Comparator<AccountView> ORDER = Comparator.comparing(AccountView::name, BY_SEGMENTS)
            .thenComparing(account -> account.asset().code())
            .thenComparing(account -> account.lot().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** What the debits are greater by than the credits. */
    public BigDecimal balance() {
        return asset.decimal(debits.subtract(credits));
    }

    /** Whether the account is there only so that transactions in several assets balance in each. */
    public boolean isConversion() {
        return name.startsWith(AccountKey.CONVERSION);
    }

    /** Whether the balance, as it would be printed, is nothing. */
    public boolean isShownAsZero() {
        return asset.format().isShownAsZero(balance());
    }

    /** The balance as journals write it, with the lot. */
    public String printBalance() {
        String amount = asset.format().print(balance());
        return lot.map(held -> amount + " " + held).orElse(amount);
    }
}
