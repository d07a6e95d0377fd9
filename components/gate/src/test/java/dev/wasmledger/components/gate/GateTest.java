package dev.wasmledger.components.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final String COMMITTED = "CREATED";
    private static final String EXISTS = "EXISTS";
    private static final String CHAIN_FAILED = "LINKED_EVENT_FAILED";

    private final FakeLedger ledger = new FakeLedger();
    private final FakeGuard guard = new FakeGuard();
    private final Gate gate = new Gate(ledger, guard);

    @Test
    void whatNobodyVetoesPasses() {
        assertThat(commit(single(1), single(2))).containsExactly(COMMITTED, COMMITTED);
        assertThat(guard.asked).containsExactly(1L, 2L);
        assertThat(guard.settled).containsExactly("1 CREATED", "2 CREATED");
    }

    @Test
    void aVetoHoldsOneTransferBack() {
        guard.vetoes = Map.of(2L, "too much");
        assertThat(commit(single(1), single(2), single(3))).containsExactly(COMMITTED, vetoed("too much"), COMMITTED);
        assertThat(ledger.requests).containsExactly(List.of(1L, 3L));
        assertThat(guard.settled).containsExactly("1 CREATED", "2 VETOED", "3 CREATED");
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
    void aChainThatTheBatchEndsInPassesUnasked() {
        guard.vetoes = Map.of(1L, "no", 2L, "no");
        assertThat(commit(single(1), linked(2), linked(3))).startsWith(vetoed("no"));
        assertThat(guard.asked).containsExactly(1L);
        assertThat(ledger.requests).containsExactly(List.of(2L, 3L));
    }

    @Test
    void nothingGoesOnWhereNothingPasses() {
        guard.vetoes = Map.of(1L, "no");
        assertThat(commit(single(1))).containsExactly(vetoed("no"));
        assertThat(ledger.requests).isEmpty();
        assertThat(guard.settled).containsExactly("1 VETOED");
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
        assertThat(guard.settled).containsExactly("1 CREATED", "3 CREATED");
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

    @Test
    void anObjectionToWhatWasNotAskedHoldsAllOfItBack() {
        guard.objections = List.of(new Objection(2, "no"));
        String reason = "policy spending-limit was asked about 2 transfers and objects to number 2";
        assertThat(commit(single(1), single(2))).containsExactly(vetoed(reason), vetoed(reason));
        guard.objections = List.of(new Objection(1, "no"), new Objection(1, "no"));
        assertThat(commit(single(1), single(2))).allMatch(said -> said.endsWith("objects to number 1 twice"));
    }

    @Test
    void vetoesFromBehindKeepTheirTransfers() {
        guard.vetoes = Map.of(1L, "no");
        ledger.vetoed = Set.of(3L);
        assertThat(commit(single(1), single(2), single(3)))
                .containsExactly(vetoed("no"), COMMITTED, "VETOED behind: it says so");
    }

    @Test
    void tellsWhatItHeldBack() {
        guard.vetoes = Map.of(2L, "too much");
        commit(single(1), linked(2), single(3));
        assertThat(guard.traced).containsExactly("objects to 1 of 3 transfers; 1: too much");
    }

    @Test
    void settlesWithTheAmountThatWasMoved() {
        commit(transfer(5, TransferFlags.POST_PENDING_TRANSFER), single(6));
        assertThat(guard.amounts).containsExactly(77L, 5L);
    }

    /** What became of each transfer, with policy and reason where it was vetoed. */
    private List<String> commit(Transfer... transfers) {
        TransferResults results = gate.commit(TransferList.of(transfers), List.of(), List.of());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < results.results().size(); i++) {
            int index = i;
            String vetoes = results.vetoes().stream()
                    .filter(veto -> veto.index() == index)
                    .map(veto -> " " + veto.policy() + ": " + veto.reason())
                    .collect(Collectors.joining());
            said.add(results.results().get(i).status() + vetoes);
        }
        return said;
    }

    private static String vetoed(String reason) {
        return "VETOED spending-limit: " + reason;
    }

    private static Transfer single(long id) {
        return transfer(id, TransferFlags.NONE);
    }

    private static Transfer linked(long id) {
        return transfer(id, TransferFlags.LINKED);
    }

    private static Transfer transfer(long id, TransferFlags flags) {
        return transfer(id, 5, flags);
    }

    private static Transfer transfer(long id, long amount, TransferFlags flags) {
        U128 zero = new U128(0, 0);
        return new Transfer(
                new U128(id, 0),
                new U128(10, 0),
                new U128(20, 0),
                new U128(amount, 0),
                zero,
                zero,
                0,
                0,
                0,
                1,
                (short) 1,
                flags,
                0);
    }

    /** Commits everything that it does not know. */
    private static final class FakeLedger extends UnusedLedger {

        private Set<Long> known = Set.of();
        private final List<List<Long>> requests = new ArrayList<>();

        @Override
        public boolean[] known(U128List ids) {
            boolean[] found = new boolean[ids.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = known.contains(ids.low(i));
            }
            return found;
        }

        private Set<Long> vetoed = Set.of();

        @Override
        public List<Optional<Transfer>> lookupTransfers(U128List ids) {
            return ids.stream()
                    .map(id -> Optional.of(transfer(id.low(), 77, TransferFlags.POST_PENDING_TRANSFER)))
                    .toList();
        }

        @Override
        public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
            List<Long> ids =
                    transfers.stream().map(transfer -> transfer.id().low()).toList();
            requests.add(ids);
            List<Veto> vetoes = ids.stream()
                    .filter(vetoed::contains)
                    .map(id -> new Veto(ids.indexOf(id), "behind", "it says so"))
                    .toList();
            return new TransferResults(
                    TransferResultList.copyOf(ids.stream()
                            .map(id -> new TransferResult(status(id), 1))
                            .toList()),
                    vetoes);
        }

        private TransferStatus status(long id) {
            if (vetoed.contains(id)) {
                return TransferStatus.VETOED;
            }
            return known.contains(id) ? TransferStatus.EXISTS : TransferStatus.CREATED;
        }
    }

    private static final class FakeGuard implements Guard {

        private Map<Long, String> vetoes = Map.of();
        private List<Objection> objections = List.of();
        private List<Long> asked = List.of();
        private List<Long> amounts = List.of();
        private List<String> settled = List.of();
        private final List<String> traced = new ArrayList<>();

        @Override
        public String name() {
            return "spending-limit";
        }

        @Override
        public List<Objection> check(TransferList transfers) {
            asked = transfers.stream().map(transfer -> transfer.id().low()).toList();
            return Stream.concat(
                            objections.stream(),
                            asked.stream()
                                    .filter(vetoes::containsKey)
                                    .map(id -> new Objection(asked.indexOf(id), vetoes.getOrDefault(id, ""))))
                    .toList();
        }

        @Override
        public void settled(TransferList transfers, TransferResultList results) {
            amounts =
                    transfers.stream().map(transfer -> transfer.amount().low()).toList();
            settled = Stream.iterate(0, i -> i < transfers.size(), i -> i + 1)
                    .map(i -> transfers.get(i).id().low() + " " + results.get(i).status())
                    .toList();
        }

        @Override
        public void trace(String line) {
            traced.add(line);
        }
    }
}
