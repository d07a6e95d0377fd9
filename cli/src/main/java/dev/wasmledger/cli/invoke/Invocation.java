package dev.wasmledger.cli.invoke;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.runtime.Loading;
import dev.wasmledger.runtime.dynamic.Func;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.wave.WaveCall;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of a component's function whose arguments are known to fit. Nothing of the component has run yet. */
public final class Invocation {

    private static final String CALL_NAME = "call";
    private static final String NO_COMPONENT = "INVOKE0003";

    private final ValidatedComponent component;
    private final ExportedFunction function;
    private final List<Val> arguments;

    private Invocation(ValidatedComponent component, ExportedFunction function, List<Val> arguments) {
        this.component = component;
        this.function = function;
        this.arguments = arguments;
    }

    /**
     * Reads a call of a function of the component in a file.
     *
     * @param call as people write it, {@code stock#add("nail", 3)}
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if the file is no valid component, has no such function,
     *     or the arguments are not what it takes
     */
    public static Invocation of(Path file, String call) throws IOException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new DiagnosticException(
                    Diagnostic.error(NO_COMPONENT, "this is a folder, no component", new WholeFile(name)));
        }
        ValidatedComponent component = ComponentValidator.validate(
                name, ComponentDecoder.decode(name, Files.readAllBytes(file)), Features.DEFAULT);
        WaveCall written = WaveCall.parse(new SourceFile(CALL_NAME, call));
        ExportedFunction function = new ExportedFunctions(component.type()).named(written.function());
        return new Invocation(
                component, function, written.arguments(function.type().params()));
    }

    public ExportedFunction function() {
        return function;
    }

    /**
     * Runs it, in an instance of its own without imports.
     *
     * @param progress told how far the compilation of the component is
     * @return the result, where the function has one
     * @throws dev.wasmledger.runtime.LinkException if the component imports something
     * @throws dev.wasmledger.runtime.Trap if it traps
     */
    public Optional<Val> run(Limits limits, CompileProgress progress) {
        requireNoImports();
        Component ready = Component.of(component, Loading.standard().withProgress(progress));
        try (Instance instance = new Linker().withLimits(limits).instantiate(ready)) {
            Func called = instance.function(function.path().toArray(String[]::new))
                    .orElseThrow(() -> new IllegalStateException("the type says that there is " + function.text()));
            return called.call(arguments);
        }
    }

    private void requireNoImports() {
        List<String> imported = component.type().imports().entrySet().stream()
                .filter(one -> hasFunction(one.getValue().type()))
                .map(Map.Entry::getKey)
                .toList();
        if (!imported.isEmpty()) {
            throw new LinkException("the component imports " + String.join(", ", imported)
                    + ": only a component that imports nothing can be run on its own");
        }
    }

    private static boolean hasFunction(ExternType imported) {
        return imported instanceof FuncType
                || (imported instanceof InstanceType instance
                        && instance.exports().values().stream().anyMatch(one -> one.type() instanceof FuncType));
    }
}
