package dev.wasmledger.runtime.internal;

import dev.wasmledger.runtime.CodeCache;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A process that uses the cache in the folder that it is given; ends with another code than 0 if it reads nonsense. */
final class CacheUser {

    static final long MAX_BYTES = 50_000;

    private static final int ROUNDS = 400;
    private static final int KEYS = 8;

    private CacheUser() {}

    /**
     * Uses the cache for a while.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) {
        CodeFolder folder = CodeFolder.of(new CodeCache(Optional.of(Path.of(arguments[0])), MAX_BYTES))
                .orElseThrow();
        int whole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key" + round % KEYS;
            Optional<Map<String, byte[]>> read = folder.read(key);
            if (read.isPresent()) {
                whole++;
                if (!Arrays.equals(content(round % KEYS), read.get().get(key))) {
                    throw new IllegalStateException(key + " is not what was written");
                }
            } else {
                folder.write(key, Map.of(key, content(round % KEYS)));
            }
        }
        System.out.println("whole entries read: " + whole);
    }

    private static byte[] content(int key) {
        byte[] bytes = new byte[10_000];
        Arrays.fill(bytes, (byte) key);
        return bytes;
    }
}
