package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Dice.MAX;
import static dev.wasmledger.oracle.Dice.ZERO;
import static dev.wasmledger.oracle.Dice.number;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.List;

/** Makes transfers that often meet: few accounts, most of them right but for one field at most. */
final class TransferMaker {

    private static final List<TransferFlags> FLAGS = List.of(
            TransferFlags.LINKED,
            TransferFlags.PENDING,
            TransferFlags.POST_PENDING_TRANSFER,
            TransferFlags.VOID_PENDING_TRANSFER,
            TransferFlags.BALANCING_DEBIT,
            TransferFlags.BALANCING_CREDIT,
            TransferFlags.CLOSING_DEBIT,
            TransferFlags.CLOSING_CREDIT,
            TransferFlags.IMPORTED);
    private static final int CONTENDED = 8;
    private static final List<Integer> TIMEOUTS = List.of(0, 0, 0, 1, 1, 1, 2, 3, 10, 300, -1);

    private final Dice dice;
    private final boolean wild;
    private final List<Account> accounts;
    private final List<Transfer> sent = new ArrayList<>();
    private final List<Transfer> pending = new ArrayList<>();
    private long nextId = 1_000;

    /**
     * Makes transfers between accounts.
     *
     * @param wild whether amounts are often near the boundaries of 128 bits
     * @param accounts those that were asked for until now
     */
    TransferMaker(Dice dice, boolean wild, List<Account> accounts) {
        this.dice = dice;
        this.wild = wild;
        this.accounts = accounts;
    }

    /** All that were made until now. */
    List<Transfer> sent() {
        return sent;
    }

    /** The id of a transfer, or of one that will be made soon. */
    U128 someId() {
        return number(1_000 + dice.below((int) (nextId - 1_000) + 3));
    }

    Transfer next() {
        boolean again = dice.oneIn(6) && !sent.isEmpty();
        Transfer transfer = again ? again(dice.lately(sent)) : fresh();
        return keep(dice.oneIn(again ? 2 : 8) ? withOneFieldChanged(transfer) : transfer);
    }

    /** Remembers a transfer, so that others may refer to it. */
    Transfer keep(Transfer transfer) {
        sent.add(transfer);
        if (transfer.flags().contains(TransferFlags.PENDING)) {
            pending.add(transfer);
        }
        return transfer;
    }

    private Transfer fresh() {
        int kind = dice.below(20);
        if (kind < 5 && !pending.isEmpty()) {
            return resolution(dice.lately(pending), kind < 3);
        }
        TransferFlags flags = TransferFlags.NONE;
        if (dice.oneIn(3)) {
            flags = flags.with(TransferFlags.PENDING);
        }
        if (dice.oneIn(10)) {
            flags = flags.with(TransferFlags.BALANCING_DEBIT);
        }
        if (dice.oneIn(10)) {
            flags = flags.with(TransferFlags.BALANCING_CREDIT);
        }
        if (dice.oneIn(200)) {
            flags = flags.with(TransferFlags.PENDING).with(TransferFlags.CLOSING_DEBIT);
        }
        if (dice.oneIn(200)) {
            flags = flags.with(TransferFlags.PENDING).with(TransferFlags.CLOSING_CREDIT);
        }
        Account debited = account();
        Account credited = account();
        for (int i = 0; i < 8 && (credited.ledger() != debited.ledger() || credited.equals(debited)); i++) {
            credited = account();
        }
        return new Transfer(
                number(nextId++),
                debited.id(),
                credited.id(),
                amount(),
                ZERO,
                dice.userData128(),
                dice.userData(),
                dice.userData(),
                flags.contains(TransferFlags.PENDING) ? dice.of(TIMEOUTS) : 0,
                debited.ledger(),
                (short) (1 + dice.below(2)),
                flags,
                0);
    }

    /** One of a few that many meet at, or any other. */
    private Account account() {
        return dice.oneIn(5) ? dice.lately(accounts) : accounts.get(dice.below(CONTENDED));
    }

    private Transfer resolution(Transfer of, boolean posts) {
        U128 less = new U128(of.amount().low() - 1, of.amount().high());
        U128 more = new U128(of.amount().low() + 1, of.amount().high());
        List<U128> amounts = posts
                ? List.of(MAX, MAX, of.amount(), less, less, number(1), ZERO, more)
                : List.of(ZERO, ZERO, ZERO, of.amount(), of.amount(), less, more);
        return new Transfer(
                number(nextId++),
                dice.oneIn(2) ? ZERO : of.debitAccountId(),
                dice.oneIn(2) ? ZERO : of.creditAccountId(),
                dice.of(amounts),
                of.id(),
                dice.oneIn(2) ? ZERO : dice.userData128(),
                dice.oneIn(2) ? 0 : dice.userData(),
                dice.oneIn(2) ? 0 : dice.userData(),
                0,
                dice.oneIn(2) ? 0 : of.ledger(),
                dice.oneIn(2) ? 0 : of.code(),
                posts ? TransferFlags.POST_PENDING_TRANSFER : TransferFlags.VOID_PENDING_TRANSFER,
                0);
    }

    /** The opposite of a transfer. */
    Transfer reverse(Transfer of, U128 transaction) {
        return keep(new Transfer(
                number(nextId++),
                of.creditAccountId(),
                of.debitAccountId(),
                of.amount(),
                ZERO,
                transaction,
                0,
                0,
                0,
                of.ledger(),
                (short) 1,
                TransferFlags.NONE,
                0));
    }

    /** The same once more, or with another amount, which some may have. */
    private Transfer again(Transfer transfer) {
        return dice.oneIn(4)
                ? new TransferFields(transfer)
                        .amount(dice.oneIn(2) ? MAX : amount())
                        .transfer()
                : transfer;
    }

    private U128 amount() {
        if (wild && dice.oneIn(6)) {
            return dice.oneIn(8) ? dice.boundary() : new U128(-dice.below(2), Long.MAX_VALUE >> dice.below(2));
        }
        return number(dice.oneIn(5) ? dice.below(200) : dice.below(12));
    }

    private U128 accountId() {
        return dice.oneIn(3)
                ? dice.boundary()
                : dice.oneIn(4) ? number(77) : dice.of(accounts).id();
    }

    private Transfer withOneFieldChanged(Transfer transfer) {
        TransferFields fields = new TransferFields(transfer);
        return switch (dice.below(13)) {
            case 0 -> fields.id(dice.oneIn(2) ? dice.boundary() : someId()).transfer();
            case 1 -> fields.debitAccountId(accountId()).transfer();
            case 2 -> fields.creditAccountId(accountId()).transfer();
            case 3 -> fields.amount(dice.oneIn(2) ? amount() : dice.boundary()).transfer();
            case 4 ->
                fields.pendingId(dice.oneIn(2) ? dice.boundary() : dice.oneIn(2) ? someId() : transfer.id())
                        .transfer();
            case 5 -> fields.userData128(dice.userData128()).transfer();
            case 6 -> fields.userData64(dice.userData()).transfer();
            case 7 -> fields.userData32(dice.userData()).transfer();
            case 8 -> fields.timeout(dice.of(TIMEOUTS)).transfer();
            case 9 -> fields.ledger(dice.below(4)).transfer();
            case 10 -> fields.code((short) dice.below(4)).transfer();
            case 11 -> fields.timestamp(1 + dice.below(2)).transfer();
            default -> fields.flags(toggled(transfer.flags(), dice.of(FLAGS))).transfer();
        };
    }

    private static TransferFlags toggled(TransferFlags flags, TransferFlags flag) {
        return flags.contains(flag) ? flags.without(flag) : flags.with(flag);
    }
}
