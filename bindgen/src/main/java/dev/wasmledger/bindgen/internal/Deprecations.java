package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the compiler quiet where a WIT uses what it deprecates itself, in a record's field for instance. Nobody can change
 * that in the generated class; whoever uses the deprecated class in code of their own is still warned.
 */
final class Deprecations {

    private static final Pattern DECLARATION = Pattern.compile("(?m)^(?=(?:public|final|class|interface)\\b)");

    private static final String SUPPRESSED =
            "@SuppressWarnings(\"deprecation\") // The WIT uses here what it deprecates.\n";

    /** The full names of deprecated classes, where there are any. */
    private final Optional<Pattern> names;

    private Deprecations(Optional<Pattern> names) {
        this.names = names;
    }

    static Deprecations among(Map<ClassName, TypeSpec> types) {
        Collection<String> names = types.entrySet().stream()
                .filter(type -> isDeprecated(type.getValue()))
                .map(type -> Pattern.quote(type.getKey().canonicalName()))
                .toList();
        return new Deprecations(
                names.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Pattern.compile(
                                names.stream().collect(Collectors.joining("|", "(?<![\\w.])(?:", ")\\b")))));
    }

    /** A type's source, which suppresses the warning if the type is not deprecated itself; JavaPoet cannot say why. */
    String quiet(TypeSpec type, String source) {
        // A type's text without a file around it has every class by its full name.
        boolean uses = names.isPresent()
                && !isDeprecated(type)
                && names.get().matcher(type.toString()).find();
        return uses ? DECLARATION.matcher(source).replaceFirst(SUPPRESSED) : source;
    }

    private static boolean isDeprecated(TypeSpec type) {
        return type.annotations().stream()
                .anyMatch(annotation -> annotation.type().equals(ClassName.get(Deprecated.class)));
    }
}
