package dev.wasmledger.runtime.internal.instance;

import java.util.function.Consumer;

/**
 * A resource type that the host defines.
 *
 * @param type of the objects that stand behind handles
 * @param destructor called with the object when a handle that owns it is dropped
 */
public record HostResource(Class<?> type, Consumer<Object> destructor) {

    /** Of a Java class. */
    public static <T> HostResource of(Class<T> type, Consumer<? super T> destructor) {
        return new HostResource(type, object -> destructor.accept(type.cast(object)));
    }
}
