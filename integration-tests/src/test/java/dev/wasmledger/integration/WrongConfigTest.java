package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A component that cannot use its {@code config} is told at the start, key by key, and the books are left alone. */
class WrongConfigTest {

    @TempDir
    private Path folder;

    @Test
    void isReportedWithItsPlaceBeforeTheLedgerIsOpened() throws IOException {
        Files.writeString(folder.resolve("ledger.yaml"), """
                ledger: wrong
                engine: wasmledger:engine@0.1.0
                programs:
                  fees: wasmledger:fees@0.1.0
                policies:
                  spending-limit:
                    component: wasmledger:spending-limit@0.1.0
                    config: {limit: lots, period: month}
                  lists:
                    component: wasmledger:deny-list@0.1.0
                    config: {acounts: 7}
                  four-eyes:
                    component: wasmledger:four-eyes@0.1.0
                    config: {above: 10, person: name}
                """);

        Command.Result result = Command.wasmledger(folder, List.of("run", "ledger.yaml"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors().lines().filter(line -> line.contains("error[")))
                .containsExactlyInAnyOrder(
                        wrong(4, 3, "fees", "`ledger` is missing"),
                        wrong(4, 3, "fees", "`code` is missing"),
                        wrong(4, 3, "fees", "`amount` is missing"),
                        wrong(4, 3, "fees", "`account` is missing"),
                        wrong(4, 3, "fees", "`fee-code` is missing"),
                        wrong(
                                8,
                                14,
                                "spending-limit",
                                "`limit` must be a whole number from 0 to 340282366920938463463374607431768211455,"
                                        + " is `lots`"),
                        wrong(8, 27, "spending-limit", "`period` must be one of day, hour, week, is `month`"),
                        wrong(11, 14, "lists", "`acounts` is nothing that it knows"),
                        wrong(
                                14,
                                25,
                                "four-eyes",
                                "`person` must be one of user-data64, user-data128, user-data32, is `name`"));
        assertThat(result.errors()).contains("hint: did you mean `accounts`?");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    private static String wrong(int line, int column, String instance, String what) {
        return "ledger.yaml:%d:%d: error[CONFIG0001]: config of `%s`: %s".formatted(line, column, instance, what);
    }
}
