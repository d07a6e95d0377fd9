package dev.wasmledger.components.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a request's items one after the other, and chains of linked ones together or not at all. The first item of a
 * chain that is not created says why the chain failed; all others of it are {@code linked-event-failed}.
 *
 * @param <S> what becomes of an item
 */
abstract class Request<S extends Enum<S>> {

    /** What can become of an item of any kind. */
    record Common<S>(
            S created,
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
    private final List<S> statuses;
    private final long[] times;

    /**
     * A request.
     *
     * @param now the first item's time; each further one has the nanosecond behind
     * @param statuses takes what becomes of each item
     */
    Request(int size, long now, WorkingSet books, Common<S> common, List<S> statuses) {
        this.size = size;
        this.now = now;
        this.books = books;
        this.common = common;
        this.statuses = statuses;
        this.times = new long[size];
    }

    abstract boolean isLinked(int index);

    abstract boolean isImported(int index);

    /** The time that the request says, zero where it says none. */
    abstract long timestamp(int index);

    /** Looks at an item that is sound in itself, and does it where nothing is wrong with it. */
    abstract S carryOut(int index);

    /** Looks at a chain whose items have all been done. */
    abstract S finish(int first, int last);

    /** The time that an item has in the books, where it is there now or was before; negative where it is not. */
    abstract long timeInBooks(int index, S status);

    /** A chain was taken back because of that item. */
    abstract void failed(int index, S status);

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
        while (last < size - 1 && isLinked(last)) {
            last++;
        }
        return last;
    }

    private void runChain(int first, int last) {
        WorkingSet.Mark mark = books.mark(first != last || takesBackSingles());
        boolean failed = false;
        for (int index = first; index <= last; index++) {
            S status = status(index, failed);
            if (index == last && status == common.created) {
                status = finish(first, last);
            }
            statuses.add(status);
            long time = timeInBooks(index, status);
            times[index] = time < 0 ? now + index : time;
            if (!failed && status != common.created) {
                failed = true;
                books.rollBack(mark);
                for (int earlier = first; earlier < index; earlier++) {
                    statuses.set(earlier, common.linkedEventFailed);
                    times[earlier] = now + earlier;
                }
                failed(index, status);
            }
        }
    }

    /** Whether even a chain of one item can fail after it was done. */
    abstract boolean takesBackSingles();

    private S status(int index, boolean chainFailed) {
        if (index == size - 1 && isLinked(index)) {
            return common.linkedEventChainOpen;
        }
        if (chainFailed) {
            return common.linkedEventFailed;
        }
        S malformed = malformed(index);
        return malformed != null ? malformed : carryOut(index);
    }

    /** What is wrong with an item whatever is in the books, as far as all kinds of items have it in common. */
    private @Nullable S malformed(int index) {
        boolean imported = isImported(index);
        if (imported != isImported(0)) {
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
