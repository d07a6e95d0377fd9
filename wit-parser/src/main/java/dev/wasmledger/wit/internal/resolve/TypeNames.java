package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.List;

/** The names of other types in a type definition, in the order of the text. */
final class TypeNames {

    private TypeNames() {}

    static List<Name> in(TypeBody body) {
        List<Name> names = new ArrayList<>();
        switch (body) {
            case AliasBody alias -> collect(alias.target(), names);
            case RecordBody fields -> fields.fields().forEach(field -> collect(field.type(), names));
            case VariantBody cases ->
                cases.cases().forEach(one -> one.payload().ifPresent(payload -> collect(payload, names)));
            case EnumBody e -> {}
            case FlagsBody f -> {}
            // A resource's functions come behind all types.
            case ResourceBody r -> {}
        }
        return names;
    }

    private static void collect(Ty type, List<Name> names) {
        switch (type) {
            case PrimitiveTy primitive -> {}
            case NameTy name -> names.add(name.name());
            case ListTy list -> collect(list.element(), names);
            case FixedListTy list -> collect(list.element(), names);
            case OptionTy option -> collect(option.some(), names);
            case ResultTy result -> {
                result.ok().ifPresent(ok -> collect(ok, names));
                result.err().ifPresent(err -> collect(err, names));
            }
            case TupleTy tuple -> tuple.elements().forEach(element -> collect(element, names));
            case MapTy map -> {
                collect(map.key(), names);
                collect(map.value(), names);
            }
            case FutureTy future -> future.payload().ifPresent(payload -> collect(payload, names));
            case StreamTy stream -> stream.payload().ifPresent(payload -> collect(payload, names));
            case OwnTy own -> names.add(own.resource());
            case BorrowTy borrow -> names.add(borrow.resource());
        }
    }
}
