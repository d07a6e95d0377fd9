package dev.wasmledger.components.settings;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a component makes of its config. It is read when it is first asked for, and only then: the config of an instance stays
 * what it is.
 *
 * @param <T> what is made of it
 */
public final class Configured<T> {

    private final Settings settings;
    private final Function<Settings, T> reader;
    private @Nullable T read;

    /**
     * Reads nothing yet.
     *
     * @param config answers the value of a key, if the deployment's file has one
     */
    public Configured(Function<String, Optional<String>> config, Function<Settings, T> reader) {
        this.settings = new Settings(config);
        this.reader = reader;
    }

    /** What came of it, which is of no use while {@link #settings} have mistakes. */
    public T get() {
        T known = read;
        if (known == null) {
            known = reader.apply(settings);
            read = known;
        }
        return known;
    }

    /** The settings that it came of, read. */
    public Settings settings() {
        get();
        return settings;
    }
}
