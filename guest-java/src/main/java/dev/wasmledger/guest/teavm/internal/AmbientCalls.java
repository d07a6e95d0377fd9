package dev.wasmledger.guest.teavm.internal;

import dev.wasmledger.guest.teavm.GuestProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.backend.wasm.runtime.WasmSupport;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.dependency.DependencyInfo;
import org.teavm.interop.Import;
import org.teavm.model.AnnotationReader;
import org.teavm.model.AnnotationValue;
import org.teavm.model.ClassReader;
import org.teavm.model.MethodReader;
import org.teavm.model.MethodReference;

/**
 * Finds where a guest needs something of its surroundings that no world grants: what TeaVM's class library would ask its
 * JavaScript host for (time zones, random numbers, trigonometry).
 */
public final class AmbientCalls {

    private static final MethodReference TIME = new MethodReference(WasmSupport.class, "currentTimeMillis", long.class);

    /** TeaVM's scheduler is part of every guest and reads the time, but runs in none. */
    private static final Set<String> SCHEDULER =
            Set.of("org.teavm.runtime.EventQueue", "org.teavm.runtime.Fiber", "java.lang.Thread", "java.lang.Object");

    private final DependencyInfo program;

    private AmbientCalls(DependencyInfo program) {
        this.program = program;
    }

    /**
     * Says for each such need where in the guest it comes from.
     *
     * @param program what TeaVM compiled
     * @param imports what the module imports
     */
    public static List<GuestProblem> find(DependencyInfo program, List<CoreModule.Import> imports) {
        AmbientCalls calls = new AmbientCalls(program);
        List<GuestProblem> problems = new ArrayList<>();
        calls.caller(TIME).ifPresent(caller -> problems.add(caller.problem("the time of day")));
        for (MethodReference method : program.getReachableMethods()) {
            calls.libraryImport(method).filter(imports::contains).ifPresent(needed -> {
                String what = needed.module() + "." + needed.name();
                problems.add(calls.caller(method)
                        .map(caller -> caller.problem(what))
                        .orElseGet(() -> Problems.of("the guest needs " + what + ", which no world grants")));
            });
        }
        return problems;
    }

    /** The call that leaves the guest's own code. */
    private record Caller(MethodReference guest, MethodReference library, Optional<GuestProblem.Place> place) {

        GuestProblem problem(String needed) {
            return new GuestProblem(
                    place,
                    "%s.%s calls %s.%s, which needs %s; no world grants that"
                            .formatted(
                                    guest.getClassName(),
                                    guest.getName(),
                                    library.getClassName(),
                                    javaName(library),
                                    needed));
        }
    }

    /** TeaVM compiles some of Java's methods under another name for this backend. */
    private static String javaName(MethodReference library) {
        return library.getName().replaceFirst("LowLevel$", "");
    }

    private Optional<CoreModule.Import> libraryImport(MethodReference method) {
        if (!isLibrary(method)) {
            return Optional.empty();
        }
        ClassReader owner = program.getClassSource().get(method.getClassName());
        MethodReader declared = owner == null ? null : owner.getMethod(method.getDescriptor());
        AnnotationReader annotation =
                declared == null ? null : declared.getAnnotations().get(Import.class.getName());
        return annotation == null
                ? Optional.empty()
                : Optional.of(
                        new CoreModule.Import(text(annotation.getValue("module")), text(annotation.getValue("name"))));
    }

    private static String text(@Nullable AnnotationValue value) {
        return value == null ? "" : value.getString();
    }

    /** Walks the call graph backwards from a method of the library to the nearest method that is not. */
    private Optional<Caller> caller(MethodReference method) {
        Set<MethodReference> seen = new HashSet<>();
        Deque<MethodReference> waiting = new ArrayDeque<>();
        waiting.add(method);
        while (!waiting.isEmpty()) {
            MethodReference callee = waiting.remove();
            CallGraphNode node = program.getCallGraph().getNode(callee);
            if (node == null) {
                continue;
            }
            for (CallSite site : node.getCallerCallSites()) {
                for (CallGraphNode calling : site.getCallers()) {
                    MethodReference caller = calling.getMethod();
                    if (!isLibrary(caller)) {
                        return Optional.of(new Caller(caller, callee, place(site, calling)));
                    }
                    if (!SCHEDULER.contains(caller.getClassName()) && seen.add(caller)) {
                        waiting.add(caller);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<GuestProblem.Place> place(CallSite site, CallGraphNode caller) {
        return site.getLocations(caller).stream().findFirst().flatMap(Problems::place);
    }

    private static boolean isLibrary(MethodReference method) {
        String name = method.getClassName();
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("org.teavm.");
    }
}
