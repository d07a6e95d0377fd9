package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.QueryFailedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for another thread. */
public final class Waiting {

    private Waiting() {}

    /** Waits for a thread to end. */
    static void on(Thread thread) throws InterruptedIOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the ledger was closing");
        }
    }

    /** The answer, or the failure as if it had happened here. */
    public static <T> T on(CompletableFuture<T> future) throws IOException, QueryFailedException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the ledger");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof QueryFailedException failed) {
                throw failed;
            }
            if (e.getCause() instanceof IOException failed) {
                throw new IOException(failed.getMessage(), failed);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
