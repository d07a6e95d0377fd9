package dev.wasmledger.ledger.internal.host;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.bindings.wasmledger.host.diagnostics.Diagnostics;
import dev.wasmledger.ledger.bindings.wasmledger.host.diagnostics.Severity;

/** What one instance tells the people who run the ledger: it goes to the logger {@code dev.wasmledger.ledger}. */
public record InstanceDiagnostics(String instance) implements Diagnostics {

    private static final System.Logger LOGGER = System.getLogger("dev.wasmledger.ledger");

    @Override
    public void report(Severity severity, String message) {
        System.Logger.Level level = switch (severity) {
            case ERROR -> System.Logger.Level.ERROR;
            case WARNING -> System.Logger.Level.WARNING;
            case INFO -> System.Logger.Level.INFO;
        };
        String kept =
                message.length() <= Limits.REASON_CHARS ? message : message.substring(0, Limits.REASON_CHARS) + "…";
        LOGGER.log(level, () -> instance + ": " + kept);
    }
}
