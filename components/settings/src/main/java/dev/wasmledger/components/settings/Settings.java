package dev.wasmledger.components.settings;

import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Function;

/**
 * A component's config, read key by key. What cannot be used is noted and stands for nothing, so that all that is wrong is
 * found in one go; whoever reads it must not use what came of it while there are {@link #mistakes}.
 */
public final class Settings {

    private final Function<String, Optional<String>> config;
    private final List<Mistake> mistakes = new ArrayList<>();

    /**
     * What is wrong with the value of a key.
     *
     * @param mustBe what it must be; empty where there is no value and there must be one
     */
    public record Mistake(String key, Optional<String> mustBe) {

        @Override
        public String toString() {
            return "`" + key + "` " + (mustBe.isEmpty() ? "is missing" : "must be " + mustBe.get());
        }
    }

    /** Reads what {@code config} answers: the value of a key, if the deployment's file has one. */
    public Settings(Function<String, Optional<String>> config) {
        this.config = config;
    }

    /** What is wrong with all that was read until now. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** What is wrong, on one line. */
    public String summary() {
        StringBuilder summary = new StringBuilder("config cannot be used");
        for (int i = 0; i < mistakes.size(); i++) {
            summary.append(i == 0 ? ": " : "; ").append(mistakes.get(i));
        }
        return summary.toString();
    }

    /** Notes something that no single key shows. */
    public void mustBe(String key, String what) {
        mistakes.add(new Mistake(key, Optional.of(what)));
    }

    /** A number that must be there. */
    public UInt128 requiredNumber(String key, UInt128 greatest) {
        Optional<UInt128> number = number(key, greatest);
        if (number.isEmpty() && config.apply(key).isEmpty()) {
            mistakes.add(new Mistake(key, Optional.empty()));
        }
        return number.orElse(UInt128.ZERO);
    }

    /** A number from 0 to {@code greatest} in decimal digits, if there is one. */
    public Optional<UInt128> number(String key, UInt128 greatest) {
        Optional<String> text = config.apply(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UInt128> number = UInt128.parse(text.get());
        if (number.isEmpty() || number.get().isGreaterThan(greatest)) {
            mustBe(key, "a whole number from 0 to " + greatest + ", is `" + text.get() + "`");
            return Optional.empty();
        }
        return number;
    }

    /** Numbers from 0 to {@code greatest} with commas or white space between them, if there is such a list. */
    public Optional<Set<UInt128>> numbers(String key, UInt128 greatest) {
        Optional<String> text = config.apply(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Set<UInt128> numbers = new HashSet<>();
        // Not a regular expression: its engine would be three quarters of the component.
        StringTokenizer words = new StringTokenizer(text.get(), ", \t\r\n");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            Optional<UInt128> number = UInt128.parse(word);
            if (number.isEmpty() || number.get().isGreaterThan(greatest)) {
                mustBe(key, "whole numbers from 0 to " + greatest + " with commas between them, has `" + word + "`");
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(numbers);
    }

    /** One of several words; the first of them where there is none. */
    public String word(String key, List<String> choices) {
        Optional<String> text = config.apply(key);
        if (text.isPresent() && !choices.contains(text.get())) {
            mustBe(key, "one of " + String.join(", ", choices) + ", is `" + text.get() + "`");
            return choices.get(0);
        }
        return text.orElse(choices.get(0));
    }
}
