package dev.wasmledger.component.type;

/**
 * A value type. {@code equals} is the structural type equality of the component model, in which two resource types are
 * equal only when they are the same.
 *
 * <p>Two equal types can still be two: an exported {@code (type (eq t))} is a new object, by which the WIT bridge knows
 * that a parameter was declared with that name. Whoever maps types keeps this sharing.
 */
public sealed interface ValType extends DefType
        permits PrimValType,
                RecordType,
                VariantType,
                ListType,
                MapType,
                TupleType,
                FlagsType,
                EnumType,
                OptionType,
                ResultType,
                OwnType,
                BorrowType,
                StreamType,
                FutureType {}
