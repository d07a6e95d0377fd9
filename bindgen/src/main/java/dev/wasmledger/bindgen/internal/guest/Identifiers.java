package dev.wasmledger.bindgen.internal.guest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of one scope in the language of a guest. A name that is reserved or taken gets a low line at its end, another
 * one where that is taken too: the first come keeps the plain name. WIT's names never end in a low line.
 */
public final class Identifiers {

    private final Set<String> reserved;
    private final Set<String> taken = new HashSet<>();

    /** A scope in which these words mean something else. */
    public Identifiers(Set<String> reserved) {
        this.reserved = reserved;
    }

    /** The name itself, or the next one like it that is free. */
    public String take(String wanted) {
        String name = wanted;
        while (reserved.contains(name) || !taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The first of {@code flat0}, {@code flat1}, … that is free. */
    public String next(String stem) {
        int number = 0;
        while (reserved.contains(stem + number) || !taken.add(stem + number)) {
            number++;
        }
        return stem + number;
    }

    /** The names, in order. */
    public static List<String> unique(List<String> wanted, Set<String> reserved) {
        Identifiers names = new Identifiers(reserved);
        return wanted.stream().map(names::take).toList();
    }

    /** {@code transfer-outcome} as {@code transfer_outcome}; versions lose their dots. */
    public static String lowerSnake(String witName) {
        return witName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    /** {@code transfer-outcome} as {@code TransferOutcome}. */
    public static String upperCamel(String witName) {
        return Arrays.stream(lowerSnake(witName).split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code transfer-outcome} as {@code TRANSFER_OUTCOME}. */
    public static String upperSnake(String witName) {
        return lowerSnake(witName).toUpperCase(Locale.ROOT);
    }
}
