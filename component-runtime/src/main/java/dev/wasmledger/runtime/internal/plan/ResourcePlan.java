package dev.wasmledger.runtime.internal.plan;

import java.util.Optional;

/** A resource type. */
public sealed interface ResourcePlan {

    /**
     * One that a component defines.
     *
     * @param component index of the component instance that defines it
     * @param destructor called with the representation when an owned handle is dropped
     */
    record Guest(int component, Optional<CoreSource> destructor) implements ResourcePlan {}

    /**
     * One that the host defines.
     *
     * @param from name of the imported instance, or {@link LinkPlan#ROOT}
     */
    record Host(String from, String name) implements ResourcePlan {

        /** As messages name it. */
        public String qualifiedName() {
            return from.equals(LinkPlan.ROOT) ? name : from + "#" + name;
        }
    }
}
