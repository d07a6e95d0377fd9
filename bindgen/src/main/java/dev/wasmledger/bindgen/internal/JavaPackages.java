package dev.wasmledger.bindgen.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * The Java packages below one of them. Two that would be called the same are told apart where they begin to differ: the
 * later one gets a low line there.
 */
final class JavaPackages {

    /** Whose package it is, below that of whom. */
    private record Key(String parent, Object what) {}

    private final Map<Key, String> packages = new HashMap<>();
    private final Map<String, UniqueNames> segments = new HashMap<>();

    /**
     * The package of something, always the same.
     *
     * @param parent the package that it lies in
     * @param what tells it from all else in there
     * @param witName what WIT calls it
     */
    String below(String parent, Object what, String witName) {
        return packages.computeIfAbsent(
                new Key(parent, what),
                key -> parent + "."
                        + segments.computeIfAbsent(parent, in -> UniqueNames.ofMembers())
                                .take(JavaNames.packageSegment(witName)));
    }
}
