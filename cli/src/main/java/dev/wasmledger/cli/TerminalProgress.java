package dev.wasmledger.cli;

import dev.wasmledger.cli.booking.Poster;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;

/** A bar on the terminal while many transactions are posted. Where there is no terminal it prints nothing. */
final class TerminalProgress implements Poster.PostingProgress {

    private static final int WIDTH = 40;

    private final PrintWriter err;
    private final boolean visible;

    private TerminalProgress(PrintWriter err, boolean visible) {
        this.err = err;
        this.visible = visible;
    }

    static TerminalProgress on(PrintWriter err) {
        return new TerminalProgress(err, isTerminal());
    }

    @Override
    public void posted(int transactions, int of) {
        if (!visible) {
            return;
        }
        int done = (int) ((long) WIDTH * transactions / of);
        err.printf("\r[%s%s] %d of %d", "#".repeat(done), " ".repeat(WIDTH - done), transactions, of);
        if (transactions == of) {
            // The bar gives way to the result.
            err.print("\r" + " ".repeat(WIDTH + 2 + (" " + of + " of " + of).length()) + "\r");
        }
        err.flush();
    }

    private static boolean isTerminal() {
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
