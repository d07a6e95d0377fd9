package dev.wasmledger.wit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A type where it is used: a built-in one, one put together in place, or one with a name. (WIT.md, "Types".)
 *
 * <p>Types that stand in place have no identity: two of the same shape are equal.
 */
public sealed interface Type {

    /** Types without parts. */
    enum Primitive implements Type {
        BOOL,
        U8,
        U16,
        U32,
        U64,
        S8,
        S16,
        S32,
        S64,
        F32,
        F64,
        CHAR,
        STRING,
        ERROR_CONTEXT;

        /** The type as WIT spells it: {@code u8}, {@code error-context}. */
        public String witName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A named type that is a value: a record, a variant, an enum, flags or an alias of a value type. A resource
     * occurs so only as the target of an alias, everywhere else as {@link Own} or {@link Borrow}.
     */
    record Named(TypeId id) implements Type {}

    /** {@code list<T>}. */
    record ListOf(Type element) implements Type {}

    /**
     * {@code list<T, n>}.
     *
     * @param length at least 1; an unsigned 32-bit number
     */
    record FixedList(Type element, long length) implements Type {}

    /** {@code option<T>}. */
    record Option(Type some) implements Type {}

    /** {@code result<T, E>}, each of the two absent where the text has none or {@code _}. */
    record Result(Optional<Type> ok, Optional<Type> err) implements Type {}

    /** {@code tuple<A, B, …>}. */
    record Tuple(List<Type> elements) implements Type {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /** {@code map<K, V>}. */
    record MapOf(Type key, Type value) implements Type {}

    /** {@code future<T>} or {@code future}. */
    record Future(Optional<Type> payload) implements Type {}

    /** {@code stream<T>} or {@code stream}. */
    record Stream(Optional<Type> payload) implements Type {}

    /** A handle that owns: the bare name of a resource, or {@code own<R>}. */
    record Own(TypeId resource) implements Type {}

    /** {@code borrow<R>}. */
    record Borrow(TypeId resource) implements Type {}
}
