package dev.wasmledger.cli.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTest {

    private static final Place HERE = new WholeFile("test");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /** Whatever the postings: the transfers move exactly what they say, none to itself, all but the last one linked. */
    @ParameterizedTest
    @MethodSource("seeds")
    void movesWhatThePostingsSay(long seed) {
        var random = new Random(seed);
        List<BookPosting> postings = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            AccountKey account = AccountKey.of("account" + random.nextInt(4), "ABC".substring(random.nextInt(3), 3));
            postings.add(posting(account, BigDecimal.valueOf(random.nextInt(-9, 10))));
        }
        BookTransaction transaction = transaction(postings);
        AssetTable assets = table(transaction);

        List<Transfer> transfers = Chain.of(transaction, assets).transfers();

        Map<U128, BigInteger> moved = new HashMap<>();
        for (Transfer transfer : transfers) {
            assertThat(transfer.debitAccountId()).isNotEqualTo(transfer.creditAccountId());
            BigInteger amount = U128s.toBigInteger(transfer.amount());
            assertThat(amount).isPositive();
            moved.merge(transfer.debitAccountId(), amount, BigInteger::add);
            moved.merge(transfer.creditAccountId(), amount.negate(), BigInteger::add);
        }
        Map<U128, BigInteger> said = new HashMap<>();
        for (BookPosting posting : postings) {
            BigInteger amount = assets.minorUnits(posting);
            said.merge(Ids.account(posting.account()), amount, BigInteger::add);
            said.merge(Ids.account(AccountKey.conversion(posting.account().asset())), amount.negate(), BigInteger::add);
        }
        moved.values().removeIf(sum -> sum.signum() == 0);
        said.values().removeIf(sum -> sum.signum() == 0);
        assertThat(moved).isEqualTo(said);
        for (int i = 0; i < transfers.size(); i++) {
            boolean linked = transfers.get(i).flags().contains(TransferFlags.LINKED);
            assertThat(linked).isEqualTo(i < transfers.size() - 1);
        }
        assertThat(transfers).extracting(Transfer::id).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameEachTime() {
        BookTransaction transaction = transaction(List.of(
                posting(AccountKey.of("a", "A"), BigDecimal.ONE),
                posting(AccountKey.of("b", "A"), BigDecimal.ONE.negate())));

        assertThat(Chain.of(transaction, table(transaction))).isEqualTo(Chain.of(transaction, table(transaction)));
    }

    /** The ids are part of every ledger on disk: what they are made of must never change. */
    @Test
    void idsAreWhatTheyAlwaysWere() {
        assertThat(U128s.toBigInteger(Ids.account(new AccountKey("Assets:Cash", "$", ""))))
                .asString()
                .isEqualTo("138648516878258178776368725082859336239");
        assertThat(U128s.toBigInteger(Ids.transaction("T1")))
                .asString()
                .isEqualTo("87693644316551871697097200833412250241");
    }

    private static BookPosting posting(AccountKey account, BigDecimal amount) {
        return new BookPosting(account, amount, false, List.of(), HERE);
    }

    private static BookTransaction transaction(List<BookPosting> postings) {
        return new BookTransaction(
                Ids.transaction("test"), "test", LocalDate.of(2026, 1, 5), "", 1, postings, List.of(), HERE);
    }

    private static AssetTable table(BookTransaction transaction) {
        List<BookAsset> assets = transaction.postings().stream()
                .map(posting -> posting.account().asset())
                .distinct()
                .map(asset -> new BookAsset(asset, 0, true, List.of(), HERE))
                .toList();
        return new AssetTable(List.of(), new Book(assets, List.of(), List.of(transaction)));
    }
}
