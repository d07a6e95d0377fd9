package dev.wasmledger.runtime.internal;

import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.runtime.Loading;
import java.util.HashSet;
import java.util.Set;

/** The core modules of one component on their way through the compiler. */
public final class Compilation {

    private final Loading loading;
    private final ModuleCache modules;
    private final long total;
    private long done;

    public Compilation(ValidatedComponent component, Loading loading) {
        this.loading = loading;
        this.modules = ModuleCache.of(loading.execution());
        Set<CoreModule> distinct = new HashSet<>();
        collect(component.component(), distinct);
        this.total =
                distinct.stream().mapToLong(module -> module.bytes().length()).sum();
    }

    private static void collect(Component component, Set<CoreModule> modules) {
        component.definitions().forEach(definition -> {
            switch (definition) {
                case CoreModule module -> modules.add(module);
                case Component nested -> collect(nested, modules);
                default -> {}
            }
        });
    }

    /** The next module, compiled now or before. */
    public dev.wasmledger.runtime.internal.core.CoreModule compile(byte[] wasm) {
        var compiled = modules.compile(
                wasm,
                loading.cache(),
                share -> loading.progress().compiled(done + (long) (share * wasm.length), total));
        done += wasm.length;
        loading.progress().compiled(done, total);
        return compiled;
    }

    /** A component may define modules that nothing instantiates; they count as done as well. */
    public void finish() {
        if (done < total) {
            loading.progress().compiled(total, total);
        }
    }
}
