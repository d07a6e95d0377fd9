package dev.wasmledger.runtime.internal.plan;

import java.util.Map;

/** A core instance while a plan is made. */
sealed interface CoreItem {

    CoreSource export(String name);

    /** One that a step makes. */
    record Made(int coreInstance) implements CoreItem {
        @Override
        public CoreSource export(String name) {
            return new CoreSource.InstanceExport(coreInstance, name);
        }
    }

    /** One put together from what is there; it leaves no trace in the plan. */
    record Inline(Map<String, CoreSource> exports) implements CoreItem {
        @Override
        public CoreSource export(String name) {
            CoreSource source = exports.get(name);
            if (source == null) {
                throw new IllegalStateException("validation let a missing core export pass: " + name);
            }
            return source;
        }
    }
}
