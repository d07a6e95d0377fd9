package dev.wasmledger.component.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Pairs of objects that were found to fit, so that types which others share are looked at once. */
final class IdentityPairs {

    private final IdentityHashMap<Object, Set<Object>> pairs = new IdentityHashMap<>();

    boolean contains(Object one, Object other) {
        Set<Object> others = pairs.get(one);
        return others != null && others.contains(other);
    }

    void add(Object one, Object other) {
        pairs.computeIfAbsent(one, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(other);
    }
}
