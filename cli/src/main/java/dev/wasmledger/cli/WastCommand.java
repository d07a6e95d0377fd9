package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.reference.ReferenceScripts;
import dev.wasmledger.runtime.Execution;
import dev.wasmledger.runtime.wast.CommandReport;
import dev.wasmledger.runtime.wast.Outcome;
import dev.wasmledger.runtime.wast.ScriptReport;
import dev.wasmledger.runtime.wast.WastRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger wast}. */
@Command(
        name = "wast",
        header = "Runs test scripts of the component model.",
        description = {
            "A script is a manifest, the JSON that wasm-tools json-from-wast makes of a .wast file, with the binaries beside it. "
                    + "Of a folder, all manifests in it and in its folders are run. Each command of a script passes, fails, or is "
                    + "skipped, or needs a part of the component model that is not built yet; one that is to be rejected must "
                    + "break the rule that the script names, and one that is to trap must trap for the reason that it names.",
            "There is a line for each script, with its failures below it; the last line is the total."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:No command failed.",
            "1:A command failed, or a file cannot be read.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wasmledger wast scripts/", "  wasmledger wast scripts/shop.json --json"})
final class WastCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests, or folders with manifests.")
    private List<Path> paths = List.of();

    @Option(
            names = "--features",
            paramLabel = "FEATURES",
            description =
                    "Gated features to switch on, or off with a - before the name, with commas between; all for all of "
                            + "them. Otherwise what the specification ships is on, and for the reference's own scripts what they need.")
    private @Nullable String features;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var output = Output.of(spec);
        var reports = new ArrayList<ScriptReport>();
        var runner = new WastRunner(Execution.COMPILED, this::features);
        for (Path manifest : manifests()) {
            ScriptReport report = run(runner, manifest);
            reports.add(report);
            if (!json) {
                print(report, output.out());
            }
        }
        if (json) {
            output.json(json(reports));
        } else {
            output.text(total(reports) + System.lineSeparator());
        }
        return reports.stream().anyMatch(report -> report.failed() > 0) ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<Path> manifests() throws IOException {
        var manifests = new ArrayList<Path>();
        for (Path path : paths) {
            manifests.addAll(WastRunner.manifests(path));
        }
        if (manifests.isEmpty()) {
            throw wrong("there is no manifest of a script in " + paths.getFirst());
        }
        return manifests;
    }

    private Features features(Path manifest) {
        Features usual = ReferenceScripts.features(manifest);
        return features == null ? usual : usual.changedBy(features);
    }

    private ScriptReport run(WastRunner runner, Path manifest) throws IOException {
        try {
            return runner.run(manifest);
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), message);
    }

    private static void print(ScriptReport report, PrintWriter out) {
        out.println(report.script() + ": " + report.passed() + " of " + report.total() + " passed"
                + counted(report.notBuilt(), "not built yet", report.missing())
                + counted(report.skipped(), "skipped", report.skipReasons()));
        for (CommandReport failure : report.failures()) {
            if (failure.outcome() instanceof Outcome.Failed(String reason)) {
                out.println("  line " + failure.line() + ", " + failure.type() + ": " + reason);
            }
        }
        out.flush();
    }

    private static String counted(int count, String what, List<String> reasons) {
        return count == 0 ? "" : ", " + count + " " + what + " (" + String.join("; ", reasons) + ")";
    }

    private static String total(List<ScriptReport> reports) {
        int notBuilt = sum(reports, ScriptReport::notBuilt);
        return sum(reports, ScriptReport::passed) + " of " + sum(reports, ScriptReport::total) + " passed, "
                + (notBuilt == 0 ? "" : notBuilt + " not built yet, ")
                + sum(reports, ScriptReport::skipped) + " skipped";
    }

    private static int sum(List<ScriptReport> reports, ToIntFunction<ScriptReport> count) {
        return reports.stream().mapToInt(count).sum();
    }

    private static ObjectNode json(List<ScriptReport> reports) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("total", sum(reports, ScriptReport::total))
                .put("passed", sum(reports, ScriptReport::passed))
                .put("failed", sum(reports, ScriptReport::failed))
                .put("not-built", sum(reports, ScriptReport::notBuilt))
                .put("skipped", sum(reports, ScriptReport::skipped));
        ArrayNode scripts = node.putArray("scripts");
        reports.forEach(report -> add(report, scripts.addObject()));
        return node;
    }

    private static void add(ScriptReport report, ObjectNode script) {
        script.put("script", report.script().toString())
                .put("total", report.total())
                .put("passed", report.passed())
                .put("failed", report.failed())
                .put("not-built", report.notBuilt())
                .put("skipped", report.skipped());
        ArrayNode commands = script.putArray("commands");
        for (CommandReport command : report.commands()) {
            ObjectNode one = commands.addObject().put("line", command.line()).put("type", command.type());
            switch (command.outcome()) {
                case Outcome.Passed passed -> one.put("outcome", "passed");
                case Outcome.Failed(String reason) ->
                    one.put("outcome", "failed").put("reason", reason);
                case Outcome.NotBuilt(String what) ->
                    one.put("outcome", "not-built").put("reason", what);
                case Outcome.Skipped(String reason) ->
                    one.put("outcome", "skipped").put("reason", reason);
            }
        }
    }
}
