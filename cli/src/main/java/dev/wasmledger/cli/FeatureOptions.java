package dev.wasmledger.cli;

import dev.wasmledger.wit.WitLoader;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which features of the WIT are on. */
final class FeatureOptions {

    @Option(
            names = "--features",
            paramLabel = "FEATURE",
            split = ",",
            description = "Turn features of the WIT on: what is @unstable with one of them is there.")
    private Set<String> features = new LinkedHashSet<>();

    @Option(names = "--all-features", description = "Turn every feature of the WIT on.")
    private boolean all;

    /** Whether every feature is on. */
    boolean all() {
        return all;
    }

    /** A loader with these features. */
    WitLoader loader() {
        var loader = new WitLoader().features(features);
        return all ? loader.allFeatures() : loader;
    }
}
