package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventBuffer;

/** An account as words: the bytes of the canonical ABI, lowest first. They are the key and the fields of its row in the engine's table. */
public final class AccountWords {

    /** Words of an account with its id. */
    static final int COUNT = 16;
    /** Words of its id. */
    static final int ID = 2;
    /** Words of its fields. */
    public static final int FIELDS = COUNT - ID;
    /** Which of the fields has the code and the flags, with a gap behind them. */
    static final int CODE_AND_FLAGS = 12;

    private AccountWords() {}

    /** Writes an account of a list, from an offset on. */
    static void write(AccountList list, int index, long[] words, int at) {
        words[at] = list.idLow(index);
        words[at + 1] = list.idHigh(index);
        words[at + 2] = list.debitsPendingLow(index);
        words[at + 3] = list.debitsPendingHigh(index);
        words[at + 4] = list.debitsPostedLow(index);
        words[at + 5] = list.debitsPostedHigh(index);
        words[at + 6] = list.creditsPendingLow(index);
        words[at + 7] = list.creditsPendingHigh(index);
        words[at + 8] = list.creditsPostedLow(index);
        words[at + 9] = list.creditsPostedHigh(index);
        words[at + 10] = list.userData128Low(index);
        words[at + 11] = list.userData128High(index);
        words[at + 12] = list.userData64(index);
        words[at + 13] = pair(list.userData32(index), list.ledger(index));
        words[at + 14] = codeAndFlags(list.code(index), list.flagsBits(index));
        words[at + 15] = list.timestamp(index);
    }

    /** Sets an account to what words say. */
    static void read(long[] words, AccountBuffer target) {
        target.idLow(words[0])
                .idHigh(words[1])
                .debitsPendingLow(words[2])
                .debitsPendingHigh(words[3])
                .debitsPostedLow(words[4])
                .debitsPostedHigh(words[5])
                .creditsPendingLow(words[6])
                .creditsPendingHigh(words[7])
                .creditsPostedLow(words[8])
                .creditsPostedHigh(words[9])
                .userData128Low(words[10])
                .userData128High(words[11])
                .userData64(words[12])
                .userData32((int) words[13])
                .ledger((int) (words[13] >>> Integer.SIZE))
                .code((short) words[14])
                .flagsBits((int) (words[14] >>> Short.SIZE))
                .timestamp(words[15]);
        Codes.checkFlags(words[14] >>> Short.SIZE, target.flagsBits());
    }

    /** Sets the fields of an event's debit account to what words say. */
    static void readDebit(long[] words, EventBuffer target) {
        target.debitAccountDebitsPendingLow(words[0])
                .debitAccountDebitsPendingHigh(words[1])
                .debitAccountDebitsPostedLow(words[2])
                .debitAccountDebitsPostedHigh(words[3])
                .debitAccountCreditsPendingLow(words[4])
                .debitAccountCreditsPendingHigh(words[5])
                .debitAccountCreditsPostedLow(words[6])
                .debitAccountCreditsPostedHigh(words[7])
                .debitAccountUserData128Low(words[8])
                .debitAccountUserData128High(words[9])
                .debitAccountUserData64(words[10])
                .debitAccountUserData32((int) words[11])
                .debitAccountLedger((int) (words[11] >>> Integer.SIZE))
                .debitAccountCode((short) words[12])
                .debitAccountFlagsBits((int) (words[12] >>> Short.SIZE))
                .debitAccountTimestamp(words[13]);
        Codes.checkFlags(words[12] >>> Short.SIZE, target.debitAccountFlagsBits());
    }

    /** Sets the fields of an event's credit account to what words say. */
    static void readCredit(long[] words, EventBuffer target) {
        target.creditAccountDebitsPendingLow(words[0])
                .creditAccountDebitsPendingHigh(words[1])
                .creditAccountDebitsPostedLow(words[2])
                .creditAccountDebitsPostedHigh(words[3])
                .creditAccountCreditsPendingLow(words[4])
                .creditAccountCreditsPendingHigh(words[5])
                .creditAccountCreditsPostedLow(words[6])
                .creditAccountCreditsPostedHigh(words[7])
                .creditAccountUserData128Low(words[8])
                .creditAccountUserData128High(words[9])
                .creditAccountUserData64(words[10])
                .creditAccountUserData32((int) words[11])
                .creditAccountLedger((int) (words[11] >>> Integer.SIZE))
                .creditAccountCode((short) words[12])
                .creditAccountFlagsBits((int) (words[12] >>> Short.SIZE))
                .creditAccountTimestamp(words[13]);
        Codes.checkFlags(words[12] >>> Short.SIZE, target.creditAccountFlagsBits());
    }

    static long codeAndFlags(short code, int flags) {
        return Short.toUnsignedLong(code) | (long) flags << Short.SIZE;
    }

    private static long pair(int low, int high) {
        return Integer.toUnsignedLong(low) | (long) high << Integer.SIZE;
    }
}
