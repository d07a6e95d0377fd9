package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.GuestResource;
import dev.wasmledger.runtime.Trap;
import java.util.function.Function;

/**
 * The options that a {@code canon lift} or {@code canon lower} was declared with, resolved to the instance at hand
 * (CanonicalABI.md, "LiftLowerOptions").
 */
public interface CanonicalOptions {

    /** The memory that pointers of this function point into. */
    LinearMemory memory();

    /** How this function's strings are encoded. */
    StringEncoding stringEncoding();

    /**
     * Calls the declared {@code realloc}. Traps where the answer is not aligned, or where the block does not lie within
     * the memory (CanonicalABI.md, "LiftLowerContext.realloc").
     *
     * @param oldPointer the block to resize, 0 for a new one
     * @param oldSize its size in bytes, 0 for a new one
     * @param alignment in bytes, a power of two
     * @param newSize in bytes
     * @return where the block now is
     */
    int realloc(int oldPointer, int oldSize, int alignment, int newSize);

    /**
     * A trap that names the component and function that are running, for the caller to throw; the instance is locked
     * down from now on.
     *
     * @param reason what rule of the canonical ABI was broken, without the place
     */
    Trap trap(String reason);

    /**
     * Takes an owned resource from the component (CanonicalABI.md, "lift_own"). Traps where the handle is unknown, of
     * another type, only borrowed, or lent to a running call.
     *
     * @param resource the type's name in the interface at hand; in a world's own functions, that of its import or export
     * @param handle an index into the component's table
     * @return the host's own object where the host made the resource, a {@link GuestResource}
     *     where a component did
     */
    Object liftOwn(String resource, int handle);

    /**
     * The same as one Java type, whoever made the resource.
     *
     * @param type the Java type that stands for the resource
     * @param wrapping makes that of a resource that a component made
     * @param <T> the Java type
     */
    default <T> T liftOwn(
            String resource, int handle, Class<T> type, Function<? super GuestResource, ? extends T> wrapping) {
        Object lifted = liftOwn(resource, handle);
        return lifted instanceof GuestResource guest ? wrapping.apply(guest) : type.cast(lifted);
    }

    /**
     * Looks at a resource that the component lends for the length of the call (CanonicalABI.md, "lift_borrow"). Only
     * functions of the host are lent anything, and only what a host made.
     *
     * @param resource as for {@link #liftOwn(String, int)}
     */
    Object liftBorrow(String resource, int handle);

    /**
     * Gives an owned resource to the component (CanonicalABI.md, "lower_own").
     *
     * @param resource as for {@link #liftOwn(String, int)}
     * @param value what {@link #liftOwn(String, int)} would return for it; a guest's resource is no longer the host's afterwards
     * @return the handle
     * @throws IllegalArgumentException if it is of another type or instance, or not the host's to give
     */
    int lowerOwn(String resource, Object value);

    /**
     * Lends a resource to the component until the call ends (CanonicalABI.md, "lower_borrow"): to be used with the
     * arguments of exported functions alone.
     *
     * @param resource as for {@link #liftOwn(String, int)}
     * @param value as for {@link #lowerOwn}; it stays the host's
     * @return the handle, or the representation where the component itself defines the resource
     * @throws IllegalArgumentException if it is of another type or instance, or not the host's to lend
     */
    int lowerBorrow(String resource, Object value);
}
