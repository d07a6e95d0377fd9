package dev.wasmledger.guest.teavm;

import dev.wasmledger.guest.Allocator;
import dev.wasmledger.guest.internal.Entry;
import dev.wasmledger.guest.teavm.internal.AmbientCalls;
import dev.wasmledger.guest.teavm.internal.CoreModule;
import dev.wasmledger.guest.teavm.internal.GuestExports;
import dev.wasmledger.guest.teavm.internal.GuestTarget;
import dev.wasmledger.guest.teavm.internal.MemoryTarget;
import dev.wasmledger.guest.teavm.internal.Problems;
import dev.wasmledger.guest.teavm.internal.SortedDependencyAnalyzer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.backend.wasm.WasmRuntimeType;
import org.teavm.backend.wasm.WasmTarget;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.ClasspathResourceProvider;
import org.teavm.parsing.resource.ResourceProvider;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;
import org.teavm.vm.TeaVMTarget;

/**
 * Compiles a Java guest to a core module that a component can be made of: it imports and exports what the guest's own
 * {@code @Import} and {@code @Export} methods name, its {@code memory}, and {@code cabi_realloc}; nothing else.
 *
 * {@snippet :
 * byte[] module = TeaVmCompiler.compile(new CompileRequest(classes, classpath, 16 << 20));
 * }
 */
public final class TeaVmCompiler {

    private static final String MODULE = "guest.wasm";

    private TeaVmCompiler() {}

    /**
     * Compiles a guest.
     *
     * @return the core module in binary format
     * @throws GuestCompileException where the guest exports nothing, uses what TeaVM's class library does not have, or
     *     needs something of its host that no world grants, the time of day for instance
     * @throws IOException if class files cannot be read
     */
    public static byte[] compile(CompileRequest request) throws GuestCompileException, IOException {
        GuestExports exports = GuestExports.scan(request.guestClasses());
        if (exports.names().isEmpty()) {
            throw new GuestCompileException(
                    List.of(Problems.of("no class in %s exports anything".formatted(request.guestClasses()))));
        }
        try (URLClassLoader classes = classLoader(request);
                ClasspathResourceProvider resources = new ClasspathResourceProvider(classes)) {
            TeaVM vm = vm(classes, resources, target(request));
            vm.preserveType(Allocator.class.getName());
            exports.classes().forEach(vm::preserveType);
            MemoryTarget output = new MemoryTarget();
            vm.build(output, MODULE);
            rejectIfAny(Problems.severe(vm.getProblemProvider()));
            CoreModule module = CoreModule.parse(output.file(MODULE));
            rejectIfAny(AmbientCalls.find(vm.getDependencyInfo(), module.imports()));
            return module.keepingExports(kept(exports)).toBytes();
        }
    }

    private static WasmTarget target(CompileRequest request) {
        WasmTarget target = new GuestTarget();
        target.setRuntimeType(WasmRuntimeType.TEAVM);
        // The allocator takes all memory above the Java heap, so that may not grow.
        target.setMinHeapSize(request.javaHeap());
        target.setMaxHeapSize(request.javaHeap());
        // TeaVM emits the legacy exception instructions, which newer engines reject.
        target.setExceptionsUsed(false);
        target.setObfuscated(true);
        return target;
    }

    private static TeaVM vm(ClassLoader classes, ResourceProvider resources, TeaVMTarget target) {
        ReferenceCache references = new ReferenceCache();
        TeaVM vm = new TeaVMBuilder(target)
                .setReferenceCache(references)
                .setClassLoader(classes)
                .setResourceProvider(resources)
                .setClassSource(
                        new PreOptimizingClassHolderSource(new ClasspathClassHolderSource(resources, references)))
                .setDependencyAnalyzerFactory(SortedDependencyAnalyzer::new)
                .setObfuscated(true)
                // Without it, null dereferences and wrong indexes would go unnoticed.
                .setStrict(true)
                .build();
        vm.setOptimizationLevel(TeaVMOptimizationLevel.FULL); // GuestTarget says how far it inlines.
        vm.installPlugins();
        vm.setEntryPoint(Entry.class.getName());
        return vm;
    }

    private static void rejectIfAny(List<GuestProblem> problems) throws GuestCompileException {
        if (!problems.isEmpty()) {
            throw new GuestCompileException(problems);
        }
    }

    private static Set<String> kept(GuestExports exports) {
        Set<String> kept = new LinkedHashSet<>(exports.names());
        kept.add("memory");
        kept.add("cabi_realloc");
        return kept;
    }

    /** Guest classes and what they were compiled against, above the driver's own class path with TeaVM's library. */
    private static URLClassLoader classLoader(CompileRequest request) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(request.guestClasses().toUri().toURL());
        for (Path entry : request.classpath()) {
            urls.add(entry.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), TeaVmCompiler.class.getClassLoader());
    }
}
