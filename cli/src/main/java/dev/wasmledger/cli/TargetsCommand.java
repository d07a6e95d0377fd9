package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.wasm.WasmFile;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.targets.Difference;
import dev.wasmledger.component.targets.DifferenceText;
import dev.wasmledger.component.targets.Targets;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger targets}. */
@Command(
        name = "targets",
        header = "Says whether a component fits a world.",
        description =
                "A component fits a world if it imports nothing that the world does not give to it, and exports all "
                        + "that the world asks for, each with the same types. If it does not, every difference is listed: what is "
                        + "missing, what is extra, and what has a different type, with both types and the differing part marked.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The component fits.", "1:It does not fit.", ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger targets shop.wasm shop.wit --world shop",
            "  wasmledger targets shop.wasm shop.wit --world shop --json"
        })
final class TargetsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "COMPONENT", description = "The component.")
    private Path component = Path.of("");

    @Parameters(index = "1", paramLabel = "WIT", converter = WitPath.Converter.class, description = WorldOptions.WIT)
    private Path wit = Path.of("");

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        WasmFile file = WasmFile.read(component).requireComponent();
        ValidatedComponent valid = ComponentValidator.validate(
                file.name(), ComponentDecoder.decode(file.name(), file.bytes()), Features.ALL);
        WorldOptions.Chosen chosen = world.load(wit);
        List<Difference> differences = Targets.differences(valid.type(), chosen.wit(), chosen.world());
        if (json) {
            Output.of(spec).json(json(chosen.name(), differences));
        } else {
            Output.of(spec).text(text(chosen.name(), differences));
        }
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private String text(String name, List<Difference> differences) {
        if (differences.isEmpty()) {
            return component + " fits the world " + name + "\n";
        }
        String count = differences.size() == 1 ? "1 difference" : differences.size() + " differences";
        return component + " does not fit the world " + name + ": " + count + "\n" + DifferenceText.render(differences)
                + "\n";
    }

    private ObjectNode json(String name, List<Difference> differences) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("component", component.toString()).put("world", name).put("fits", differences.isEmpty());
        ArrayNode list = root.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode node = list.addObject();
            node.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
            difference.path().forEach(node.putArray("path")::add);
            difference.world().ifPresent(type -> marked(node.putObject("world"), type));
            difference.component().ifPresent(type -> marked(node.putObject("component"), type));
            difference.hint().ifPresent(hint -> node.put("hint", hint));
        }
        return root;
    }

    private static void marked(ObjectNode node, Difference.MarkedText type) {
        node.put("type", type.text());
        ArrayNode marks = node.putArray("marks");
        type.marks()
                .forEach(mark -> marks.addObject().put("start", mark.start()).put("end", mark.end()));
    }
}
