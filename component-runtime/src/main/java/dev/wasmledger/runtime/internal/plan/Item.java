package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.validation.ValidatedComponent;
import java.util.Map;
import java.util.OptionalInt;

/** What a component-level index stands for while a plan is made. */
sealed interface Item {

    /** A lifted function, of some component of the plan. */
    record Lifted(LiftPlan lift) implements Item {}

    /** A function of the host: an index into the plan's imports. */
    record Hosted(int imported) implements Item {}

    record Instance(Map<String, Item> exports) implements Item {}

    /** A component to instantiate, with the scope that its outer aliases reach. */
    record Component(ValidatedComponent component, Scope around) implements Item {}

    /** An index into the plan's modules. */
    record Module(int module) implements Item {}

    /** A type: an index into the plan's resources, if it is a resource type. */
    record Type(OptionalInt resource) implements Item {
        static final Type PLAIN = new Type(OptionalInt.empty());
    }
}
