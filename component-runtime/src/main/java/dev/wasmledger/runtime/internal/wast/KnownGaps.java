package dev.wasmledger.runtime.internal.wast;

import dev.wasmledger.runtime.wast.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Commands of the reference's scripts that come out otherwise than the script says, because of a part that is not built
 * yet, or because the script asks for what the specification's text forbids. Most say so themselves, by a built-in that is
 * missing; those here do not.
 */
record KnownGaps(Map<Integer, String> byLine) {

    private static final String RESOURCE = "known-gaps.txt";
    private static final Map<String, Map<Integer, String>> ALL = read();

    /** Those of the script with that manifest. */
    static KnownGaps of(Path manifest) {
        String path = "/" + manifest.toString().replace('\\', '/');
        return ALL.entrySet().stream()
                .filter(script -> path.endsWith("/" + script.getKey()))
                .findFirst()
                .map(script -> new KnownGaps(script.getValue()))
                .orElseGet(() -> new KnownGaps(Map.of()));
    }

    /** What a command's outcome comes down to: a failure that is listed is a gap. */
    Outcome judged(int line, Outcome outcome) {
        String gap = byLine.get(line);
        return gap != null && outcome instanceof Outcome.Failed ? new Outcome.NotBuilt(gap) : outcome;
    }

    /** A line for each: the script, its line, and what is missing. */
    private static Map<String, Map<Integer, String>> read() {
        Map<String, Map<Integer, String>> scripts = new HashMap<>();
        try (InputStream in = KnownGaps.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] parts = line.split(" line |: ", 3);
                scripts.computeIfAbsent(parts[0], script -> new HashMap<>()).put(Integer.parseInt(parts[1]), parts[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }
}
