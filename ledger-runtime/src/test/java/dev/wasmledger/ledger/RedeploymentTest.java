package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.amount;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Amount;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Cell;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of the components that ship gets a policy and a projection, and loses them again. */
class RedeploymentTest {

    private static final String ENGINE_ALONE = "ledger: changing\nengine: wasmledger:engine@0.1.0\n";
    private static final String WITH_MORE = ENGINE_ALONE + """
            policies:
              limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: %d}}
            projections:
              classes: wasmledger:balances-by-class@0.1.0
            """;

    @TempDir
    private Path folder;

    @Test
    void goesOnWithOtherComponentsAndBack() throws Exception {
        Path file = folder.resolve("ledger.yaml");
        Files.writeString(file, ENGINE_ALONE);
        try (Ledger ledger = Ledger.open(file)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            assertThat(commit(ledger, 10, 5)).isEqualTo(TransferStatus.CREATED);
        }

        Files.writeString(file, WITH_MORE.formatted(4));
        assertThatExceptionOfType(DeploymentDiffersException.class).isThrownBy(() -> Ledger.open(file));
        try (Redeployment redeployment = Redeployment.of(file)) {
            assertThat(redeployment.changes())
                    .allSatisfy(change -> assertThat(change).isInstanceOf(DeploymentChange.Added.class))
                    .extracting(change -> ((DeploymentChange.Added) change).instance())
                    .containsExactly("limit", "gate-limit", "classes");
            assertThat(redeployment.rehearse(10).differences()).singleElement().satisfies(difference -> {
                assertThat(difference.was().outcome()).isEqualTo("created");
                assertThat(difference.wouldBe().outcome()).isEqualTo("vetoed");
                assertThat(difference.wouldBe().by()).isEqualTo("limit");
                assertThat(difference.wouldBe().reason()).contains("5 more is over the limit");
            });
            redeployment.confirm();
        }
        try (Ledger ledger = Ledger.open(file)) {
            ledger.snapshot(); // from here on, what is rehearsed below
            assertThat(commit(ledger, 11, 5)).isEqualTo(TransferStatus.VETOED);
            assertThat(commit(ledger, 12, 1)).isEqualTo(TransferStatus.CREATED);
            ProjectionReport report = ledger.report("classes");
            assertThat(report.appliedThrough()).isEqualTo(ledger.head().sequence());
            assertThat(report.report().rows())
                    .as("what was committed before the projection was there, too")
                    .containsExactly(List.of(
                            new Cell.Count(1),
                            new Cell.Amount(new Amount(Samples.CREDITS.ledger(), amount(6), amount(6)))));
        }

        Files.writeString(file, WITH_MORE.formatted(100));
        try (Redeployment redeployment = Redeployment.of(file)) {
            assertThat(redeployment.changes())
                    .containsExactly(
                            new DeploymentChange.Reconfigured("limit", "limit", Optional.of("4"), Optional.of("100")));
            assertThat(redeployment.rehearse(2).differences())
                    .extracting(difference -> difference.wouldBe().outcome())
                    .containsExactly("created");
        }

        LedgerFile.InstanceLimits limits = LedgerFile.read(file).limits();
        try (Redeployment back = Redeployment.backTo(1, limits, folder.resolve("state"))) {
            assertThat(back.changes())
                    .allSatisfy(change -> assertThat(change).isInstanceOf(DeploymentChange.Removed.class));
            back.confirm();
        }
        Files.writeString(file, ENGINE_ALONE);
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(commit(ledger, 11, 5)).as("vetoed before").isEqualTo(TransferStatus.CREATED);
        }
        LedgerAudit audit = LedgerAudit.run(folder.resolve("state"), limits, (bytes, of) -> {});
        assertThat(audit.problem()).as("across three deployments").isEmpty();
        assertThat(audit.executed()).isEqualTo(6);
    }

    /** Whoever deploys hears of it before the ledger is held, and nothing is written. */
    @Test
    void refusesConfigThatAComponentCannotUse() throws Exception {
        Path file = folder.resolve("ledger.yaml");
        Files.writeString(file, ENGINE_ALONE);
        Head head;
        try (Ledger ledger = Ledger.open(file)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            head = ledger.head();
        }
        Files.writeString(file, WITH_MORE.formatted(4).replace("limit: 4", "limit: much, perod: day"));
        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> Redeployment.of(file))
                .satisfies(e -> assertThat(e.diagnostics())
                        .extracting(Diagnostic::message)
                        .satisfiesExactlyInAnyOrder(
                                message -> assertThat(message)
                                        .startsWith("config of `limit`: `limit` must be a whole number"),
                                message -> assertThat(message)
                                        .isEqualTo("config of `limit`: `perod` is nothing that it knows")));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Redeployment.of(Deployment.of(LedgerFile.read(file)), folder.resolve("state")));
        Files.writeString(file, ENGINE_ALONE);
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.head()).isEqualTo(head);
        }
    }

    private static TransferStatus commit(Ledger ledger, long id, long amount) throws Exception {
        var result = ledger.commit(List.of(transfer(id, 1, 2, amount)), List.of(), List.of())
                .get();
        return ((CommandResult.Carried<TransferResults>) result)
                .answer()
                .results()
                .status(0);
    }
}
