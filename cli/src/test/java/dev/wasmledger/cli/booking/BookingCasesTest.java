package dev.wasmledger.cli.booking;

import dev.wasmledger.cli.Cases;
import dev.wasmledger.cli.journal.JournalReader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is a journal, and the assets, accounts and transfers that it becomes. */
class BookingCasesTest {

    static Stream<String> cases() throws IOException {
        return Cases.in("booking");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isBookedAsExpected(String name) throws IOException {
        String text = Cases.input("booking", name, "input.journal");
        String actual;
        try {
            actual = BookDump.of(JournalBook.of(JournalReader.read(new SourceFile("input.journal", text))));
        } catch (DiagnosticException wrong) {
            actual = wrong.getMessage() + "\n";
        }
        Cases.assertExpected("booking", name, actual);
    }
}
