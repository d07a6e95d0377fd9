package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevertTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final LedgerOptions CLOCK =
            LedgerOptions.standard().withClock(InstantSource.fixed(Instant.parse("2026-11-02T09:00:00Z")));
    private static final U128 SALE = id(500);

    @Test
    void takesATransactionBackOnce() throws Exception {
        try (Ledger ledger = opened("")) {
            sale(ledger, transfer(10, 1, 2, 5), transfer(11, 2, 3, 4));

            Reversal first = ledger.revert(SALE);

            assertThat(first).isInstanceOf(Reversal.Reverted.class);
            U128 by = ((Reversal.Reverted) first).by();
            for (long number : List.of(1L, 2L, 3L)) {
                var account =
                        ledger.lookupAccounts(List.of(id(number))).getFirst().orElseThrow();
                assertThat(Accounts.debitBalance(account)).isZero();
            }
            PostedTransaction reversal =
                    ledger.lookupTransactions(List.of(by)).getFirst().orElseThrow();
            assertThat(reversal.transaction().reverts()).isEqualTo(SALE);
            assertThat(reversal.transaction().effectiveDate()).isEqualTo((int) DAY.toEpochDay());
            var head = ledger.head();
            assertThat(ledger.revert(SALE)).isEqualTo(new Reversal.AlreadyReverted(by));
            assertThat(ledger.revert(SALE, id(900), DAY)).isEqualTo(new Reversal.AlreadyReverted(by));
            assertThat(ledger.head()).isEqualTo(head);
            assertThat(ledger.revert(by)).as("and the reversal, in turn").isInstanceOf(Reversal.Reverted.class);
        }
    }

    @Test
    void saysWhyItDoesNot() throws Exception {
        try (Ledger ledger = opened("")) {
            assertThat(ledger.revert(SALE)).isEqualTo(new Reversal.NotFound());
            sale(ledger, transfer(10, 1, 4, 5), transfer(11, 4, 2, 5));
            assertThat(ledger.revert(SALE))
                    .as("account 4 may not be debited more than it was credited, and now has nothing")
                    .isEqualTo(new Reversal.Refused(id(10), TransferStatus.EXCEEDS_CREDITS));
            assertThat(ledger.revert(SALE)).isEqualTo(new Reversal.Refused(id(10), TransferStatus.ID_ALREADY_FAILED));
            commit(ledger, List.of(transfer(12, 1, 4, 5)), List.of());
            assertThat(ledger.revert(SALE, id(900), DAY)).isEqualTo(new Reversal.Reverted(id(900)));
        }
    }

    @Test
    void doesNotTakeBackWhatIsPending() throws Exception {
        try (Ledger ledger = opened("")) {
            sale(ledger, Transfers.pending(transfer(10, 1, 2, 5), 0));
            assertThat(ledger.revert(SALE))
                    .isEqualTo(new Reversal.Refused(id(10), TransferStatus.TRANSFERS_MUST_BE_THE_REVERSE));
        }
    }

    @Test
    void asksThePolicies() throws Exception {
        try (Ledger ledger =
                opened("policies:\n  limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: 9}}\n")) {
            sale(ledger, transfer(10, 1, 2, 5));
            commit(ledger, List.of(transfer(11, 2, 3, 6)), List.of());
            assertThat(ledger.revert(SALE)).isInstanceOfSatisfying(Reversal.Vetoed.class, vetoed -> {
                assertThat(vetoed.policy()).isEqualTo("limit");
                assertThat(vetoed.reason()).contains("6 spent of 9");
            });
            PostedTransaction sale =
                    ledger.lookupTransactions(List.of(SALE)).getFirst().orElseThrow();
            assertThat(sale.revertedBy()).isEqualTo(U128s.ZERO);
        }
    }

    private static Ledger opened(String policies) throws Exception {
        Ledger ledger = Ledger.inMemory("ledger: reverts\nengine: wasmledger:engine@0.1.0\n" + policies, CLOCK);
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(
                        List.of(
                                account(1),
                                account(2),
                                account(3),
                                account(4, Samples.CREDITS.ledger(), AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS)),
                        List.of())
                .get();
        return ledger;
    }

    private static void sale(Ledger ledger, Transfer... transfers) throws Exception {
        Transfer[] members = new Transfer[transfers.length];
        for (int i = 0; i < transfers.length; i++) {
            members[i] = Transfers.inTransaction(transfers[i], SALE);
        }
        commit(
                ledger,
                Transfers.chain(members),
                List.of(new Transaction(SALE, (int) DAY.toEpochDay(), Samples.ZERO, "S-1", List.of())));
    }

    private static void commit(Ledger ledger, List<Transfer> transfers, List<Transaction> transactions)
            throws Exception {
        var result = ledger.commit(transfers, transactions, List.of()).get();
        assertThat(((CommandResult.Carried<TransferResults>) result).answer().results())
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(TransferStatus.CREATED));
    }
}
