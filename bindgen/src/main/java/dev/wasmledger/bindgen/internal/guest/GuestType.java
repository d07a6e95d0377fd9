package dev.wasmledger.bindgen.internal.guest;

import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import java.util.List;
import java.util.Optional;

/**
 * A type as a guest sees it: no alias is left, and it is settled whether a resource is the imported or the exported one
 * of its name. Equal types are equal.
 */
public sealed interface GuestType {

    /** The WIT type, which decides the layout. */
    Type wit();

    /** A number, {@code bool} or {@code char}. */
    record Scalar(Type.Primitive wit) implements GuestType {}

    /** {@code string}. */
    record Text() implements GuestType {
        @Override
        public Type wit() {
            return Type.Primitive.STRING;
        }
    }

    record ListOf(GuestType element) implements GuestType {
        @Override
        public Type wit() {
            return new Type.ListOf(element.wit());
        }
    }

    record FixedList(GuestType element, long length) implements GuestType {
        @Override
        public Type wit() {
            return new Type.FixedList(element.wit(), length);
        }
    }

    record MapOf(GuestType key, GuestType value) implements GuestType {
        @Override
        public Type wit() {
            return new Type.MapOf(key.wit(), value.wit());
        }
    }

    record OptionOf(GuestType some) implements GuestType {
        @Override
        public Type wit() {
            return new Type.Option(some.wit());
        }
    }

    record ResultOf(Optional<GuestType> ok, Optional<GuestType> err) implements GuestType {
        @Override
        public Type wit() {
            return new Type.Result(ok.map(GuestType::wit), err.map(GuestType::wit));
        }
    }

    record TupleOf(List<GuestType> elements) implements GuestType {
        @Override
        public Type wit() {
            return new Type.Tuple(elements.stream().map(GuestType::wit).toList());
        }
    }

    /**
     * A record, variant, enum or flags.
     *
     * @param port whose resources it holds, if it holds any
     */
    record Named(TypeId id, Port port) implements GuestType {
        @Override
        public Type wit() {
            return new Type.Named(id);
        }
    }

    /** A handle that owns. */
    record Own(Resource resource) implements GuestType {
        @Override
        public Type wit() {
            return new Type.Own(resource.id());
        }
    }

    /** A handle that is lent. */
    record Borrow(Resource resource) implements GuestType {
        @Override
        public Type wit() {
            return new Type.Borrow(resource.id());
        }
    }

    /** A future, a stream or an error context: a handle that can be passed on. */
    record End(Type wit) implements GuestType {}

    /** A resource, as the one port has it that imports or exports it. */
    record Resource(TypeId id, Port port) {}
}
