package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.invoke.Invocation;
import dev.wasmledger.cli.invoke.JsonValues;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.wave.Wave;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger invoke}. */
@Command(
        name = "invoke",
        header = "Calls a function of a component and prints its result.",
        description = {
            "Makes an instance of the component, calls the function once, and prints the result as WAVE text. The arguments "
                    + "are WAVE text too: 12, -1.5, \"text\", 'c', true, [1, 2], (1, \"a\"), {name: \"Ann\", age: 7}, some(1) or "
                    + "none, ok(1) or err(\"no\"), {read, write} for flags, a case's name for enums and variants. They are checked "
                    + "before anything runs.",
            "The function of an interface is written INTERFACE#NAME. Namespace, package, version and the interface itself can "
                    + "be left out where only one function is meant.",
            "Nothing is provided for what the component imports: a call of an imported function traps, and says which."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The function has returned; also with an err(…).",
            "1:The call trapped, or the component cannot be run.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger invoke shop.wasm 'add(1, 2)'",
            "  wasmledger invoke shop.wasm 'acme:shop/stock@0.1.0#order(\"a\", {x: 1}, [])'",
            "  wasmledger invoke shop.wasm 'stock#find(\"nail\")' --json"
        })
final class InvokeCommand implements Callable<Integer> {

    private static final int PAGES_PER_MIB = 16;

    /** More would need a stack of more than 1 GiB. */
    private static final int MAX_CALL_DEPTH = 1_000_000;

    @Parameters(paramLabel = "FILE", description = "The component, a .wasm file.")
    private Path file = Path.of("component.wasm");

    @Parameters(paramLabel = "CALL", description = "The function and its arguments: 'stock#add(\"nail\", 3)'.")
    private String call = "";

    @Option(names = "--json", description = "As JSON, with the result in WAVE beside it.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long the call may take (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--memory-mib",
            paramLabel = "MIB",
            defaultValue = "1024",
            description = "How large each memory may grow (default: ${DEFAULT-VALUE}).")
    private int memoryMib;

    @Option(
            names = "--call-depth",
            paramLabel = "CALLS",
            defaultValue = "10000",
            description = "How many functions may be running within one another (default: ${DEFAULT-VALUE}).")
    private int callDepth;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Limits limits = limits();
        Invocation invocation = Invocation.of(file, call);
        TerminalProgress progress = TerminalProgress.on(Output.of(spec).err());
        Optional<Val> result =
                DeepThread.of(limits.callDepth()).run(() -> invocation.run(limits, progress.compiling()));
        Optional<ValType> type = invocation.function().type().result();
        var output = Output.of(spec);
        if (json) {
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("function", invocation.function().text());
            if (result.isPresent() && type.isPresent()) {
                node.set("result", JsonValues.json(result.get(), type.get()));
                node.put("wave", Wave.print(result.get(), type.get()));
            }
            output.json(node);
        } else if (result.isPresent() && type.isPresent()) {
            output.text(Wave.print(result.get(), type.get()) + "\n");
        }
        return ExitCode.OK;
    }

    private Limits limits() {
        require("--timeout", "a number of seconds", timeout, Integer.MAX_VALUE);
        require("--memory-mib", "a number of MiB", memoryMib, Limits.MAX_MEMORY_PAGES / PAGES_PER_MIB);
        require("--call-depth", "a number of calls", callDepth, MAX_CALL_DEPTH);
        return Limits.defaults()
                .withTime(Duration.ofSeconds(timeout))
                .withMemoryPages(memoryMib * PAGES_PER_MIB)
                .withCallDepth(callDepth);
    }

    private void require(String option, String what, int value, int maximum) {
        if (value < 1 || value > maximum) {
            String range = maximum == Integer.MAX_VALUE ? "above 0" : "from 1 to " + maximum;
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    option + " must be " + what + " " + range + ", not " + value);
        }
    }
}
