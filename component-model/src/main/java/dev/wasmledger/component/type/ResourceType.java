package dev.wasmledger.component.type;

/**
 * A resource type. It is equal to its aliases alone: each {@code resource} definition, each {@code (sub resource)} import
 * and, when a component is instantiated, each resource that it defines is a type of its own.
 */
public final class ResourceType implements DefType {

    private final String name;
    private final Identity identity;

    /** What aliases share. */
    private static final class Identity {}

    private ResourceType(String name, Identity identity) {
        this.name = name;
        this.identity = identity;
    }

    /** A type unequal to every other. The name (that of its import or export) only describes it. */
    public ResourceType(String name) {
        this(name, new Identity());
    }

    /** The same type under another name: what {@code (type (eq r))} makes. */
    public ResourceType alias(String otherName) {
        return new ResourceType(otherName, identity);
    }

    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return "resource " + name;
    }
}
