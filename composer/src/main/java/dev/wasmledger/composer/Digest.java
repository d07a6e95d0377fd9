package dev.wasmledger.composer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a binary.
 *
 * @param hex 64 hexadecimal digits, small letters
 */
public record Digest(String hex) {

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code sha256:} and the digits. */
    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
