package dev.wasmledger.component.reference;

import dev.wasmledger.component.Features;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reference's test scripts are run with. A manifest of a script does not say which features the script is about;
 * the reference projects keep that in their runners.
 */
public final class ReferenceScripts {

    private record Entry(String script, Features features) {}

    private static final List<Entry> ENTRIES = entries();

    private ReferenceScripts() {}

    /**
     * The features that are on for a script.
     *
     * @param manifest where its manifest lies, {@code …/wasm-tools/async/lift.json} for instance
     * @return what the specification ships for a script that is none of the reference's
     */
    public static Features features(Path manifest) {
        String path = "/" + manifest.toString().replace('\\', '/').replaceFirst("\\.[a-z]+$", "");
        return ENTRIES.stream()
                .filter(entry -> entry.script().endsWith("/")
                        ? path.contains("/" + entry.script())
                        : path.endsWith("/" + entry.script()))
                .findFirst()
                .map(Entry::features)
                .orElse(Features.DEFAULT);
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String line : Resources.lines("script-features.txt")) {
            int colon = line.indexOf(": ");
            entries.add(new Entry(line.substring(0, colon), Features.DEFAULT.changedBy(line.substring(colon + 2))));
        }
        return entries;
    }
}
