package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.internal.Limits;
import java.util.Optional;

/** What a kebab-name is. (Explainer.md, "Import and Export Definitions": {@code label}.) */
final class Names {

    private Names() {}

    /** Why the text is no kebab-name, if it is none. */
    static Optional<String> whyWrong(String name) {
        if (name.isEmpty()) {
            return Optional.of("a name must not be empty");
        }
        if (name.length() > Limits.MAX_NAME_LENGTH) {
            return Optional.of("a name must not be longer than " + Limits.MAX_NAME_LENGTH + " characters");
        }
        String[] words = name.split("-", -1);
        for (int i = 0; i < words.length; i++) {
            Optional<String> wrong = whyWordIsWrong(words[i], i == 0);
            if (wrong.isPresent()) {
                return wrong.map(why -> "`" + name + "` is not a kebab-name: " + why);
            }
        }
        return Optional.empty();
    }

    /** A name as it is meant: without the {@code %} that lets it be a keyword. */
    static String withoutEscape(String written) {
        return written.startsWith("%") ? written.substring(1) : written;
    }

    private static Optional<String> whyWordIsWrong(String word, boolean first) {
        if (word.isEmpty()) {
            return Optional.of("a `-` must stand between two words");
        }
        if (first && !isLower(word.charAt(0)) && !isUpper(word.charAt(0))) {
            return Optional.of("it must start with a letter from a to z");
        }
        if (!word.chars().allMatch(c -> isLower(c) || isUpper(c) || isDigit(c))) {
            return Optional.of("it may hold letters from a to z, digits and `-`");
        }
        if (word.chars().anyMatch(Names::isLower) && word.chars().anyMatch(Names::isUpper)) {
            return Optional.of("a word is written in small letters or in capitals, not in both");
        }
        return Optional.empty();
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
