package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Sizes, alignments and flat types, written from the functions of the same names in the specification's {@code
 * definitions.py}. Shares nothing with the code under test but the types themselves.
 */
final class AbiTypes {

    private static final int POINTER_SIZE = 4;

    private AbiTypes() {}

    /** The parts of what {@code despecialize} makes a record. */
    static Optional<List<ValType>> fields(ValType type) {
        return switch (type) {
            case RecordType(List<Field> fields) ->
                Optional.of(fields.stream().map(Field::type).toList());
            case TupleType(List<ValType> types) -> Optional.of(types);
            default -> Optional.empty();
        };
    }

    /** The payloads of what {@code despecialize} makes a variant. */
    static Optional<List<Optional<ValType>>> cases(ValType type) {
        return switch (type) {
            case VariantType(var cases) ->
                Optional.of(cases.stream().map(one -> one.type()).toList());
            case EnumType(var labels) -> Optional.of(Collections.nCopies(labels.size(), Optional.empty()));
            case OptionType(ValType some) -> Optional.of(List.of(Optional.empty(), Optional.of(some)));
            case ResultType(var ok, var error) -> Optional.of(List.of(ok, error));
            default -> Optional.empty();
        };
    }

    /** What {@code despecialize} makes a list of. */
    static ValType entry(MapType map) {
        return new TupleType(List.of(map.key(), map.value()));
    }

    static int alignment(ValType type) {
        if (fields(type).isPresent()) {
            return fields(type).get().stream()
                    .mapToInt(AbiTypes::alignment)
                    .max()
                    .orElse(1);
        }
        if (cases(type).isPresent()) {
            return Math.max(discriminantSize(type), maxCaseAlignment(type));
        }
        return switch (type) {
            case PrimValType(var primitive) ->
                switch (primitive) {
                    case BOOL, S8, U8 -> 1;
                    case S16, U16 -> 2;
                    case S32, U32, F32, CHAR -> 4;
                    case S64, U64, F64 -> 8;
                    case STRING -> POINTER_SIZE;
                    case ERROR_CONTEXT -> throw new IllegalArgumentException("not a value of this test");
                };
            case FlagsType(var labels) -> labels.size() <= 8 ? 1 : labels.size() <= 16 ? 2 : 4;
            default -> POINTER_SIZE;
        };
    }

    static int elemSize(ValType type) {
        if (fields(type).isPresent()) {
            int size = 0;
            for (ValType field : fields(type).get()) {
                size = align(size, alignment(field)) + elemSize(field);
            }
            return align(size, alignment(type));
        }
        if (cases(type).isPresent()) {
            int largest = cases(type).get().stream()
                    .flatMap(Optional::stream)
                    .mapToInt(AbiTypes::elemSize)
                    .max()
                    .orElse(0);
            return align(payloadOffset(type) + largest, alignment(type));
        }
        return switch (type) {
            case PrimValType(var primitive) when primitive.text().equals("string") -> 2 * POINTER_SIZE;
            case ListType list -> 2 * POINTER_SIZE;
            case MapType map -> 2 * POINTER_SIZE;
            default -> alignment(type);
        };
    }

    /** Of a variant: 1, 2 or 4. */
    static int discriminantSize(ValType type) {
        int count = cases(type).orElseThrow().size();
        return count <= 0x100 ? 1 : count <= 0x10000 ? 2 : 4;
    }

    static int payloadOffset(ValType type) {
        return align(discriminantSize(type), maxCaseAlignment(type));
    }

    private static int maxCaseAlignment(ValType type) {
        return cases(type).orElseThrow().stream()
                .flatMap(Optional::stream)
                .mapToInt(AbiTypes::alignment)
                .max()
                .orElse(1);
    }

    static int align(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    /** {@code flatten_type}, with a letter for each core type: I, J, F, D. */
    static List<Character> flatten(ValType type) {
        var flat = new ArrayList<Character>();
        if (fields(type).isPresent()) {
            fields(type).get().forEach(field -> flat.addAll(flatten(field)));
            return flat;
        }
        if (cases(type).isPresent()) {
            flat.add('I');
            flat.addAll(joined(type));
            return flat;
        }
        return switch (type) {
            case PrimValType(var primitive) ->
                switch (primitive) {
                    case S64, U64 -> List.of('J');
                    case F32 -> List.of('F');
                    case F64 -> List.of('D');
                    case STRING -> List.of('I', 'I');
                    default -> List.of('I');
                };
            case FlagsType flags -> List.of('I');
            default -> List.of('I', 'I');
        };
    }

    private static List<Character> joined(ValType variant) {
        var joined = new ArrayList<Character>();
        for (Optional<ValType> payload : cases(variant).orElseThrow()) {
            List<Character> own = payload.map(AbiTypes::flatten).orElse(List.of());
            for (int i = 0; i < own.size(); i++) {
                if (i < joined.size()) {
                    joined.set(i, join(joined.get(i), own.get(i)));
                } else {
                    joined.add(own.get(i));
                }
            }
        }
        return joined;
    }

    private static char join(char a, char b) {
        if (a == b) {
            return a;
        }
        boolean both32 = (a == 'I' && b == 'F') || (a == 'F' && b == 'I');
        return both32 ? 'I' : 'J';
    }
}
