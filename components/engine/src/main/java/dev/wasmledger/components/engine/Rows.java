package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts, transfers and text as rows and blobs. A row does not hold its key; asset number (32 bits), code (16) and flags
 * (8) share one field. Text is UTF-8 behind its length in four bytes, the lowest first.
 */
final class Rows {

    private static final int LENGTH_BYTES = 4;

    private Rows() {}

    static Row8 row(Account account) {
        return new Row8(
                account.debitsPosted().low(),
                account.debitsPosted().high(),
                account.creditsPosted().low(),
                account.creditsPosted().high(),
                account.userData().low(),
                account.userData().high(),
                pack(account.ledger(), account.code(), account.flags().bits()),
                account.timestamp());
    }

    static Account account(U128 id, Row8 row) {
        return new Account(
                id,
                new U128(row.f0(), row.f1()),
                new U128(row.f2(), row.f3()),
                new U128(row.f4(), row.f5()),
                ledger(row.f6()),
                code(row.f6()),
                new AccountFlags(flags(row.f6())),
                row.f7());
    }

    static Row16 row(Transfer transfer) {
        return new Row16(
                transfer.debitAccount().low(),
                transfer.debitAccount().high(),
                transfer.creditAccount().low(),
                transfer.creditAccount().high(),
                transfer.amount().low(),
                transfer.amount().high(),
                transfer.userData().low(),
                transfer.userData().high(),
                pack(transfer.ledger(), transfer.code(), transfer.flags().bits()),
                transfer.timestamp(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    static Transfer transfer(U128 id, Row16 row) {
        return new Transfer(
                id,
                new U128(row.f0(), row.f1()),
                new U128(row.f2(), row.f3()),
                new U128(row.f4(), row.f5()),
                new U128(row.f6(), row.f7()),
                ledger(row.f8()),
                code(row.f8()),
                new TransferFlags(flags(row.f8())),
                row.f9());
    }

    static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] encode(List<Entry> entries) {
        List<byte[]> texts = new ArrayList<>();
        int size = 0;
        for (Entry entry : entries) {
            texts.add(encode(entry.key()));
            texts.add(encode(entry.value()));
        }
        for (byte[] text : texts) {
            size += LENGTH_BYTES + text.length;
        }
        byte[] blob = new byte[size];
        int position = 0;
        for (byte[] text : texts) {
            putLength(blob, position, text.length);
            System.arraycopy(text, 0, blob, position + LENGTH_BYTES, text.length);
            position += LENGTH_BYTES + text.length;
        }
        return blob;
    }

    static List<Entry> entries(byte[] blob) {
        List<String> texts = new ArrayList<>();
        for (int position = 0; position < blob.length; ) {
            int length = length(blob, position);
            texts.add(new String(blob, position + LENGTH_BYTES, length, StandardCharsets.UTF_8));
            position += LENGTH_BYTES + length;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 2) {
            entries.add(new Entry(texts.get(i), texts.get(i + 1)));
        }
        return entries;
    }

    private static long pack(int ledger, short code, int flags) {
        return Ids.assetNumber(ledger) | ((code & 0xffffL) << 32) | ((long) flags << 48);
    }

    private static int ledger(long packed) {
        return (int) packed;
    }

    private static short code(long packed) {
        return (short) (packed >>> 32);
    }

    private static int flags(long packed) {
        return (int) (packed >>> 48) & 0xff;
    }

    private static void putLength(byte[] blob, int position, int length) {
        for (int i = 0; i < LENGTH_BYTES; i++) {
            blob[position + i] = (byte) (length >>> (8 * i));
        }
    }

    private static int length(byte[] blob, int position) {
        int length = 0;
        for (int i = 0; i < LENGTH_BYTES; i++) {
            length |= (blob[position + i] & 0xff) << (8 * i);
        }
        return length;
    }
}
