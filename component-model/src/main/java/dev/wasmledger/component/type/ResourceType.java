package dev.wasmledger.component.type;

/**
 * A resource type. Its identity is that of the object: each {@code resource} definition, each {@code (sub resource)}
 * import and, when a component is instantiated, each resource that it defines is a type of its own.
 */
public final class ResourceType implements DefType {

    private final String name;

    /** A type unequal to every other. The name (that of its import or export) only describes it. */
    public ResourceType(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "resource " + name;
    }
}
