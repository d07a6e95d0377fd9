package dev.wasmledger.bindgen.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WIT's names, which are words joined by hyphens, in the ways that Java writes names. */
final class JavaNames {

    /** JLS 3.9, with the literals, {@code _}, and {@code yield}, which no method may be called by without an object. */
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum "
                            + "extends final finally float for goto if implements import instanceof int interface long "
                            + "native new package private protected public return short static strictfp super switch "
                            + "synchronized this throw throws transient try void volatile while yield true false null _")
                    .split(" "));

    private JavaNames() {}

    /** {@code transfer-outcome} as {@code TransferOutcome}. */
    static String upperCamel(String witName) {
        return words(witName).map(JavaNames::capitalized).collect(Collectors.joining());
    }

    /** {@code transfer-outcome} as {@code transferOutcome}. */
    static String lowerCamel(String witName) {
        String upper = upperCamel(witName);
        return upper.substring(0, 1).toLowerCase(Locale.ROOT) + upper.substring(1);
    }

    /** {@code transfer-outcome} as {@code TRANSFER_OUTCOME}. */
    static String upperSnake(String witName) {
        return witName.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** {@code TransferOutcome} as {@code TRANSFER_OUTCOME}. */
    static String upperSnakeOfCamel(String className) {
        return className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** {@code transfer-outcome} as {@code transfer_outcome}, and {@code 0.2.0} as {@code 0_2_0} (JLS 6.1). */
    static String packageSegment(String witName) {
        return witName.toLowerCase(Locale.ROOT).replaceAll("[-.+]", "_");
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The name without the low lines that made it unique, to build other names of it. */
    static String stripLowLines(String name) {
        return name.replaceFirst("_+$", "");
    }

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    private static Stream<String> words(String witName) {
        return Arrays.stream(witName.split("-")).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
