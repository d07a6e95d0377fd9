package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.composer.ComposedInstance;
import dev.wasmledger.composer.ComposedInstance.Satisfied;
import dev.wasmledger.composer.Digest;
import java.util.List;
import java.util.regex.Pattern;

/** The text of {@code ledger.lock}: YAML, the same for the same parts. */
final class LockText {

    /** Scalars that need no quotes; {@code :} is harmless where no space follows. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][A-Za-z0-9_./@:+-]*[A-Za-z0-9]");

    private LockText() {}

    static String of(String ledger, byte[] component, List<ComposedInstance> instances) {
        var out = new StringBuilder("# What the ledger was linked from; written with ledger.wasm, not by hand.\n");
        out.append("ledger: ").append(scalar(ledger)).append('\n');
        out.append("digest: ").append(Digest.of(component)).append('\n');
        out.append("instances:\n");
        for (ComposedInstance instance : instances) {
            out.append("  ").append(scalar(instance.name())).append(":\n");
            out.append("    component: ")
                    .append(scalar(instance.component().text()))
                    .append('\n');
            out.append("    digest: ").append(instance.digest()).append('\n');
            if (!instance.imports().isEmpty()) {
                out.append("    imports:\n");
            }
            for (Satisfied satisfied : instance.imports()) {
                out.append("      ")
                        .append(scalar(satisfied.importName()))
                        .append(": {")
                        .append(provider(satisfied))
                        .append("}\n");
            }
        }
        return out.toString();
    }

    private static String provider(Satisfied satisfied) {
        return switch (satisfied.by()) {
            case ComposedInstance.Provider.Instance(String name) -> "instance: " + scalar(name);
            case ComposedInstance.Provider.Types(String rootName) -> "types: " + scalar(rootName);
            case ComposedInstance.Provider.Host(String rootName) -> "host: " + scalar(rootName);
        };
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
