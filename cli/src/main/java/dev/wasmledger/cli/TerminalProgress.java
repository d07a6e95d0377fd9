package dev.wasmledger.cli;

import dev.wasmledger.cli.service.Progress;
import dev.wasmledger.ledger.LedgerVerifier;
import dev.wasmledger.runtime.CompileProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;

/** A bar on the terminal while something takes long. Where there is no terminal it prints nothing. */
final class TerminalProgress implements Progress {

    private static final int WIDTH = 40;
    private static final long LARGE_COMPONENT_BYTES = 1 << 20;
    private static final long LARGE_LOG_BYTES = 16 << 20;

    private final PrintWriter err;
    private final boolean visible;
    /** How much of a log was shown last. */
    private long shown;

    /** With a bar or without. */
    TerminalProgress(PrintWriter err, boolean visible) {
        this.err = err;
        this.visible = visible;
    }

    static TerminalProgress on(PrintWriter err) {
        return new TerminalProgress(err, isTerminal());
    }

    @Override
    public void posted(int transactions, int of) {
        draw(transactions, of, transactions + " of " + of);
    }

    /** A component is compiled when it is first used; one of some size takes long enough for somebody to wait for it. */
    @Override
    public CompileProgress compiling() {
        return (done, of) -> {
            if (of >= LARGE_COMPONENT_BYTES) {
                draw(done, of, "compiling, " + (done >> 10) + " of " + (of >> 10) + " KiB");
            }
        };
    }

    /** A log of a few megabytes is read before anybody can look. */
    LedgerVerifier.Progress verifying() {
        return (done, of) -> {
            if (of >= LARGE_LOG_BYTES && (done == of || done - shown >= LARGE_LOG_BYTES)) {
                shown = done;
                draw(done, of, (done >> 20) + " of " + (of >> 20) + " MiB");
            }
        };
    }

    private void draw(long done, long of, String text) {
        if (!visible) {
            return;
        }
        int full = (int) (WIDTH * done / of);
        err.printf("\r[%s%s] %s", "#".repeat(full), " ".repeat(WIDTH - full), text);
        if (done == of) {
            // The bar gives way to the result.
            err.print("\r" + " ".repeat(WIDTH + 3 + text.length()) + "\r");
        }
        err.flush();
    }

    /** Whether there is somebody who could answer. */
    static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(TerminalProgress::isTerminal)
                .isPresent();
    }

    /** Since Java 22 there is a console even where there is no terminal, and a method that tells the difference. */
    private static boolean isTerminal(Console console) {
        try {
            return Objects.equals(true, Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException java21) {
            return true;
        }
    }
}
