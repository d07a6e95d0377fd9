package dev.wasmledger.ledger.internal.host;

import dev.wasmledger.ledger.bindings.wasmledger.host.ids.Ids;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The ids of one instance: the first 16 bytes, little-endian, of the SHA-256 of the cause's 16 bytes, the ordinal's four
 * (little-endian both) and the instance's name in UTF-8.
 */
public record InstanceIds(String instance, Scope scope) implements Ids {

    @Override
    public U128 derive(U128 cause, int ordinal) {
        U128 id = derive(instance, cause, ordinal);
        scope.derived(id);
        return id;
    }

    /** The id that an instance of that name gets. */
    public static U128 derive(String instance, U128 cause, int ordinal) {
        ByteBuffer seed = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(cause.low())
                .putLong(cause.high())
                .putInt(ordinal);
        MessageDigest digest = sha256();
        digest.update(seed.array());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(instance.getBytes(StandardCharsets.UTF_8)))
                .order(ByteOrder.LITTLE_ENDIAN);
        return new U128(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
