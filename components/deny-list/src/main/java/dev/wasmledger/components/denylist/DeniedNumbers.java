package dev.wasmledger.components.denylist;

import dev.wasmledger.guest.UInt128;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Numbers that a deployment's file lists, as decimal text with commas or white space between them. */
record DeniedNumbers(Set<UInt128> numbers) {

    /** Reads the list; empty where something in it is no number from 0 to 2^128 - 1. */
    static Optional<DeniedNumbers> parse(String text) {
        Set<UInt128> numbers = new HashSet<>();
        // Not a regular expression: its engine would be three quarters of the component.
        StringTokenizer words = new StringTokenizer(text, ", \t\r\n");
        while (words.hasMoreTokens()) {
            Optional<UInt128> number = UInt128.parse(words.nextToken());
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(new DeniedNumbers(numbers));
    }

    boolean contain(long low, long high) {
        return numbers.contains(UInt128.of(low, high));
    }
}
