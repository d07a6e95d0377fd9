package dev.wasmledger.components.engine;

import org.jspecify.annotations.Nullable;

/**
 * Carries out a request's items one after the other, and chains of linked ones together or not at all. The first item of a
 * chain that is not created says why the chain failed; all others of it are {@code linked-event-failed}.
 *
 * @param <S> what becomes of an item
 */
abstract class Request<S extends Enum<S>> {

    /**
     * What items of any kind have in common, flags and what can become of them.
     *
     * @param linked the flag of an item that belongs to a chain with the next one
     * @param imported the flag of an item that says its time
     */
    record Common<S>(
            int linked,
            int imported,
            S created,
            S exists,
            S linkedEventFailed,
            S linkedEventChainOpen,
            S importedEventExpected,
            S importedEventNotExpected,
            S timestampMustBeZero,
            S importedEventTimestampOutOfRange,
            S importedEventTimestampMustNotAdvance) {}

    final WorkingSet books;
    final long now;
    private final int size;
    private final Common<S> common;
    private final S[] statuses;
    private final long[] times;

    /**
     * A request.
     *
     * @param now the first item's time; each further one has the nanosecond behind
     * @param statuses takes what becomes of each item
     */
    Request(long now, WorkingSet books, Common<S> common, S[] statuses) {
        this.size = statuses.length;
        this.now = now;
        this.books = books;
        this.common = common;
        this.statuses = statuses;
        this.times = new long[size];
    }

    abstract int flags(int index);

    /** The time that the request says, zero where it says none. */
    abstract long timestamp(int index);

    /** Looks at an item that is sound in itself, and does it where nothing is wrong with it. */
    abstract S carryOut(int index);

    /** Looks at a chain whose items have all been done. */
    abstract S finish(int first, int last);

    /** The time that an item has in the books, which was created now or before. */
    abstract long timeInBooks(int index, S status);

    /** A chain was taken back because of that item. */
    abstract void failed(int index, S status);

    /** What became of an item. */
    final S status(int index) {
        return statuses[index];
    }

    /** When an item was created, now or before; otherwise, when it was looked at. */
    final long time(int index) {
        return times[index];
    }

    /** Carries out all of it. */
    final void run() {
        int first = 0;
        while (first < size) {
            int last = endOfChain(first);
            runChain(first, last);
            first = last + 1;
        }
    }

    /** The first item from {@code first} on that is not linked, or the last one of all. */
    private int endOfChain(int first) {
        int last = first;
        while (last < size - 1 && isLinked(flags(last))) {
            last++;
        }
        return last;
    }

    private boolean isLinked(int flags) {
        return (flags & common.linked) != 0;
    }

    private boolean isImported(int flags) {
        return (flags & common.imported) != 0;
    }

    private void runChain(int first, int last) {
        books.beginChain(first != last || finishesChains());
        boolean failed = false;
        for (int index = first; index <= last; index++) {
            S status = status(index, failed);
            if (index == last && status == common.created && finishesChains()) {
                status = finish(first, last);
            }
            boolean inBooks = status == common.created || status == common.exists;
            statuses[index] = status;
            times[index] = inBooks ? timeInBooks(index, status) : now + index;
            if (!failed && status != common.created) {
                failed = true;
                books.rollBack();
                for (int earlier = first; earlier < index; earlier++) {
                    statuses[earlier] = common.linkedEventFailed;
                    times[earlier] = now + earlier;
                }
                failed(index, status);
            }
        }
    }

    /** Whether there is anything to {@link #finish}: then even a chain of one item can fail after it was done. */
    abstract boolean finishesChains();

    private S status(int index, boolean chainFailed) {
        int flags = flags(index);
        if (index == size - 1 && isLinked(flags)) {
            return common.linkedEventChainOpen;
        }
        if (chainFailed) {
            return common.linkedEventFailed;
        }
        S malformed = malformed(index, flags);
        return malformed != null ? malformed : carryOut(index);
    }

    /** What is wrong with an item whatever is in the books, as far as all kinds of items have it in common. */
    private @Nullable S malformed(int index, int flags) {
        boolean imported = isImported(flags);
        if (imported != isImported(flags(0))) {
            return imported ? common.importedEventNotExpected : common.importedEventExpected;
        }
        long timestamp = timestamp(index);
        if (!imported) {
            return timestamp != 0 ? common.timestampMustBeZero : null;
        }
        if (timestamp <= 0) {
            return common.importedEventTimestampOutOfRange;
        }
        return timestamp >= now ? common.importedEventTimestampMustNotAdvance : null;
    }
}
