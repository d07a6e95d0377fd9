package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids that follow from what they name, so that the same thing said twice is the same thing.
 *
 * <p>An id is the first 16 bytes, little-endian, of the SHA-256 of a text: the parts below, each as its length in bytes
 * (decimal), a colon, the part in UTF-8, and a line feed.
 *
 * <ul>
 *   <li>an account: {@code account}, its name, its asset's code, its lot's identity (empty where it has none)
 *   <li>a transaction: {@code transaction}, and what its file gives it as identity
 *   <li>a transfer: {@code transfer}, its transaction's id (decimal), its ordinal in the transaction (from 0)
 * </ul>
 */
public final class Ids {

    private Ids() {}

    /** The id of an account. */
    public static U128 account(AccountKey key) {
        return of("account", key.name(), key.asset(), key.lot());
    }

    /** The id of a transaction that these texts identify. */
    public static U128 transaction(String... identity) {
        String[] parts = new String[identity.length + 1];
        parts[0] = "transaction";
        System.arraycopy(identity, 0, parts, 1, identity.length);
        return of(parts);
    }

    /** The id of a transfer of a transaction. */
    static U128 transfer(U128 transaction, int ordinal) {
        return of("transfer", U128s.toBigInteger(transaction).toString(), Integer.toString(ordinal));
    }

    private static U128 of(String... parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
            sha256.update((byte) '\n');
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest()).order(ByteOrder.LITTLE_ENDIAN);
        return new U128(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
