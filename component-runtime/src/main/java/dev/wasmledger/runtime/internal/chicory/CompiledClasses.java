package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.ClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.wasmledger.runtime.CoreFrame;
import dev.wasmledger.runtime.internal.core.CompileContext;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.objectweb.asm.MethodTooLargeException;

/**
 * The JVM classes of one core module: what the engine's compiler emitted, with import stubs and interrupt check
 * rewritten, and beside it a small class for each function that is called from outside.
 */
final class CompiledClasses extends ClassLoader {

    /** Each module has a class loader of its own, so that all machines can have one name and be cached under it. */
    static final String MACHINE = "dev.wasmledger.runtime.generated.module.Module";

    /** Few enough that compilation of a large module can tell how far it is. */
    private static final int FUNCTIONS_PER_CLASS = 1000;

    private static final MethodType MACHINE_CONSTRUCTOR = MethodType.methodType(void.class, Instance.class);

    private final WasmModule module;
    private final ModulePlaces places;
    private final String machineName;
    private final Map<String, byte[]> bytes;
    private final Map<Integer, String> functionGroups = new ConcurrentHashMap<>();
    private final Map<Integer, MethodHandle> callables = new ConcurrentHashMap<>();
    private final MethodHandle machineConstructor;

    private CompiledClasses(String machineName, Map<String, byte[]> bytes, WasmModule module) {
        super(CoreStacks.newLoaderName(), GeneratedClasses.LOADER);
        this.module = module;
        this.places = new ModulePlaces(module);
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
     * The classes that an earlier compilation left, or else those that a compilation makes now.
     *
     * @param importedFunctions how many functions the module imports
     */
    static CompiledClasses of(WasmModule module, int importedFunctions, CompileContext context) {
        Map<String, byte[]> classes = context.classes().orElseGet(() -> {
            Map<String, byte[]> compiled = compile(module, importedFunctions, context);
            context.keeper().keep(compiled);
            return compiled;
        });
        var loader = new CompiledClasses(MACHINE, classes, module);
        CoreStacks.register(loader);
        return loader;
    }

    /** A function that grows too large for a JVM method when it is rewritten is left to the interpreter. */
    private static Map<String, byte[]> compile(WasmModule module, int importedFunctions, CompileContext context) {
        WasmModule marked = TrapMarkers.mark(module);
        Set<Integer> interpreted = new HashSet<>();
        while (true) {
            try {
                return compile(marked, importedFunctions, interpreted, context);
            } catch (MethodTooLargeException e) {
                if (!interpreted.add(ModuleRewriter.functionIndex(e.getMethodName()))) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, byte[]> compile(
            WasmModule module, int importedFunctions, Set<Integer> interpreted, CompileContext context) {
        int groups = Math.max(1, module.codeSection().functionBodyCount() / FUNCTIONS_PER_CLASS);
        Map<String, byte[]> emitted = Compiler.builder(module)
                .withClassName(MACHINE)
                .withMaxFunctionsPerClass(FUNCTIONS_PER_CLASS)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .withInterpretedFunctions(interpreted)
                .withClassCollectorFactory(() -> new CountingCollector(groups, context.progress()))
                .build()
                .compile()
                .classBytes();
        return emitted.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().replace('/', '.'),
                        entry -> ModuleRewriter.rewrite(entry.getValue(), importedFunctions)));
    }

    /** Tells of each group of functions that is done. */
    private static final class CountingCollector extends ByteClassCollector {
        private final int groups;
        private final DoubleConsumer progress;
        private int done;

        CountingCollector(int groups, DoubleConsumer progress) {
            this.groups = groups;
            this.progress = progress;
        }

        @Override
        public void putAll(ClassCollector group) {
            super.putAll(group);
            done++;
            progress.accept(Math.min(1.0, (double) done / groups));
        }
    }

    /** The module's function type with that index. */
    FunctionType type(int index) {
        return module.typeSection().getType(index);
    }

    /**
     * A place in one of the module's own functions; nothing for a function that it imports.
     *
     * @param instruction its index in the function; negative where that is not known
     */
    Optional<CoreFrame> frame(int function, int instruction) {
        return places.isOwn(function) ? Optional.of(places.frameAt(function, instruction)) : Optional.empty();
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
            return (CoreCallable) constructor.invoke(instance.memory(), instance, CompiledMachine.calls(instance));
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
