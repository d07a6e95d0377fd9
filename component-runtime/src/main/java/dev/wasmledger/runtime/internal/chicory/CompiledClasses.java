package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The JVM classes of one core module: what the engine's compiler emitted, with import stubs and interrupt check
 * rewritten, and beside it a small class for each function that is called from outside.
 */
final class CompiledClasses extends ClassLoader {

    private static final MethodType MACHINE_CONSTRUCTOR = MethodType.methodType(void.class, Instance.class);

    private final WasmModule module;
    private final String machineName;
    private final Map<String, byte[]> bytes;
    private final Map<Integer, String> functionGroups = new ConcurrentHashMap<>();
    private final Map<Integer, MethodHandle> callables = new ConcurrentHashMap<>();
    private final MethodHandle machineConstructor;

    private CompiledClasses(String machineName, Map<String, byte[]> bytes, WasmModule module) {
        super("wasmledger-" + machineName, GeneratedClasses.LOADER);
        this.module = module;
        this.machineName = machineName;
        this.bytes = new ConcurrentHashMap<>(bytes);
        bytes.forEach((name, classBytes) -> {
            for (int function : ModuleRewriter.functionsIn(classBytes)) {
                functionGroups.put(function, name);
            }
        });
        this.machineConstructor = constructor(machineName, MACHINE_CONSTRUCTOR);
    }

    /**
     * @param name of the machine class, in a package of its own
     * @param importedFunctions how many functions the module imports
     */
    static CompiledClasses compile(WasmModule module, String name, int importedFunctions) {
        Map<String, byte[]> emitted = Compiler.builder(module)
                .withClassName(name)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .withClassCollectorFactory(ByteClassCollector::new)
                .build()
                .compile()
                .classBytes();
        Map<String, byte[]> rewritten = emitted.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().replace('/', '.'),
                        entry -> ModuleRewriter.rewrite(entry.getValue(), importedFunctions)));
        return new CompiledClasses(name, rewritten, module);
    }

    /** The module's function type with that index. */
    FunctionType type(int index) {
        return module.typeSection().getType(index);
    }

    /** The engine's machine for an instance. */
    Machine machine(Instance instance) {
        try {
            return (Machine) machineConstructor.invoke(instance);
        } catch (Throwable e) {
            throw new IllegalStateException("generated class " + machineName, e);
        }
    }

    /** A function of an instance, called directly. */
    CoreCallable callable(Instance instance, int function, CoreSignature signature) {
        MethodHandle constructor = callables.computeIfAbsent(function, index -> defineCallable(index, signature));
        try {
            return (CoreCallable) constructor.invoke(instance.memory(), instance);
        } catch (Throwable e) {
            throw new IllegalStateException("generated class for function " + function, e);
        }
    }

    private MethodHandle defineCallable(int function, CoreSignature signature) {
        String group = functionGroups.get(function);
        if (group == null) {
            throw new IllegalStateException("no class holds function " + function);
        }
        String name = machineName + "Export_" + function;
        bytes.put(name, ExportedFunctionClass.bytes(name, group, function, signature));
        return constructor(name, ExportedFunctionClass.CONSTRUCTOR);
    }

    private MethodHandle constructor(String className, MethodType type) {
        try {
            return MethodHandles.publicLookup().findConstructor(loadClass(className), type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated class " + className, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classBytes = bytes.remove(name);
        if (classBytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classBytes, 0, classBytes.length);
    }
}
