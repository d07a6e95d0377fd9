package dev.wasmledger.cli.journal;

import dev.wasmledger.cli.Cases;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is a journal, and what reading it gives: transactions or diagnostics. */
class JournalCasesTest {

    static Stream<String> cases() throws IOException {
        return Cases.in("journal");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        String text = Cases.input("journal", name, "input.journal");
        String actual;
        try {
            actual = JournalDump.of(JournalReader.read(new SourceFile("input.journal", text)));
        } catch (DiagnosticException wrong) {
            actual = wrong.getMessage() + "\n";
        }
        Cases.assertExpected("journal", name, actual);
    }
}
