package dev.wasmledger.runtime.internal.wast;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.reference.ReferenceReasons;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Execution;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.wast.CommandReport;
import dev.wasmledger.runtime.wast.Outcome;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One script while it runs, with what its commands have defined. */
public final class ScriptRun {

    private static final Outcome PASSED = new Outcome.Passed();

    private final Path manifest;
    private final Execution execution;
    private final Features features;
    private final KnownGaps gaps;
    private final Map<String, ValidatedComponent> definitions = new HashMap<>();
    private final Map<String, Instantiated> instances = new HashMap<>();
    private @Nullable Instantiated latest;

    /** What a name stands for: an instance, or why there is none. */
    private record Instantiated(@Nullable Instance instance, Outcome otherwise) {}

    private ScriptRun(Path manifest, Execution execution, Features features) {
        this.manifest = manifest;
        this.execution = execution;
        this.features = features;
        this.gaps = KnownGaps.of(manifest);
    }

    /** Runs all commands of a script. */
    public static List<CommandReport> of(Manifest manifest, Execution execution, Features features) {
        var run = new ScriptRun(manifest.file(), execution, features);
        var reports = new ArrayList<CommandReport>();
        for (Manifest.Entry entry : manifest.entries()) {
            Outcome outcome = run.gaps.judged(entry.line(), run.judge(entry.command()));
            reports.add(new CommandReport(entry.line(), entry.type(), outcome));
        }
        run.close();
        return reports;
    }

    private void close() {
        instances.values().forEach(one -> {
            if (one.instance() != null) {
                one.instance().close();
            }
        });
    }

    private Outcome judge(Command command) {
        try {
            return switch (command) {
                case Command.Module(String name, String file) -> module(name, file);
                case Command.Definition(String name, String file) -> {
                    define(name, read(file));
                    yield PASSED;
                }
                case Command.Instantiation(String name, String definition) -> instantiation(name, definition);
                case Command.Call(Command.Action action) -> on(action, function -> PASSED);
                case Command.Returns(Command.Action action, var expected) ->
                    on(action, actual -> returned(ValueReader.values(expected), actual));
                case Command.Traps(Command.Action action, String text) ->
                    trapped(text, () -> on(action, actual -> new Outcome.Failed("expected a trap, got " + actual)));
                case Command.TrapsAtInstantiation(String file, String text) ->
                    trapped(text, () -> {
                        instantiate(validate(file, read(file)));
                        return new Outcome.Failed("expected a trap, and it was instantiated");
                    });
                case Command.Unlinkable(String file) -> unlinkable(file);
                case Command.Rejected(String file, String text) -> rejected(file, text);
                case Command.Unjudged(String reason) -> new Outcome.Skipped(reason);
            };
        } catch (NoSuchFileException missing) {
            return new Outcome.Failed("there is no file " + missing.getFile());
        } catch (IOException unreadable) {
            return new Outcome.Failed(String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException thrown) {
            return outcomeOf(thrown);
        }
    }

    private static Outcome outcomeOf(RuntimeException thrown) {
        return switch (thrown) {
            case NotBuiltException missing -> new Outcome.NotBuilt(missing.what());
            case Trap trap ->
                notBuilt(trap)
                        .<Outcome>map(missing -> new Outcome.NotBuilt(missing.what()))
                        .orElseGet(() -> new Outcome.Failed("it traps: " + trap.getMessage()));
            case DiagnosticException invalid -> new Outcome.Failed("it is rejected: " + summary(invalid));
            case IllegalArgumentException wrong -> new Outcome.Failed(String.valueOf(wrong.getMessage()));
            case LinkException unfit -> new Outcome.Failed("it cannot be linked: " + unfit.getMessage());
            default -> new Outcome.Failed(thrown.toString());
        };
    }

    /** What the runtime has not got yet, where that is behind a trap: an instance stays locked down after one. */
    private static Optional<NotBuiltException> notBuilt(Throwable trap) {
        return switch (trap.getCause()) {
            case NotBuiltException missing -> Optional.of(missing);
            case Trap before -> notBuilt(before);
            case null, default -> Optional.empty();
        };
    }

    private static String summary(DiagnosticException rejection) {
        Diagnostic first = rejection.diagnostics().getFirst();
        return first.id() + " " + first.message();
    }

    private Outcome module(String name, String file) throws IOException {
        byte[] bytes = read(file);
        if (!ComponentDecoder.isComponent(bytes)) {
            CoreModules.typeOf(new ByteOffset(file, 0), bytes, features);
            return PASSED;
        }
        ValidatedComponent component = validate(file, bytes);
        // A script has nothing to import: what imports is defined, and not instantiated.
        if (component.type().imports().isEmpty()) {
            latest = instantiated(component);
            instances.put(name, latest);
            return latest.otherwise() instanceof Outcome.NotBuilt ? PASSED : latest.otherwise();
        }
        latest = null;
        return PASSED;
    }

    private void define(String name, byte[] bytes) {
        if (ComponentDecoder.isComponent(bytes)) {
            definitions.put(name, validate(name, bytes));
        } else {
            CoreModules.typeOf(new ByteOffset(name, 0), bytes, features);
        }
    }

    private Outcome instantiation(String name, String definition) {
        ValidatedComponent component = definitions.get(definition);
        if (component == null) {
            return new Outcome.Failed("there is no definition " + definition);
        }
        latest = instantiated(component);
        instances.put(name, latest);
        return latest.otherwise();
    }

    private Instantiated instantiated(ValidatedComponent component) {
        try {
            return new Instantiated(instantiate(component), PASSED);
        } catch (RuntimeException thrown) {
            return new Instantiated(null, outcomeOf(thrown));
        }
    }

    private Instance instantiate(ValidatedComponent component) {
        return new Linker().instantiate(Component.of(component, execution));
    }

    private ValidatedComponent validate(String name, byte[] bytes) {
        return ComponentValidator.validate(name, ComponentDecoder.decode(name, bytes), features);
    }

    private byte[] read(String file) throws IOException {
        return ScriptFile.read(manifest.resolveSibling(file));
    }

    @FunctionalInterface
    private interface Judgement {
        Outcome of(List<Val> actual);
    }

    @FunctionalInterface
    private interface Step {
        Outcome run() throws IOException;
    }

    private Outcome on(Command.Action action, Judgement judgement) {
        Instantiated target = action.instance().isEmpty() ? latest : instances.get(action.instance());
        if (target == null) {
            return new Outcome.Failed("there is no instance to call");
        }
        if (target.instance() == null) {
            return target.otherwise();
        }
        var function = target.instance().function(action.function());
        if (function.isEmpty()) {
            return new Outcome.Failed("there is no function " + action.function());
        }
        Optional<Val> result = function.get().call(ValueReader.values(action.arguments()));
        return judgement.of(result.stream().toList());
    }

    private static Outcome returned(List<Val> expected, List<Val> actual) {
        return expected.equals(actual) ? PASSED : new Outcome.Failed("expected " + expected + ", got " + actual);
    }

    private static Outcome trapped(String text, Step step) throws IOException {
        try {
            return step.run();
        } catch (Trap trap) {
            if (notBuilt(trap).isPresent()) {
                return outcomeOf(trap);
            }
            return TrapReasons.explains(trap.reason(), text)
                    ? PASSED
                    : new Outcome.Failed("it traps for another reason than '" + text + "': " + trap.getMessage());
        }
    }

    private Outcome unlinkable(String file) throws IOException {
        ValidatedComponent component = validate(file, read(file));
        try {
            instantiate(component);
        } catch (NotBuiltException missing) {
            return outcomeOf(missing);
        } catch (LinkException unfit) {
            return PASSED;
        }
        return new Outcome.Failed("it can be linked");
    }

    private Outcome rejected(String file, String text) throws IOException {
        byte[] bytes = read(file);
        try {
            define("", bytes);
        } catch (DiagnosticException rejection) {
            String id = rejection.diagnostics().getFirst().id();
            boolean explained = text.isEmpty() || ReferenceReasons.explains(id, text); // Some scripts give no reason.
            return explained
                    ? PASSED
                    : new Outcome.Failed(
                            "it is rejected for another reason than '" + text + "': " + summary(rejection));
        }
        return new Outcome.Failed("it is accepted; expected '" + text + "'");
    }
}
