package dev.wasmledger.runtime.internal;

import dev.wasmledger.runtime.Execution;
import dev.wasmledger.runtime.internal.chicory.ChicoryEngine;
import dev.wasmledger.runtime.internal.core.CoreEngine;
import dev.wasmledger.runtime.internal.core.CoreModule;
import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Compiled core modules by the digest of their bytes, for as long as there is memory for them. */
public final class ModuleCache {

    private static final ModuleCache COMPILED = new ModuleCache(ChicoryEngine.compiling());
    private static final ModuleCache INTERPRETED = new ModuleCache(ChicoryEngine.interpreting());

    private final CoreEngine engine;
    private final Map<String, SoftReference<CoreModule>> modules = new ConcurrentHashMap<>();

    private ModuleCache(CoreEngine engine) {
        this.engine = engine;
    }

    /** The one cache of the process for that way of running. */
    public static ModuleCache of(Execution execution) {
        return switch (execution) {
            case COMPILED -> COMPILED;
            case INTERPRETED -> INTERPRETED;
        };
    }

    public CoreEngine engine() {
        return engine;
    }

    /** The module with these bytes, compiled now or before. */
    public CoreModule compile(byte[] wasm) {
        String digest = sha256(wasm);
        SoftReference<CoreModule> reference = modules.get(digest);
        @Nullable CoreModule cached = reference == null ? null : reference.get();
        if (cached != null) {
            return cached;
        }
        CoreModule compiled = engine.compile(wasm);
        modules.put(digest, new SoftReference<>(compiled));
        return compiled;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
