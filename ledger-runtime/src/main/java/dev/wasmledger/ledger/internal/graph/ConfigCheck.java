package dev.wasmledger.ledger.internal.graph;

import dev.wasmledger.ledger.ConfigException.Problem;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.setup.Mistake;
import dev.wasmledger.wit.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** What is wrong with the config of one instance, as people are told. */
final class ConfigCheck {

    private ConfigCheck() {}

    /**
     * What the instance itself says, and what it did not ask for.
     *
     * @param config what the file gives it
     * @param asked the keys that it knows
     */
    static List<Problem> problems(
            String instance,
            Map<String, String> config,
            List<dev.wasmledger.ledger.bindings.wasmledger.ledger.setup.Problem> said,
            SortedSet<String> asked) {
        List<Problem> problems = new ArrayList<>();
        for (var problem : said) {
            String message = switch (problem.mistake()) {
                case Mistake.Missing ignored -> "`%s` is missing".formatted(problem.key());
                case Mistake.MustBe(String what) -> "`%s` must be %s".formatted(problem.key(), what);
            };
            problems.add(new Problem(instance, problem.key(), message, Optional.empty()));
        }
        for (String key : config.keySet()) {
            if (!asked.contains(key)) {
                String hint = NearestName.of(key, asked)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(asked.isEmpty() ? "it has no config" : "it knows " + String.join(", ", asked));
                problems.add(
                        new Problem(instance, key, "`%s` is nothing that it knows".formatted(key), Optional.of(hint)));
            }
        }
        return problems;
    }
}
