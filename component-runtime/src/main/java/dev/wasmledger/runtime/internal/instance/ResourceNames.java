package dev.wasmledger.runtime.internal.instance;

import java.util.Map;

/** What the resource types of one interface are called, with their indices among the plan's. */
public final class ResourceNames {

    public static final ResourceNames NONE = new ResourceNames(Map.of());

    private final String[] names;
    private final int[] resources;

    public ResourceNames(Map<String, Integer> byName) {
        this.names = byName.keySet().toArray(String[]::new);
        this.resources = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            resources[i] = byName.getOrDefault(names[i], -1);
        }
    }

    /** An interface has a handful of them, and generated code asks with constants: a short search of equal references. */
    int resource(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return resources[i];
            }
        }
        throw new IllegalArgumentException("the interface has no resource type " + name);
    }
}
