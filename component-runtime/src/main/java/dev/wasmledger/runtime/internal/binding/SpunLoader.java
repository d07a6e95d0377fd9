package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import java.util.concurrent.atomic.AtomicInteger;

/** Loads one spun class: it sees the binding's interface and, by name, the runtime's generated interfaces. */
final class SpunLoader extends ClassLoader {

    private static final String PACKAGE = "dev.wasmledger.runtime.generated.";
    private static final AtomicInteger SPUN = new AtomicInteger();

    SpunLoader(Class<?> core) {
        super("wasmledger-binding", core.getClassLoader());
    }

    static String newName() {
        return PACKAGE + "Binding" + SPUN.incrementAndGet();
    }

    Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return GeneratedClasses.LOADER.loadClass(name);
    }
}
