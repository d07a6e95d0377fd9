package dev.wasmledger.component.validation;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;

/** Gives a type a name: what comes out is equal, but another object, by which uses under that name are known. */
final class TypeCopy {

    private TypeCopy() {}

    static DefType named(DefType type, String name) {
        return switch (type) {
            case ResourceType resource -> resource.alias(name);
            case ValType value -> copy(value);
            case FuncType func -> func;
            case InstanceType instance -> instance;
            case ComponentType component -> component;
        };
    }

    private static ValType copy(ValType type) {
        return switch (type) {
            case PrimValType(var primitive) -> new PrimValType(primitive);
            case RecordType(var fields) -> new RecordType(fields);
            case VariantType(var cases) -> new VariantType(cases);
            case ListType(var element, var length) -> new ListType(element, length);
            case MapType(var key, var value) -> new MapType(key, value);
            case TupleType(var types) -> new TupleType(types);
            case FlagsType(var labels) -> new FlagsType(labels);
            case EnumType(var labels) -> new EnumType(labels);
            case OptionType(var some) -> new OptionType(some);
            case ResultType(var ok, var error) -> new ResultType(ok, error);
            case OwnType(var resource) -> new OwnType(resource);
            case BorrowType(var resource) -> new BorrowType(resource);
            case StreamType(var element) -> new StreamType(element);
            case FutureType(var element) -> new FutureType(element);
        };
    }
}
