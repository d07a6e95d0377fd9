package dev.wasmledger.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where compiled core modules are kept between processes. Entries are named by the digest of the module and of the
 * compiler; one that is damaged is compiled anew, and the oldest leave when it grows beyond its size. Any number of
 * processes may use the same folder at the same time. Whatever goes wrong with it, components load without it.
 *
 * @param folder empty for no cache beyond the process
 * @param maxBytes what all entries may take together
 */
public record CodeCache(Optional<Path> folder, long maxBytes) {

    /** Names another folder for the standard cache, or {@code off}. */
    public static final String ENVIRONMENT_VARIABLE = "WASMLEDGER_CACHE";

    /** The same as a system property, which counts for more. */
    public static final String SYSTEM_PROPERTY = "wasmledger.cache";

    private static final long DEFAULT_MAX_BYTES = 256L << 20; // Compiled code takes about ten times the module's size.

    /**
     * The usual one: {@code wasmledger} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}, up to 256 MiB, unless {@value
     * #SYSTEM_PROPERTY} or {@value #ENVIRONMENT_VARIABLE} says otherwise.
     */
    public static CodeCache standard() {
        String named = System.getProperty(SYSTEM_PROPERTY, System.getenv(ENVIRONMENT_VARIABLE));
        if (named == null || named.isEmpty()) {
            return at(userCache().resolve("wasmledger"));
        }
        return named.toLowerCase(Locale.ROOT).equals("off") ? none() : at(Path.of(named));
    }

    /** In that folder, which is made when it is first needed. */
    public static CodeCache at(Path folder) {
        return new CodeCache(Optional.of(folder), DEFAULT_MAX_BYTES);
    }

    /** Compiled code lives no longer than the process. */
    public static CodeCache none() {
        return new CodeCache(Optional.empty(), 0);
    }

    private static Path userCache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        // The XDG base directory specification has relative paths ignored.
        return xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".cache");
    }
}
