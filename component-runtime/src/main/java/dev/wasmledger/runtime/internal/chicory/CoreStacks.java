package dev.wasmledger.runtime.internal.chicory;

import dev.wasmledger.runtime.CoreFrame;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds compiled core functions among the frames of the JVM's stack, by their class loaders and methods. */
final class CoreStacks {

    private static final String LOADER_PREFIX = "wasmledger-module-";
    private static final String FUNCTION_PREFIX = "func_";

    private static final AtomicInteger LOADERS = new AtomicInteger();
    private static final Map<String, WeakReference<CompiledClasses>> MODULES = new ConcurrentHashMap<>();

    private CoreStacks() {}

    /** A name that no other module's class loader has. */
    static String newLoaderName() {
        return LOADER_PREFIX + LOADERS.incrementAndGet();
    }

    static void register(CompiledClasses module) {
        MODULES.values().removeIf(known -> known.get() == null);
        MODULES.put(module.getName(), new WeakReference<>(module));
    }

    /** The core functions that were running where this was thrown, the innermost first. */
    static List<CoreFrame> of(Throwable thrown) {
        var frames = new ArrayList<CoreFrame>();
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (frames.size() == CoreCalls.MAX_FRAMES) {
                break;
            }
            frame(element).ifPresent(frames::add);
        }
        return frames;
    }

    private static Optional<CoreFrame> frame(StackTraceElement element) {
        String loader = element.getClassLoaderName();
        if (loader == null || !element.getMethodName().startsWith(FUNCTION_PREFIX)) {
            return Optional.empty();
        }
        WeakReference<CompiledClasses> known = MODULES.get(loader);
        CompiledClasses module = known == null ? null : known.get();
        if (module == null) {
            return Optional.empty();
        }
        int function = Integer.parseInt(element.getMethodName().substring(FUNCTION_PREFIX.length()));
        return module.frame(function, TrapMarkers.instruction(element.getLineNumber()));
    }
}
