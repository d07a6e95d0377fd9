package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;

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

    private final Words words = new Words(COUNT);

    /** The bits of its flags, and of what stands between them and its time, where its fields stand in an array from an offset on. */
    static long flags(long[] words, int fields) {
        return words[fields + CODE_AND_FLAGS] >>> Short.SIZE;
    }

    /** Writes an account of a list to the beginning of an array; without flags that mean nothing, which a caller may have left. */
    void write(AccountList list, int index, long[] target) {
        list.copyTo(index, words.bytes(), 0);
        words.get(target);
        target[ID + CODE_AND_FLAGS] = codeAndFlags(list.code(index), list.flagsBits(index));
    }

    /** Sets an account to what words say. */
    void read(long[] source, AccountBuffer target) {
        words.put(source);
        target.copyFrom(words.bytes(), 0);
        Codes.checkFlags(flags(source, ID), target.flagsBits());
    }

    static long codeAndFlags(short code, int flags) {
        return Short.toUnsignedLong(code) | (long) flags << Short.SIZE;
    }
}
