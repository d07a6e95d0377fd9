package dev.wasmledger.ledger.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Digest {

    /** The length of a digest in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The digest of all these bytes, one after the other; the buffers are left as they are. */
    public static Digest of(ByteBuffer... parts) {
        Builder builder = new Builder();
        for (ByteBuffer part : parts) {
            builder.add(part);
        }
        return builder.build();
    }

    /** Digests bytes that come one part after the other. */
    public static final class Builder {

        private final MessageDigest sha256 = sha256();

        /** Adds bytes; the buffer is left as it is. */
        public void add(ByteBuffer part) {
            sha256.update(part.duplicate());
        }

        /** The digest of all that was added. The builder then starts anew. */
        public Digest build() {
            return new Digest(sha256.digest());
        }
    }

    /** The digest that 64 hexadecimal digits write down. */
    public static Digest parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 hexadecimal digits, not " + hex.length());
        }
        return new Digest(bytes);
    }

    /** Takes the next 32 bytes of a buffer. */
    public static Digest read(ByteBuffer source) {
        byte[] bytes = new byte[BYTES];
        source.get(bytes);
        return new Digest(bytes);
    }

    /** The 32 bytes, to be read only. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Puts the 32 bytes into a buffer. */
    public void write(ByteBuffer target) {
        target.put(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
