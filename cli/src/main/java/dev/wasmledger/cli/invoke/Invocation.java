package dev.wasmledger.cli.invoke;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.runtime.Loading;
import dev.wasmledger.runtime.Trap;
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
     * Runs it, in an instance of its own. What the component imports is there, and traps when it is called.
     *
     * @param progress told how far the compilation of the component is
     * @return the result, where the function has one
     * @throws dev.wasmledger.runtime.LinkException if the component imports what is no function or type
     * @throws dev.wasmledger.runtime.Trap if it traps
     */
    public Optional<Val> run(Limits limits, CompileProgress progress) {
        Component ready = Component.of(component, Loading.standard().withProgress(progress));
        try (Instance instance = linker().withLimits(limits).instantiate(ready)) {
            Func called = instance.function(function.path().toArray(String[]::new))
                    .orElseThrow(() -> new IllegalStateException("the type says that there is " + function.text()));
            return called.call(arguments);
        }
    }

    private Linker linker() {
        var linker = new Linker();
        refuse(linker, "$root", component.type().imports());
        return linker;
    }

    /** Provides functions that trap, and resource types of which there is never a resource. */
    private static void refuse(Linker linker, String from, Map<String, ExternDecl> imports) {
        imports.forEach((name, imported) -> {
            String qualified = from.equals("$root") ? name : from + "#" + name;
            switch (imported.type()) {
                case FuncType type ->
                    linker.provideFunction(from, name, type, arguments -> {
                        throw new Trap("the import " + qualified + " is called, and `invoke` provides no imports");
                    });
                case InstanceType instance -> refuse(linker, qualified, instance.exports());
                case TypeExtern(ResourceType resource, var bound) ->
                    linker.provideResource(from, name, Object.class, dropped -> {});
                // Other types are known already, and nothing can be linked with what else there is.
                default -> {}
            }
        });
    }
}
