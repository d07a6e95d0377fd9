package dev.wasmledger.components.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final TransferOutcome COMMITTED = new TransferOutcome.Committed();
    private static final TransferOutcome EXISTS = new TransferOutcome.Exists();
    private static final TransferOutcome CHAIN_FAILED = new TransferOutcome.Rejected(TransferError.LINKED_EVENT_FAILED);

    private final FakeLedger ledger = new FakeLedger();
    private final FakeGuard guard = new FakeGuard();
    private final Gate gate = new Gate(ledger, guard);

    @Test
    void whatNobodyVetoesPasses() {
        assertThat(commit(single(1), single(2))).containsExactly(COMMITTED, COMMITTED);
        assertThat(guard.asked).containsExactly(1L, 2L);
        assertThat(guard.settled).containsExactly("1 Committed", "2 Committed");
    }

    @Test
    void aVetoHoldsOneTransferBack() {
        guard.vetoes = Map.of(2L, "too much");
        assertThat(commit(single(1), single(2), single(3))).containsExactly(COMMITTED, vetoed("too much"), COMMITTED);
        assertThat(ledger.requests).containsExactly(List.of(1L, 3L));
        assertThat(guard.settled).containsExactly("1 Committed", "2 Vetoed", "3 Committed");
    }

    @Test
    void aVetoHoldsItsWholeChainBack() {
        guard.vetoes = Map.of(3L, "too much");
        assertThat(commit(single(1), linked(2), linked(3), single(4), single(5)))
                .containsExactly(COMMITTED, CHAIN_FAILED, vetoed("too much"), CHAIN_FAILED, COMMITTED);
        assertThat(ledger.requests).containsExactly(List.of(1L, 5L));
    }

    @Test
    void eachVetoOfAChainIsTold() {
        guard.vetoes = Map.of(1L, "first", 2L, "second");
        assertThat(commit(linked(1), single(2))).containsExactly(vetoed("first"), vetoed("second"));
    }

    @Test
    void aChainThatTheBatchEndsInIsHeldBackToo() {
        guard.vetoes = Map.of(2L, "no");
        assertThat(commit(single(1), linked(2), linked(3))).containsExactly(COMMITTED, vetoed("no"), CHAIN_FAILED);
    }

    @Test
    void nothingGoesOnWhereNothingPasses() {
        guard.vetoes = Map.of(1L, "no");
        assertThat(commit(single(1))).containsExactly(vetoed("no"));
        assertThat(ledger.requests).isEmpty();
        assertThat(guard.settled).containsExactly("1 Vetoed");
    }

    @Test
    void knownIdsPassUnasked() {
        ledger.known = Set.of(1L, 2L);
        guard.vetoes = Map.of(1L, "no", 2L, "no");
        assertThat(commit(linked(1), single(2))).containsExactly(EXISTS, EXISTS);
        assertThat(guard.asked).isEmpty();
        assertThat(guard.settled).isEmpty();
    }

    @Test
    void onlyWhatWasAskedIsSettled() {
        ledger.known = Set.of(2L);
        assertThat(commit(single(1), single(2), single(3))).containsExactly(COMMITTED, EXISTS, COMMITTED);
        assertThat(guard.settled).containsExactly("1 Committed", "3 Committed");
    }

    @Test
    void anEmptyBatchIsAnsweredByTheLedger() {
        assertThat(commit()).isEmpty();
        assertThat(guard.asked).isEmpty();
    }

    @Test
    void theRestPassesThrough() {
        ledger.known = Set.of(7L);
        assertThat(gate.known(U128List.of(new U128(7, 0), new U128(8, 0)))).containsExactly(true, false);
    }

    private List<TransferOutcome> commit(Transfer... transfers) {
        return gate.commit(TransferList.of(transfers), List.of());
    }

    private static TransferOutcome vetoed(String reason) {
        return new TransferOutcome.Vetoed(new Veto("spending-limit", reason));
    }

    private static Transfer single(long id) {
        return transfer(id, TransferFlags.NONE);
    }

    private static Transfer linked(long id) {
        return transfer(id, TransferFlags.LINKED);
    }

    private static Transfer transfer(long id, TransferFlags flags) {
        U128 zero = new U128(0, 0);
        return new Transfer(
                new U128(id, 0), new U128(10, 0), new U128(20, 0), new U128(5, 0), zero, 1, (short) 1, flags, 0);
    }

    /** Commits everything that it does not know. */
    private static final class FakeLedger extends UnusedLedger {

        private Set<Long> known = Set.of();
        private final List<List<Long>> requests = new ArrayList<>();

        @Override
        public List<Boolean> known(U128List ids) {
            return ids.stream().map(id -> known.contains(id.low())).toList();
        }

        @Override
        public List<TransferOutcome> commit(TransferList transfers, List<Metadata> metadata) {
            requests.add(transfers.stream().map(transfer -> transfer.id().low()).toList());
            return transfers.stream()
                    .map(transfer -> known.contains(transfer.id().low()) ? EXISTS : COMMITTED)
                    .toList();
        }
    }

    private static final class FakeGuard implements Guard {

        private Map<Long, String> vetoes = Map.of();
        private List<Long> asked = List.of();
        private List<String> settled = List.of();

        @Override
        public String name() {
            return "spending-limit";
        }

        @Override
        public List<Optional<String>> check(TransferList transfers) {
            asked = transfers.stream().map(transfer -> transfer.id().low()).toList();
            return asked.stream().map(id -> Optional.ofNullable(vetoes.get(id))).toList();
        }

        @Override
        public void settled(TransferList transfers, List<TransferOutcome> outcomes) {
            settled = Stream.iterate(0, i -> i < transfers.size(), i -> i + 1)
                    .map(i -> transfers.get(i).id().low() + " "
                            + outcomes.get(i).getClass().getSimpleName())
                    .toList();
        }
    }
}
