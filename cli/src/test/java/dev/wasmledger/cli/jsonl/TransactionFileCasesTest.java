package dev.wasmledger.cli.jsonl;

import dev.wasmledger.cli.Cases;
import dev.wasmledger.cli.booking.BookDump;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is a file of transactions, and what reading it gives: a book or diagnostics. */
class TransactionFileCasesTest {

    static Stream<String> cases() throws IOException {
        return Cases.in("transactions");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        String text = Cases.input("transactions", name, "input.jsonl");
        String actual;
        try {
            actual = BookDump.of(TransactionFile.read(new SourceFile("input.jsonl", text)));
        } catch (DiagnosticException wrong) {
            actual = wrong.getMessage() + "\n";
        }
        Cases.assertExpected("transactions", name, actual);
    }
}
