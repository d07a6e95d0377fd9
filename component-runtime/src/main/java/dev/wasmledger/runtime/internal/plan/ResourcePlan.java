package dev.wasmledger.runtime.internal.plan;

import java.util.Optional;

/**
 * A resource type.
 *
 * @param component index of the component instance that defines it
 * @param destructor called with the representation when an owned handle is dropped
 */
public record ResourcePlan(int component, Optional<CoreSource> destructor) {}
