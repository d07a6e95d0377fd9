package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.amount;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.TransactionPath.Item;
import dev.wasmledger.ledger.TransactionPath.Later;
import dev.wasmledger.ledger.TransactionPath.Request;
import dev.wasmledger.ledger.TransactionPath.Stage;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log and its components tell of transactions, in a ledger with two policies in front of the engine that ships. */
class TransactionPathTest {

    private static final U128 MAX = new U128(-1, -1);

    @TempDir
    private Path folder;

    private LedgerFile file = LedgerFile.parse("ledger.yaml", "ledger: none\nengine: wasmledger:engine@0.1.0\n");

    @BeforeEach
    void commitSomething() throws Exception {
        Path yaml = folder.resolve("ledger.yaml");
        Files.writeString(yaml, """
                ledger: explained
                engine: wasmledger:engine@0.1.0
                policies:
                  limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: 10}}
                  deny: {component: wasmledger:deny-list@0.1.0, config: {codes: 66}}
                """);
        file = LedgerFile.read(yaml);
        try (Ledger ledger = Ledger.open(yaml)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(
                            List.of(account(1), account(2), account(3)),
                            List.of(new Metadata(id(1), List.of(new Entry("name", "one")))))
                    .get();
            commit(ledger, transfer(10, 1, 2, 4), transfer(11, 1, 2, 8));
            commit(ledger, transfer(12, 2, 3, 1, TransferFlags.LINKED), coded(13, 66));
            commit(ledger, transfer(14, 2, 9, 1));
            commit(ledger, transfer(10, 1, 2, 4), transfer(15, 2, 3, 1, TransferFlags.PENDING));
            commit(ledger, settling(16, TransferFlags.POST_PENDING_TRANSFER, 15));
        }
    }

    @Test
    void namesEachStageOfWhatWasCommitted() throws Exception {
        TransactionPath path = find(10);

        assertThat(path.requests()).extracting(Request::sequence).containsExactly(4L, 7L);
        Request first = path.requests().getFirst();
        assertThat(first.same()).isTrue();
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.deployedAt()).isEqualTo(1);
        Item item = first.items().getFirst();
        assertThat(item.index()).isZero();
        assertThat(item.asset()).contains(Samples.CREDITS);
        assertThat(item.debitText()).containsExactly(new Entry("name", "one"));
        assertThat(item.decision().outcome()).isEqualTo("created");
        assertThat(verdicts(item))
                .containsExactly(
                        "limit had no objection",
                        "gate-limit let it pass",
                        "deny had no objection",
                        "gate-deny let it pass",
                        "engine created");
        assertThat(item.stages())
                .extracting(Stage::component)
                .contains("wasmledger:spending-limit@0.1.0", "wasmledger:gate@0.1.0", "wasmledger:engine@0.1.0");
        assertThat(verdicts(path.requests().getLast().items().getFirst()))
                .as("sent again")
                .containsExactly("gate-limit let it pass unasked", "gate-deny let it pass unasked", "engine exists");
        assertThat(path.later()).isEmpty();
    }

    @Test
    void namesThePolicyThatVetoedAndWhy() throws Exception {
        Item item = find(11).requests().getFirst().items().getFirst();
        assertThat(item.decision().by()).isEqualTo("limit");
        assertThat(verdicts(item))
                .containsExactly(
                        "limit vetoed", "gate-limit held it back", "gate-deny not reached", "engine not reached");
        assertThat(item.stages().getFirst().reason()).isEqualTo(item.decision().reason());
        assertThat(item.stages().get(1).trace().toString()).contains("objects to 1 of 2 transfers");
    }

    @Test
    void explainsARefusalThatIsAllOfItsFrame() throws Exception {
        Item item = find(12).requests().getFirst().items().getFirst();
        assertThat(item.decision().outcome()).isEqualTo("linked-event-failed");
        assertThat(verdicts(item))
                .containsExactly(
                        "limit had no objection",
                        "gate-limit let it pass",
                        "deny vetoed " + name(13) + " of its chain",
                        "gate-deny held it back",
                        "engine not reached");
        assertThat(verdicts(find(14).requests().getFirst().items().getFirst()))
                .last()
                .isEqualTo("engine credit-account-not-found");
    }

    @Test
    void tellsWhatCameLater() throws Exception {
        TransactionPath path = find(15);
        assertThat(path.requests()).hasSize(1);
        assertThat(path.later()).singleElement().satisfies(later -> {
            assertThat(later.what()).isEqualTo(Later.What.POSTED);
            assertThat(later.transfer()).isEqualTo(id(15));
            assertThat(later.by()).isEqualTo(Optional.of(id(16)));
            assertThat(later.sequence()).isEqualTo(8);
        });
    }

    @Test
    void knowsNothingOfWhatNoFrameNames() throws Exception {
        assertThat(find(99)).isEqualTo(new TransactionPath(List.of(), List.of()));
    }

    private TransactionPath find(long number) throws Exception {
        return TransactionPath.find(folder.resolve("state"), List.of(id(number)), file.limits(), (bytes, of) -> {});
    }

    private static List<String> verdicts(Item item) {
        return item.stages().stream()
                .map(stage -> stage.instance() + " " + stage.verdict())
                .toList();
    }

    private static String name(long number) {
        return "transfer " + dev.wasmledger.ledger.internal.commit.Decisions.decimal(id(number));
    }

    private static Transfer coded(long number, int code) {
        Transfer transfer = transfer(number, 2, 3, 1);
        return new Transfer(
                transfer.id(),
                transfer.debitAccountId(),
                transfer.creditAccountId(),
                transfer.amount(),
                transfer.pendingId(),
                transfer.userData128(),
                0,
                0,
                0,
                transfer.ledger(),
                (short) code,
                transfer.flags(),
                0);
    }

    private static Transfer settling(long number, TransferFlags flag, long pending) {
        return new Transfer(
                id(number), amount(0), amount(0), MAX, id(pending), amount(0), 0, 0, 0, 0, (short) 0, flag, 0);
    }

    private static void commit(Ledger ledger, Transfer... transfers) throws Exception {
        assertThat(ledger.commit(List.of(transfers), List.of(), List.of()).get())
                .isInstanceOf(CommandResult.Carried.class);
    }
}
