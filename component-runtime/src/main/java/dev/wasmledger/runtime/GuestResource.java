package dev.wasmledger.runtime;

import dev.wasmledger.runtime.abi.ExportBinder;
import java.util.function.Function;

/**
 * A resource of a type that a component defines, owned by the host. It belongs to the instance that it came from, and to
 * that instance's thread. Given to a function as {@code own}, it is gone; given as {@code borrow}, it is lent for the call.
 */
public interface GuestResource extends AutoCloseable {

    /** Whether the host owns it still: it was neither closed nor given away, and its instance can be called. */
    boolean isOwned();

    /**
     * Drops it, which runs the component's destructor. Does nothing where the host no longer owns it.
     *
     * @throws Trap if the destructor traps, or if the resource is lent to a running call
     */
    @Override
    void close();

    /**
     * The bindings of the instance that it came from; generated code calls the resource's methods through them.
     *
     * @param type what the bindings are kept under: {@code bind} is called once for each instance and type
     */
    <B> B binding(Class<B> type, Function<ExportBinder, B> bind);
}
