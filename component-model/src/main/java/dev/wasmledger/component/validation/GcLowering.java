package dev.wasmledger.component.validation;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.CoreArrayType;
import dev.wasmledger.component.type.CoreCompositeType;
import dev.wasmledger.component.type.CoreFieldType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CorePackedType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreStorageType;
import dev.wasmledger.component.type.CoreStructType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a core function's type can carry a function's values as GC references, which it has a choice in: a field of a
 * record can be packed or not. The specification has no text for it yet; these are the reference implementation's rules.
 */
final class GcLowering {

    private static final int EXTERN = 0x6f;

    private final CanonOpt.Encoding encoding;
    private final Problems problems;
    private final IdentityPairs checked = new IdentityPairs();

    GcLowering(CanonOpt.Encoding encoding, Problems problems) {
        this.encoding = encoding;
        this.problems = problems;
    }

    void check(FuncType type, CoreFuncType core) {
        problems.require(
                core.params().size() == type.params().size(),
                Rule.GC_PARAMETERS,
                "the core type has " + core.params().size() + " parameters, but the function has "
                        + type.params().size());
        for (int i = 0; i < core.params().size(); i++) {
            check(type.params().get(i).type(), core.params().get(i), CoreNumType.I32);
        }
        int results = type.result().isPresent() ? 1 : 0;
        problems.require(
                core.results().size() == results,
                Rule.GC_RESULTS,
                "the core type has " + core.results().size() + " results, but the function has " + results);
        type.result().ifPresent(result -> check(result, core.results().getFirst(), CoreNumType.I32));
    }

    /** A part of something, which is packed where it can be. */
    private void checkField(ValType type, CoreFieldType core) {
        CoreStorageType small = switch (type) {
            case PrimValType(Primitive primitive) ->
                switch (primitive) {
                    case BOOL, S8, U8 -> CorePackedType.I8;
                    case S16, U16 -> CorePackedType.I16;
                    default -> CoreNumType.I32;
                };
            default -> CoreNumType.I32;
        };
        check(type, core.type(), small);
    }

    /** @param small what carries a number of 16 bits or less */
    private void check(ValType type, CoreStorageType core, CoreStorageType small) {
        // Only what is primitive fits differently at different places.
        if (!(type instanceof PrimValType) && !checked.contains(type, core)) {
            checked.add(type, core);
            checkParts(type, core, small);
        } else if (type instanceof PrimValType(Primitive primitive)) {
            primitive(type, primitive, core, small);
        }
    }

    private void checkParts(ValType type, CoreStorageType core, CoreStorageType small) {
        switch (type) {
            case PrimValType(Primitive primitive) -> primitive(type, primitive, core, small);
            case EnumType t -> number(type, core, CoreNumType.I32);
            case FlagsType t -> number(type, core, CoreNumType.I32);
            case RecordType(List<Field> fields) ->
                struct(type, fields.stream().map(Field::type).toList(), core);
            case TupleType(List<ValType> types) -> struct(type, types, core);
            case ListType list -> list(list, core);
            case VariantType t -> emptyStruct(type, core);
            case OptionType t -> emptyStruct(type, core);
            case ResultType t -> emptyStruct(type, core);
            case OwnType t -> handle(type, core);
            case BorrowType t -> handle(type, core);
            case StreamType t -> handle(type, core);
            case FutureType t -> handle(type, core);
            case MapType t -> throw problems.fail(Rule.GC_MAP, "a map cannot be passed as a GC reference yet");
        }
    }

    private void primitive(ValType type, Primitive primitive, CoreStorageType core, CoreStorageType small) {
        switch (primitive) {
            case BOOL, S8, U8, S16, U16 -> number(type, core, small);
            case S32, U32, CHAR -> number(type, core, CoreNumType.I32);
            case S64, U64 -> number(type, core, CoreNumType.I64);
            case F32 -> number(type, core, CoreNumType.F32);
            case F64 -> number(type, core, CoreNumType.F64);
            case STRING -> string(type, core);
            case ERROR_CONTEXT -> handle(type, core);
        }
    }

    private void number(ValType type, CoreStorageType core, CoreStorageType expected) {
        require(
                core.equals(expected),
                Rule.GC_NUMBER,
                type,
                "`" + expected.toString().toLowerCase(Locale.ROOT) + "`");
    }

    private void string(ValType type, CoreStorageType core) {
        CorePackedType unit = encoding == CanonOpt.Encoding.UTF16 ? CorePackedType.I16 : CorePackedType.I8;
        require(
                composite(core).orElse(null) instanceof CoreArrayType(CoreFieldType element)
                        && element.type().equals(unit),
                Rule.GC_STRING,
                type,
                "an array of " + unit.toString().toLowerCase(Locale.ROOT));
    }

    private void list(ListType list, CoreStorageType core) {
        Optional<CoreFieldType> element = composite(core)
                .flatMap(type -> type instanceof CoreArrayType array ? Optional.of(array.element()) : Optional.empty());
        require(element.isPresent(), Rule.GC_LIST, list, "an array");
        element.ifPresent(found -> checkField(list.element(), found));
    }

    private void struct(ValType type, List<ValType> parts, CoreStorageType core) {
        Optional<CoreStructType> struct = struct(core);
        require(struct.isPresent(), Rule.GC_STRUCT, type, "a struct");
        List<CoreFieldType> fields = struct.map(CoreStructType::fields).orElse(List.of());
        if (fields.size() != parts.size()) {
            throw problems.fail(
                    Rule.GC_STRUCT_FIELDS,
                    "the core struct has " + fields.size() + " fields, but " + TypeText.brief(type) + " has "
                            + parts.size());
        }
        for (int i = 0; i < fields.size(); i++) {
            checkField(parts.get(i), fields.get(i));
        }
    }

    /** What every struct with the fields of a case is a subtype of. */
    private void emptyStruct(ValType type, CoreStorageType core) {
        require(
                struct(core).filter(struct -> struct.fields().isEmpty()).isPresent(),
                Rule.GC_VARIANT,
                type,
                "a struct without fields");
    }

    private void handle(ValType type, CoreStorageType core) {
        require(
                core instanceof CoreRefType(boolean nullable, CoreRefType.AbstractHeapType(boolean shared, int code))
                        && code == EXTERN,
                Rule.GC_HANDLE,
                type,
                "an external reference");
    }

    private void require(boolean fits, Rule rule, ValType type, String expected) {
        if (!fits) {
            throw problems.fail(
                    rule, "a value of type " + TypeText.brief(type) + " is carried by " + expected + ", and not here");
        }
    }

    private static Optional<CoreStructType> struct(CoreStorageType core) {
        return composite(core)
                .flatMap(type -> type instanceof CoreStructType struct ? Optional.of(struct) : Optional.empty());
    }

    private static Optional<CoreCompositeType> composite(CoreStorageType core) {
        return core instanceof CoreRefType(boolean nullable, CoreRefType.DefinedHeapType(CoreSubType type))
                ? Optional.of(type.composite())
                : Optional.empty();
    }
}
