package dev.wasmledger.component.model;

/** An alias: a definition from elsewhere gets an index here (Binary.md, {@code alias}). */
public sealed interface Alias extends Definition, Declarator {

    /** The index space that grows. */
    Sort sort();

    /** {@code (alias export i name (sort))}. */
    record InstanceExport(Sort sort, Index.Instance instance, String name) implements Alias {}

    /** {@code (alias core export i name (sort))}. */
    record CoreInstanceExport(Sort sort, Index.CoreInstance instance, String name) implements Alias {}

    /**
     * {@code (alias outer count index (sort))}.
     *
     * @param count how many scopes further out, unsigned
     * @param index in that scope, of the same sort
     */
    record Outer(Sort sort, int count, Index index) implements Alias {}
}
