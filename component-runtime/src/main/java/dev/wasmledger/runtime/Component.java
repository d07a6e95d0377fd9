package dev.wasmledger.runtime;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.runtime.internal.Compilation;
import dev.wasmledger.runtime.internal.binding.SpunClasses;
import dev.wasmledger.runtime.internal.plan.LinkPlan;
import dev.wasmledger.runtime.internal.plan.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A component that is ready to be instantiated: validated, its core modules compiled, its link plan made. Immutable; any
 * number of threads may make instances of it at the same time, and each instance costs little.
 */
public final class Component {

    private final LinkPlan plan;
    private final Execution execution;
    private final SpunClasses spun = new SpunClasses();

    private Component(LinkPlan plan, Execution execution) {
        this.plan = plan;
        this.execution = execution;
    }

    /** Loads a component to be run compiled. */
    public static Component load(byte[] wasm) {
        return load("component", wasm, Loading.standard());
    }

    /** Loads a component from a file, to be run compiled. */
    public static Component load(Path file) throws IOException {
        return load(file.toString(), Files.readAllBytes(file), Loading.standard());
    }

    /** Loads a component to be run in that way, with the standard cache. */
    public static Component load(String name, byte[] wasm, Execution execution) {
        return load(name, wasm, Loading.standard().withExecution(execution));
    }

    /**
     * Loads a component.
     *
     * @param name for diagnostics
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if the bytes are no valid component
     * @throws LinkException if it uses what this runtime has not
     */
    public static Component load(String name, byte[] wasm, Loading loading) {
        return of(ComponentValidator.validate(name, ComponentDecoder.decode(name, wasm), Features.DEFAULT), loading);
    }

    /**
     * The same for a component that this process put together from valid ones: the code of its core modules is not
     * validated again.
     */
    public static Component loadLinked(String name, byte[] wasm, Loading loading) {
        return of(
                ComponentValidator.validateLinked(name, ComponentDecoder.decode(name, wasm), Features.DEFAULT),
                loading);
    }

    /** Makes a validated component ready to be run in that way, with the standard cache. */
    public static Component of(ValidatedComponent component, Execution execution) {
        return of(component, Loading.standard().withExecution(execution));
    }

    /**
     * Makes a validated component ready to run.
     *
     * @throws LinkException if it uses what this runtime has not
     */
    public static Component of(ValidatedComponent component, Loading loading) {
        var compilation = new Compilation(component, loading);
        LinkPlan plan = Planner.plan(component, compilation::compile, loading.execution() != Execution.UNLINKED);
        compilation.finish();
        return new Component(plan, loading.execution());
    }

    LinkPlan plan() {
        return plan;
    }

    Execution execution() {
        return execution;
    }

    SpunClasses spun() {
        return spun;
    }
}
