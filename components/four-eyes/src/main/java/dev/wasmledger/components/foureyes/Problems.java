package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.setup.Mistake;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the config, as the host is told. */
final class Problems {

    private Problems() {}

    static List<Problem> of(Settings settings) {
        List<Problem> problems = new ArrayList<>();
        for (Settings.Mistake mistake : settings.mistakes()) {
            problems.add(new Problem(
                    mistake.key(),
                    mistake.mustBe().isEmpty()
                            ? new Mistake.Missing()
                            : new Mistake.MustBe(mistake.mustBe().get())));
        }
        return problems;
    }
}
