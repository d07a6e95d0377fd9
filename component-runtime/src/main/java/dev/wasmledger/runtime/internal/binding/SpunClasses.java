package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.runtime.internal.core.CoreSignature;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes spun for one plan: made at their first use, kept for all later instances. */
public final class SpunClasses {

    private record ExportKey(String name, Class<?> core) {}

    private record ImportKey(int imported, Method method) {}

    private final Map<ExportKey, ExportBinding> exports = new ConcurrentHashMap<>();
    private final Map<ImportKey, ImportBinding> imports = new ConcurrentHashMap<>();

    ExportBinding forExport(String name, Class<?> core, List<ExportBinding.Target> targets) {
        return exports.computeIfAbsent(new ExportKey(name, core), key -> new ExportBinding(core, targets));
    }

    ImportBinding forImport(int imported, Method method, CoreSignature signature) {
        return imports.computeIfAbsent(new ImportKey(imported, method), key -> new ImportBinding(method, signature));
    }
}
