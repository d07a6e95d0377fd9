package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.CommandResult;
import dev.wasmledger.ledger.Deployment;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A composed ledger in a folder of its own, with the asset 1 and the accounts 1 to 5, none of them limited but 5. */
final class ComposedBooks implements AutoCloseable {

    static final U128 ZERO = number(0);

    private final Ledger ledger;

    private ComposedBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Opens it.
     *
     * @param yaml the ledger's file; components that do not ship are named by their absolute path
     */
    static ComposedBooks open(Path folder, String yaml) throws Exception {
        Path file = folder.resolve("ledger.yaml");
        Files.writeString(file, yaml);
        LedgerFile read = LedgerFile.read(file);
        Composition composition = new LedgerComposer(ComponentStore.standard()).compose(read);
        ComposedBooks books = new ComposedBooks(Ledger.open(Deployment.of(composition, read.limits()), read.state()));
        books.ledger
                .createAssets(List.of(new Asset(1, (byte) 2, "USD")), List.of())
                .get();
        books.ledger
                .createAccounts(
                        LongStream.rangeClosed(1, 5)
                                .mapToObj(ComposedBooks::account)
                                .toList(),
                        List.of())
                .get();
        return books;
    }

    /** A component that is made for tests alone. */
    static Path testGuest(String name) {
        return Path.of("target", "test-guests", name + ".wasm").toAbsolutePath();
    }

    Ledger ledger() {
        return ledger;
    }

    CommandResult<TransferResults> commit(Transfer... transfers) throws Exception {
        return ledger.commit(List.of(transfers), List.of(), List.of()).get();
    }

    /** What became of each transfer, with policy and reason where it was vetoed. */
    List<String> said(Transfer... transfers) throws Exception {
        CommandResult<TransferResults> result = commit(transfers);
        assertThat(result).isInstanceOf(CommandResult.Carried.class);
        TransferResults answer = ((CommandResult.Carried<TransferResults>) result).answer();
        return IntStream.range(0, answer.results().size())
                .mapToObj(i -> answer.results().get(i).status()
                        + answer.vetoes().stream()
                                .filter(veto -> veto.index() == i)
                                .map(veto -> " " + veto.policy() + ": " + veto.reason())
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Debits and credits posted of an account, and those pending where there are any. */
    String balance(long account) throws Exception {
        Account found = ledger.lookupAccounts(List.of(number(account))).get(0).orElseThrow();
        String pending =
                found.debitsPending().equals(ZERO) && found.creditsPending().equals(ZERO)
                        ? ""
                        : " pending " + found.debitsPending().low() + " "
                                + found.creditsPending().low();
        return found.debitsPosted().low() + " " + found.creditsPosted().low() + pending;
    }

    boolean isCommitted(long transfer) throws Exception {
        return ledger.lookupTransfers(List.of(number(transfer))).get(0).isPresent();
    }

    private static Account account(long id) {
        AccountFlags flags = id == 5 ? AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS : AccountFlags.NONE;
        return new Account(number(id), ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0, 1, (short) 1000, flags, 0);
    }

    static Transfer transfer(long id, long debit, long credit, long amount, int code) {
        return transfer(id, debit, credit, amount, code, TransferFlags.NONE, 0, 0);
    }

    static Transfer transfer(
            long id, long debit, long credit, long amount, int code, TransferFlags flags, long pending, long person) {
        return new Transfer(
                number(id),
                number(debit),
                number(credit),
                number(amount),
                number(pending),
                ZERO,
                person,
                0,
                0,
                pending == 0 ? 1 : 0,
                (short) code,
                flags,
                0);
    }

    static U128 number(long low) {
        return new U128(low, 0);
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
