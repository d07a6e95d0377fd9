package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.guest.Bytes;
import dev.wasmledger.guest.IdIndex;
import dev.wasmledger.guest.UInt128;
import org.teavm.interop.Unmanaged;

/**
 * The accounts that a batch debits, each with what it was debited in the period at hand. Whoever asks for what belongs to an
 * account gives the number of one. As far as it can be, it is unmanaged, which is to TeaVM what neither throws nor allocates.
 */
final class Accounts extends IdIndex {

    /** What the account was debited as the books have it, two halves. */
    private static final int SUM = 0;

    /** The same with what the batch has been let pass, while it is judged. */
    private static final int JUDGED = 2 * Long.BYTES;

    /** No reservation of the account ends before; zero where none ever does. */
    private static final int NEXT_EXPIRY = 4 * Long.BYTES;

    /** Not zero where the tables do not know yet. */
    private static final int CHANGED = 5 * Long.BYTES;

    private static final int WIDTH = 6 * Long.BYTES;

    /** Both halves of the greatest number. */
    private static final long GREATEST = -1;

    /** The fields above of each account, by its number. */
    private byte[] fields = new byte[0];

    /** Forgets all accounts; so many can be added, of which nothing is known then. */
    void begin(int most) {
        clear();
        if (fields.length < most * WIDTH) {
            fields = new byte[most * WIDTH];
        } else {
            Bytes.clear(fields, 0, most * WIDTH);
        }
    }

    void set(int account, long sumLow, long sumHigh, long nextExpiry) {
        setSum(account, sumLow, sumHigh);
        setNextExpiry(account, nextExpiry);
    }

    private void setSum(int account, long low, long high) {
        int at = account * WIDTH;
        Bytes.putLong(fields, at + SUM, low);
        Bytes.putLong(fields, at + SUM + Long.BYTES, high);
        Bytes.putLong(fields, at + JUDGED, low);
        Bytes.putLong(fields, at + JUDGED + Long.BYTES, high);
    }

    /** Lets an amount pass if all that has passed makes a sum of at most that; says whether it does. */
    @Unmanaged
    boolean pass(int account, long amountLow, long amountHigh, long mostLow, long mostHigh) {
        return add(account * WIDTH + JUDGED, amountLow, amountHigh, mostLow, mostHigh);
    }

    /** Adds an amount to the sum, unless that would be more than the greatest number. */
    @Unmanaged
    void spend(int account, long amountLow, long amountHigh) {
        add(account * WIDTH + SUM, amountLow, amountHigh, GREATEST, GREATEST);
        change(account);
    }

    @Unmanaged
    private boolean add(int at, long amountLow, long amountHigh, long mostLow, long mostHigh) {
        long low = Bytes.getLong(fields, at);
        long high = Bytes.getLong(fields, at + Long.BYTES);
        long sumLow = low + amountLow;
        long partHigh = high + amountHigh;
        long sumHigh = partHigh + (isLess(sumLow, low) ? 1 : 0);
        if (isLess(partHigh, high) || isLess(sumHigh, partHigh) || isLess(mostLow, mostHigh, sumLow, sumHigh)) {
            return false;
        }
        Bytes.putLong(fields, at, sumLow);
        Bytes.putLong(fields, at + Long.BYTES, sumHigh);
        return true;
    }

    /** Takes an amount off the sum, as far as it goes: the rest is zero where there is not so much. */
    @Unmanaged
    void takeOff(int account, long amountLow, long amountHigh) {
        long low = sumLow(account);
        long high = sumHigh(account);
        if (isLess(low, high, amountLow, amountHigh)) {
            setSum(account, 0, 0);
        } else {
            setSum(account, low - amountLow, high - amountHigh - (isLess(low, amountLow) ? 1 : 0));
        }
    }

    /** A reservation ends then, unless that is zero. */
    void willExpire(int account, long expiry) {
        long next = nextExpiry(account);
        if (expiry != 0 && (next == 0 || isLess(expiry, next))) {
            setNextExpiry(account, expiry);
        }
    }

    void setNextExpiry(int account, long expiry) {
        Bytes.putLong(fields, account * WIDTH + NEXT_EXPIRY, expiry);
    }

    long sumLow(int account) {
        return Bytes.getLong(fields, account * WIDTH + SUM);
    }

    long sumHigh(int account) {
        return Bytes.getLong(fields, account * WIDTH + SUM + Long.BYTES);
    }

    /** The sum with what the batch has been let pass. */
    UInt128 judged(int account) {
        int at = account * WIDTH + JUDGED;
        return UInt128.of(Bytes.getLong(fields, at), Bytes.getLong(fields, at + Long.BYTES));
    }

    long nextExpiry(int account) {
        return Bytes.getLong(fields, account * WIDTH + NEXT_EXPIRY);
    }

    /** Whether there may be reservations that have expired by then. */
    boolean hasExpired(int account, long now) {
        long next = nextExpiry(account);
        return next != 0 && !isLess(now, next);
    }

    /** The tables do not know of the sum as it is. */
    void change(int account) {
        Bytes.putLong(fields, account * WIDTH + CHANGED, 1);
    }

    boolean isChanged(int account) {
        return Bytes.getLong(fields, account * WIDTH + CHANGED) != 0;
    }

    @Unmanaged
    private static boolean isLess(long aLow, long aHigh, long bLow, long bHigh) {
        return aHigh == bHigh ? isLess(aLow, bLow) : isLess(aHigh, bHigh);
    }

    /** As {@link Long#compareUnsigned}, which TeaVM calls. */
    private static boolean isLess(long a, long b) {
        return a + Long.MIN_VALUE < b + Long.MIN_VALUE;
    }
}
