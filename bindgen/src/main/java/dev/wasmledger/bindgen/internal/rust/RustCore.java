package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.rust.RustTypes.Scope;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import java.util.List;
import java.util.Optional;

/** Functions as the core module has them, where C's calling convention on wasm32 takes care of numbers. */
final class RustCore {

    private final RustTypes types;

    RustCore(RustTypes types) {
        this.types = types;
    }

    /** How a value goes through core values. */
    sealed interface Passed {

        /** As a number that Rust and the core module have the same bits for. */
        record Numeric() implements Passed {}

        /** As a {@code char}, whose bits are a number's. */
        record Scalar() implements Passed {}

        /** As the handle that owns or is lent. */
        record Handle() implements Passed {}

        /** As an address and a length. */
        record Sequence() implements Passed {}

        /** As what its parts come to. */
        record Compound(List<CoreNumType> flat) implements Passed {}
    }

    Passed passed(GuestType type) {
        return switch (type) {
            case GuestType.Scalar(Type.Primitive primitive) ->
                primitive == Type.Primitive.CHAR ? new Passed.Scalar() : new Passed.Numeric();
            case GuestType.Text text -> new Passed.Sequence();
            case GuestType.ListOf list -> new Passed.Sequence();
            case GuestType.Own own -> new Passed.Handle();
            case GuestType.Borrow borrow -> new Passed.Handle();
            case GuestType.End end -> new Passed.Handle();
            case GuestType.Named named
            when types.kind(named) instanceof TypeDefKind.EnumKind
                    || types.kind(named) instanceof TypeDefKind.FlagsKind -> new Passed.Numeric();
            default -> new Passed.Compound(types.layout().flat(type));
        };
    }

    /** The types of the core values of a value. */
    List<String> cores(GuestType type, Scope scope) {
        return switch (passed(type)) {
            case Passed.Numeric numeric -> List.of(types.owned(type, scope));
            case Passed.Scalar scalar -> List.of("u32");
            case Passed.Handle handle -> List.of("u32");
            case Passed.Sequence sequence -> List.of("*const u8", "usize");
            case Passed.Compound(List<CoreNumType> flat) ->
                flat.stream().map(RustCore::core).toList();
        };
    }

    private static String core(CoreNumType type) {
        return switch (type) {
            case I32 -> "u32";
            case I64 -> "u64";
            case F32 -> "f32";
            case F64 -> "f64";
        };
    }

    /** A core value out of the bits that hold it. */
    static String ofBits(CoreNumType type, String bits) {
        return switch (type) {
            case I32 -> bits + " as u32";
            case I64 -> bits;
            case F32 -> "f32::from_bits(" + bits + " as u32)";
            case F64 -> "f64::from_bits(" + bits + ")";
        };
    }

    /** The bits that hold a core value. */
    static String bits(CoreNumType type, String value) {
        return switch (type) {
            case I32 -> "u64::from(" + value + ")";
            case I64 -> value;
            case F32 -> "u64::from(" + value + ".to_bits())";
            case F64 -> value + ".to_bits()";
        };
    }

    boolean parametersInMemory(GuestFunction function) {
        return types.layout().parametersInMemory(function.parameterTypes());
    }

    /** The result's type where that goes through memory. */
    Optional<GuestType> resultInMemory(GuestFunction function) {
        return function.result().filter(types.layout()::resultInMemory);
    }

    /** The size of parameters that go through memory: they lie there like a tuple. */
    int argumentsSize(GuestFunction function) {
        return types.layout().size(arguments(function));
    }

    /** Parameters that go through memory, as one type. */
    static GuestType arguments(GuestFunction function) {
        List<GuestType> parameters = function.parameterTypes();
        return parameters.size() == 1 ? parameters.getFirst() : new GuestType.TupleOf(parameters);
    }
}
