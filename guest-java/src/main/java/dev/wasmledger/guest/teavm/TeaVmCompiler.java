package dev.wasmledger.guest.teavm;

import dev.wasmledger.guest.Allocator;
import dev.wasmledger.guest.internal.Entry;
import dev.wasmledger.guest.teavm.internal.AmbientCalls;
import dev.wasmledger.guest.teavm.internal.CoreModule;
import dev.wasmledger.guest.teavm.internal.GuestExports;
import dev.wasmledger.guest.teavm.internal.Problems;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

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
        Path output = Files.createTempDirectory("wasmledger-guest");
        try (URLClassLoader classes = classLoader(request)) {
            TeaVMTool tool = tool(request, exports, classes, output);
            generate(tool);
            rejectIfAny(Problems.severe(tool.getProblemProvider()));
            CoreModule module = CoreModule.parse(Files.readAllBytes(output.resolve(MODULE)));
            rejectIfAny(AmbientCalls.find(tool.getDependencyInfo(), module.imports()));
            return module.keepingExports(kept(exports)).toBytes();
        } finally {
            delete(output);
        }
    }

    private static TeaVMTool tool(CompileRequest request, GuestExports exports, ClassLoader classes, Path output) {
        TeaVMTool tool = new TeaVMTool();
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY);
        tool.setMainClass(Entry.class.getName());
        tool.getClassesToPreserve().add(Allocator.class.getName());
        tool.getClassesToPreserve().addAll(exports.classes());
        tool.setClassLoader(classes);
        tool.setTargetDirectory(output.toFile());
        tool.setTargetFileName(MODULE);
        // The allocator takes all memory above the Java heap, so that may not grow.
        tool.setMinHeapSize(request.javaHeap());
        tool.setMaxHeapSize(request.javaHeap());
        // TeaVM emits the legacy exception instructions, which newer engines reject.
        tool.setWasmExceptionsUsed(false);
        // Without it, null dereferences and wrong indexes would go unnoticed.
        tool.setStrict(true);
        tool.setObfuscated(true);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        return tool;
    }

    private static void generate(TeaVMTool tool) throws IOException {
        try {
            tool.generate();
        } catch (TeaVMToolException e) {
            throw new IOException("TeaVM cannot write its output: " + e.getMessage(), e);
        }
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
