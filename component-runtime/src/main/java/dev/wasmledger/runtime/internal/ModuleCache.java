package dev.wasmledger.runtime.internal;

import dev.wasmledger.runtime.CodeCache;
import dev.wasmledger.runtime.Execution;
import dev.wasmledger.runtime.internal.chicory.ChicoryEngine;
import dev.wasmledger.runtime.internal.core.CompileContext;
import dev.wasmledger.runtime.internal.core.CoreEngine;
import dev.wasmledger.runtime.internal.core.CoreModule;
import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Compiled core modules by the digest of their bytes, for as long as there is memory for them, and in a folder. */
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
            case COMPILED, UNLINKED -> COMPILED;
            case INTERPRETED -> INTERPRETED;
        };
    }

    public CoreEngine engine() {
        return engine;
    }

    /**
     * The module with these bytes, compiled now or before.
     *
     * @param progress told the share that is done, from 0 to 1
     */
    public CoreModule compile(byte[] wasm, CodeCache cache, DoubleConsumer progress) {
        MessageDigest digest = Digests.sha256();
        digest.update(engine.version());
        String key = HexFormat.of().formatHex(digest.digest(wasm));
        SoftReference<CoreModule> reference = modules.get(key);
        @Nullable CoreModule cached = reference == null ? null : reference.get();
        if (cached != null) {
            return cached;
        }
        CoreModule compiled = engine.compile(wasm, context(key, cache, progress));
        modules.values().removeIf(known -> known.get() == null);
        modules.put(key, new SoftReference<>(compiled));
        return compiled;
    }

    private static CompileContext context(String key, CodeCache cache, DoubleConsumer progress) {
        Optional<CodeFolder> folder = CodeFolder.of(cache);
        return new CompileContext(
                folder.flatMap(known -> known.read(key)),
                classes -> folder.ifPresent(known -> known.write(key, classes)),
                progress);
    }
}
