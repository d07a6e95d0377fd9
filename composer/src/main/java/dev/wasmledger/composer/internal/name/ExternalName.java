package dev.wasmledger.composer.internal.name;

import dev.wasmledger.wit.SemanticVersion;
import java.util.Optional;

/**
 * The name of an import or export, taken apart: {@code wasi:clocks/wall-clock@0.2.0} is the interface
 * {@code wasi:clocks/wall-clock} in version 0.2.0; any other name is its own base and has no version.
 *
 * @param text the whole name
 * @param base without the version
 */
public record ExternalName(String text, String base, Optional<SemanticVersion> version) {

    /** Takes a name apart. */
    public static ExternalName of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0 || text.indexOf('/') < 0) {
            return new ExternalName(text, text, Optional.empty());
        }
        return SemanticVersion.parse(text.substring(at + 1))
                .map(version -> new ExternalName(text, text.substring(0, at), Optional.of(version)))
                .orElseGet(() -> new ExternalName(text, text, Optional.empty()));
    }

    /** Whether it names an interface of a package, rather than being a plain name. */
    public boolean isInterface() {
        return base.indexOf('/') > 0;
    }

    /** Whether both name the same thing in versions that can stand for each other. */
    public boolean isCompatibleWith(ExternalName other) {
        return compatibilityKey().equals(other.compatibilityKey());
    }

    /** Equal for names that can stand for each other, and only for those. */
    public String compatibilityKey() {
        return version.flatMap(SemanticVersion::compatibilityTrack)
                .map(track -> base + "@" + track)
                .orElse(text);
    }
}
