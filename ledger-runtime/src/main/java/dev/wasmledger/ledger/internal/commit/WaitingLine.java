package dev.wasmledger.ledger.internal.commit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What waits for a thread, in the order in which it came. It is bounded by what its elements weigh: while that much waits, there
 * is no room; where there is any room at all, the next one gets in, however heavy it is, so that no one is passed over for ever.
 */
final class WaitingLine<T> {

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition roomMade = lock.newCondition();
    private final ArrayDeque<T> elements = new ArrayDeque<>();
    private long weight;
    private boolean woken;
    private boolean closed;

    /** @param most the weight from which on there is no room */
    WaitingLine(int most) {
        this.most = most;
    }

    /**
     * Puts an element at the end, if there is room.
     *
     * @return whether there was
     * @throws IllegalStateException if the line is closed
     */
    boolean offer(T element, int itsWeight) {
        lock.lock();
        try {
            checkOpen();
            if (weight >= most) {
                return false;
            }
            append(element, itsWeight);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts an element at the end, as soon as there is room.
     *
     * @throws IllegalStateException if the line is closed
     */
    void put(T element, int itsWeight) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            checkOpen();
            while (weight >= most) {
                roomMade.await();
                checkOpen();
            }
            append(element, itsWeight);
        } finally {
            lock.unlock();
        }
    }

    /** The same for a thread that nobody interrupts. */
    void add(T element, int itsWeight) {
        lock.lock();
        try {
            checkOpen();
            while (weight >= most) {
                roomMade.awaitUninterruptibly();
                checkOpen();
            }
            append(element, itsWeight);
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the ledger is closed");
        }
    }

    private void append(T element, int itsWeight) {
        elements.add(element);
        weight += itsWeight;
        arrived.signal();
    }

    /**
     * Everything that waits; waits so long for something to come, in nanoseconds, unless the line is closed or somebody wakes whoever
     * takes.
     */
    List<T> takeAll(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (elements.isEmpty() && !closed && !woken && left > 0) {
                left = arrived.awaitNanos(left);
            }
            List<T> taken = new ArrayList<>(elements);
            elements.clear();
            weight = 0;
            woken = false;
            roomMade.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Gives whatever waits to the taker, on this thread, until the line is closed and nothing waits any more. */
    void serve(Consumer<List<T>> taker) {
        while (!isFinished()) {
            try {
                taker.accept(takeAll(Long.MAX_VALUE));
            } catch (InterruptedException e) {
                // only closing the line ends the thread
            }
        }
    }

    /** Has whoever takes come by, though nothing may wait. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing in any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
            roomMade.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits, and nothing will. */
    boolean isFinished() {
        lock.lock();
        try {
            return closed && elements.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
