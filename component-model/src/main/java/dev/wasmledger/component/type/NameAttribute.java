package dev.wasmledger.component.type;

/** An annotation of an import's or export's name (Binary.md, {@code attribute}). */
public sealed interface NameAttribute {

    /** {@code (implements "in")}: the interface that a plainly named instance has. */
    record Implements(String interfaceName) implements NameAttribute {}

    /** {@code (versionsuffix "vs")}: what follows the canonical version in the full one. */
    record VersionSuffix(String suffix) implements NameAttribute {}

    /** {@code (external-id n)}. */
    record ExternalId(String name) implements NameAttribute {}
}
