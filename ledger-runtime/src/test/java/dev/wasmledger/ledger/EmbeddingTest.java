package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.amount;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers as applications have them: of the components that ship, in a line. */
class EmbeddingTest {

    @Test
    void runsInMemoryWithTheEngineThatShips() throws Exception {
        try (Ledger ledger = Ledger.inMemory()) {
            open(ledger);
            assertThat(statuses(commit(ledger, 10, 5))).containsExactly(TransferStatus.CREATED);
            Account credited = ledger.lookupAccounts(List.of(id(2))).getFirst().orElseThrow();
            assertThat(credited.creditsPosted()).isEqualTo(amount(5));
        }
    }

    @Test
    void runsInMemoryWithWhateverAFileCouldSay() throws Exception {
        try (Ledger ledger = Ledger.inMemory("""
                ledger: test
                engine: wasmledger:engine@0.1.0
                policies:
                  limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: 4}}
                """)) {
            open(ledger);
            TransferResults results = commit(ledger, 10, 5);
            assertThat(statuses(results)).containsExactly(TransferStatus.VETOED);
            assertThat(results.vetoes()).extracting(Veto::policy).containsExactly("limit");
        }
    }

    @Test
    void saysWhereTheFileConfiguresAComponentWrong() {
        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> Ledger.inMemory("""
                        ledger: test
                        engine: wasmledger:engine@0.1.0
                        policies:
                          limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: -4, periode: hour}}
                        """))
                .withMessageContaining(
                        "ledger.yaml:4:64: error[CONFIG0001]: config of `limit`: `limit` must be a whole number")
                .withMessageContaining(
                        "ledger.yaml:4:75: error[CONFIG0001]: config of `limit`: `periode` is nothing that it")
                .withMessageContaining("did you mean `period`?");
    }

    @Test
    void findsEverythingAgainWhereTheFileSaysThatTheStateLies(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ledger.yaml");
        Files.writeString(file, "ledger: kept\nengine: wasmledger:engine@0.1.0\nstate: books\n");
        try (Ledger ledger = Ledger.open(file)) {
            open(ledger);
            commit(ledger, 10, 5);
        }
        assertThat(folder.resolve("books")).isDirectory();
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(statuses(commit(ledger, 10, 5))).containsExactly(TransferStatus.EXISTS);
        }
        try (Ledger ledger = Ledger.inMemory(file)) {
            assertThat(ledger.known(List.of(id(10)))).containsExactly(false);
        }
    }

    @Test
    void noticesAnotherName(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ledger.yaml");
        Files.writeString(file, "ledger: one\nengine: wasmledger:engine@0.1.0\n");
        try (Ledger ledger = Ledger.open(file)) {
            open(ledger);
        }
        Files.writeString(file, "ledger: other\nengine: wasmledger:engine@0.1.0\n");
        assertThatExceptionOfType(DeploymentDiffersException.class).isThrownBy(() -> Ledger.open(file));
    }

    @Test
    void saysWhatIsShippedWhereSomethingIsNot() {
        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> Ledger.inMemory("ledger: test\nengine: wasmledger:engin@0.1.0\n"))
                .withMessageContaining("ledger.yaml:2:9: error[COMPOSE0201]: no component wasmledger:engin@0.1.0")
                .withMessageContaining("did you mean wasmledger:engine@0.1.0?");
    }

    @Test
    void knowsTheBooksAsTheyWereAtAnyFrame() throws Exception {
        try (Ledger ledger = Ledger.inMemory()) {
            open(ledger);
            List<Long> frames = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                commit(ledger, 10 + i, 5);
                frames.add(ledger.head().sequence());
            }
            for (int i = 0; i < 4; i++) {
                assertThat(credited(ledger, frames.get(i))).contains(amount(5L * (i + 1)));
            }
            assertThat(credited(ledger, frames.getFirst() - 1)).contains(amount(0));
            assertThat(credited(ledger, 1))
                    .as("the deployment, before anything")
                    .isEmpty();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> ledger.timeOf(frames.getLast() + 1))
                    .withMessageContaining("the last one is " + frames.getLast());
        }
    }

    private static Optional<U128> credited(Ledger ledger, long frame) throws Exception {
        return ledger.balancesAt(List.of(id(2)), ledger.timeOf(frame))
                .getFirst()
                .map(Account::creditsPosted);
    }

    private static void open(Ledger ledger) throws Exception {
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
    }

    private static TransferResults commit(Ledger ledger, long id, long amount) throws Exception {
        var result = ledger.commit(List.of(transfer(id, 1, 2, amount)), List.of(), List.of())
                .get();
        return ((CommandResult.Carried<TransferResults>) result).answer();
    }

    private static List<TransferStatus> statuses(TransferResults results) {
        return Samples.statuses(results.results());
    }
}
