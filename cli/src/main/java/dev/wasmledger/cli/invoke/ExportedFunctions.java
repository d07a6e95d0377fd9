package dev.wasmledger.cli.invoke;

import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions that a component exports, and what people call them. */
public final class ExportedFunctions {

    private static final String UNKNOWN = "INVOKE0001";
    private static final String AMBIGUOUS = "INVOKE0002";
    private static final int MAX_LISTED = 12;

    private final List<ExportedFunction> functions = new ArrayList<>();

    /** Those of a component of that type. */
    public ExportedFunctions(ComponentType component) {
        collect(List.of(), component.exports());
    }

    private void collect(List<String> path, Map<String, ExternDecl> exports) {
        exports.forEach((name, export) -> {
            var inner = new ArrayList<>(path);
            inner.add(name);
            ExternType type = export.type();
            if (type instanceof FuncType function) {
                functions.add(new ExportedFunction(inner, function));
            } else if (type instanceof InstanceType instance) {
                collect(inner, instance.exports());
            }
        });
    }

    /**
     * The function that is meant by a name: the one with that full name, else the only one with that short name.
     *
     * @throws DiagnosticException if there is none, or several
     */
    public ExportedFunction named(Span name) {
        String text = name.text();
        Optional<ExportedFunction> exact =
                functions.stream().filter(one -> one.text().equals(text)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<ExportedFunction> meant = functions.stream()
                .filter(one -> one.shortNames().contains(text))
                .toList();
        if (meant.size() > 1) {
            throw new DiagnosticException(
                    Diagnostic.error(AMBIGUOUS, "there are several functions with the name `" + text + "`", name)
                            .withHint("write one of: " + listed(meant)));
        }
        return meant.stream().findFirst().orElseThrow(() -> unknown(name));
    }

    private DiagnosticException unknown(Span name) {
        if (functions.isEmpty()) {
            return new DiagnosticException(Diagnostic.error(UNKNOWN, "the component exports no functions", name));
        }
        List<String> names = functions.stream()
                .flatMap(one -> one.shortNames().stream().sorted())
                .distinct()
                .toList();
        String hint = NearestName.of(name.text(), names)
                .map(nearest -> "did you mean `" + nearest + "`?")
                .orElseGet(() -> "there are: " + listed(functions));
        return new DiagnosticException(
                Diagnostic.error(UNKNOWN, "the component exports no function `" + name.text() + "`", name)
                        .withHint(hint));
    }

    private static String listed(List<ExportedFunction> functions) {
        String first =
                functions.stream().limit(MAX_LISTED).map(ExportedFunction::text).collect(Collectors.joining(", "));
        return functions.size() <= MAX_LISTED ? first : first + " and " + (functions.size() - MAX_LISTED) + " more";
    }
}
