package dev.wasmledger.runtime.abi;

import java.util.function.Consumer;

/** The side of a linker that generated bindings for imports use. */
public interface ImportBinder {

    /**
     * Provides an imported interface.
     *
     * @param name the import's name: an interface name or the plain name a composition gave it
     * @param core the binding's interface of core-typed calls; its methods take {@link CanonicalOptions} first
     * @param implementation lifts the arguments, calls the user's implementation and lowers the result
     */
    <C> void provide(String name, Class<C> core, C implementation);

    /**
     * Provides a resource type that the host defines. Handles of it stand for objects of a Java class.
     *
     * @param name of the import that defines the type, as for {@link #provide}
     * @param resource the type's name there
     * @param type what functions of the interface take and give for it
     * @param destructor called when a component drops a handle that owns the object
     */
    <T> void provideResource(String name, String resource, Class<T> type, Consumer<? super T> destructor);
}
