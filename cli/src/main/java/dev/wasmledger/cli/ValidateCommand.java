package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.wasm.WasmFile;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.wit.WitDecoder;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code wasmledger validate}. */
@Command(
        name = "validate",
        header = "Says whether a component or core module is valid.",
        description =
                "Checks a WebAssembly binary against the rules of the specification, all components and modules within it "
                        + "too, and says which rule is broken at which byte. What the specification ships is on; what it "
                        + "gates is off unless it is named.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The file is valid.", "1:It breaks a rule.", ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger validate shop.wasm",
            "  wasmledger validate shop.wasm --features cm-error-context",
            "  wasmledger validate shop.wasm --features all --json"
        })
final class ValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A component, a core module, or a WIT package in binary form.")
    private Path path = Path.of("");

    @Option(
            names = "--features",
            paramLabel = "FEATURES",
            converter = FeaturesConverter.class,
            description = "Features to turn on, or off with - in front, with commas between; all for every one.")
    private Features features = Features.DEFAULT;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** What is on by default, changed by names of features. */
    static final class FeaturesConverter implements ITypeConverter<Features> {

        @Override
        public Features convert(String text) {
            try {
                return Features.DEFAULT.changedBy(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }

    @Override
    public Integer call() {
        WasmFile file = WasmFile.read(path);
        try {
            return report(validate(file), List.of());
        } catch (DiagnosticException broken) {
            return report(file.isComponent() ? "component" : "core module", broken.diagnostics());
        }
    }

    /** What the file is, if it is valid. */
    private String validate(WasmFile file) {
        if (file.isCoreModule()) {
            CoreModules.typeOf(new ByteOffset(file.name(), 0), file.bytes(), features);
            return "core module";
        }
        var component = ComponentDecoder.decode(file.name(), file.bytes());
        return WitDecoder.isPackage(ComponentValidator.validate(file.name(), component, features)
                        .type())
                ? "WIT package"
                : "component";
    }

    private int report(String kind, List<Diagnostic> broken) {
        var output = Output.of(spec);
        if (json) {
            output.json(json(kind, broken));
        } else if (broken.isEmpty()) {
            output.text(path + " is a valid " + kind + "\n");
        } else {
            output.err().println(DiagnosticRenderer.render(broken));
        }
        return broken.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private ObjectNode json(String kind, List<Diagnostic> broken) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("file", path.toString()).put("kind", kind).put("valid", broken.isEmpty());
        ArrayNode list = root.putArray("diagnostics");
        for (Diagnostic diagnostic : broken) {
            ObjectNode node = list.addObject();
            node.put("id", diagnostic.id());
            if (diagnostic.primary() instanceof ByteOffset place) {
                node.put("offset", place.offset());
            }
            node.put("message", diagnostic.message());
            diagnostic.hint().ifPresent(hint -> node.put("hint", hint));
        }
        return root;
    }
}
