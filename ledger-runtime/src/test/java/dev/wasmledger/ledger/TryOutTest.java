package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.amount;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.storage.MemoryStorage;
import dev.wasmledger.ledger.storage.StorageInUseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is only tried out is answered as in earnest, and leaves nothing. */
class TryOutTest {

    private static final String LIMITED = """
            ledger: tried
            engine: wasmledger:engine@0.1.0
            policies:
              limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: 10}}
            """;

    @Test
    void saysWhatWouldComeOfItAndWhoDecides() throws Exception {
        try (Ledger ledger = opened(Ledger.inMemory(LIMITED))) {
            var head = ledger.head();
            List<Transfer> transfers = List.of(
                    transfer(10, 1, 2, 8),
                    Transfers.with(transfer(11, 3, 2, 1), TransferFlags.LINKED),
                    transfer(12, 1, 2, 5),
                    transfer(13, 1, 99, 1));

            var tried = (Tried.Carried)
                    ledger.tryOut(transfers, List.of(), List.of()).get();

            assertThat(Samples.statuses(tried.answer().results()))
                    .containsExactly(
                            TransferStatus.CREATED,
                            TransferStatus.LINKED_EVENT_FAILED,
                            TransferStatus.VETOED,
                            TransferStatus.CREDIT_ACCOUNT_NOT_FOUND);
            assertThat(tried.deciders()).containsExactly("engine", "limit", "limit", "engine");
            assertThat(tried.events()).hasSize(1);
            assertThat(tried.trace()).hasSize(1);
            assertThat(tried.trace().getFirst().instance()).isEqualTo("gate-limit");
            assertThat(tried.trace().getFirst().text()).contains("objects to 1 of 4 transfers", "of 10");
            assertThat(ledger.head()).isEqualTo(head);
            assertThat(ledger.known(List.of(id(10), id(13)))).containsExactly(false, false);
            assertThat(ledger.lookupAccounts(List.of(id(1)))
                            .getFirst()
                            .orElseThrow()
                            .debitsPosted())
                    .isEqualTo(amount(0));
            assertThat(commit(ledger, transfer(20, 1, 2, 10)))
                    .as("the limit is not used up")
                    .isEqualTo(TransferStatus.CREATED);
        }
    }

    @Test
    void saysWhatTheHostWouldStop() throws Exception {
        JavaGraphs graphs = new JavaGraphs("traps", (state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            public TransferResults commit(
                    TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
                if (transfers.size() == 2) {
                    throw new IllegalStateException("unreachable executed");
                }
                return super.commit(transfers, transactions, metadata);
            }
        });
        try (Ledger ledger = opened(Ledger.open(graphs, new MemoryStorage(), LogOptions.standard()))) {
            var head = ledger.head();
            assertThat(ledger.tryOut(List.of(transfer(10, 1, 2, 1), transfer(11, 1, 2, 1)), List.of(), List.of())
                            .get())
                    .isEqualTo(new Tried.Stopped(new Verdict("engine", "unreachable executed"), List.of()));
            assertThat(ledger.head()).isEqualTo(head);
            assertThat(commit(ledger, transfer(10, 1, 2, 1))).isEqualTo(TransferStatus.CREATED);
        }
    }

    @Test
    void goesOnInMemoryWhereALedgerOnDiskStands(@TempDir Path folder) throws Exception {
        Path yaml = Files.writeString(folder.resolve("ledger.yaml"), LIMITED);
        try (Ledger ledger = opened(Ledger.open(yaml))) {
            commit(ledger, transfer(10, 1, 2, 4));
        }
        Map<String, Digest> before = content(folder.resolve("state"));
        Deployment deployment = Deployment.of(LedgerFile.read(yaml));
        try (Ledger scratch = Ledger.scratch(deployment, folder.resolve("state"))) {
            assertThat(commit(scratch, transfer(11, 1, 2, 6))).isEqualTo(TransferStatus.CREATED);
            assertThat(commit(scratch, transfer(12, 1, 2, 1))).isEqualTo(TransferStatus.VETOED);
            assertThat(commit(scratch, transfer(10, 1, 2, 4))).isEqualTo(TransferStatus.EXISTS);
            assertThatExceptionOfType(StorageInUseException.class).isThrownBy(() -> Ledger.open(yaml));
        }
        assertThat(content(folder.resolve("state"))).isEqualTo(before);
        try (Ledger ledger = Ledger.open(yaml)) {
            assertThat(ledger.known(List.of(id(10), id(11)))).containsExactly(true, false);
        }
    }

    /** Digests of all files but the one that says who has had the ledger last. */
    private static Map<String, Digest> content(Path folder) throws IOException {
        Map<String, Digest> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith("lock")).toList()) {
                content.put(file.getFileName().toString(), Digest.of(ByteBuffer.wrap(Files.readAllBytes(file))));
            }
        }
        return content;
    }

    private static Ledger opened(Ledger ledger) throws Exception {
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(List.of(account(1), account(2), account(3)), List.of())
                .get();
        return ledger;
    }

    private static TransferStatus commit(Ledger ledger, Transfer transfer) throws Exception {
        var result = ledger.commit(List.of(transfer), List.of(), List.of()).get();
        return ((CommandResult.Carried<TransferResults>) result)
                .answer()
                .results()
                .status(0);
    }
}
