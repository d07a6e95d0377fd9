package dev.wasmledger.component.validation;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
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
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares value and function types, which fit only where they are equal. */
final class ValueTypes {

    private final Map<ResourceType, ResourceType> settled;
    private final IdentityPairs equal;

    /**
     * @param settled what resource types of the asked-for side stand for
     * @param equal what was found to fit before, with no fewer of them settled; more is added
     */
    ValueTypes(Map<ResourceType, ResourceType> settled, IdentityPairs equal) {
        this.settled = settled;
        this.equal = equal;
    }

    Optional<Mismatch> compare(FuncType from, FuncType to) {
        if (from.async() != to.async()) {
            return Mismatch.of(
                    Rule.ASYNC_MISMATCH,
                    to.async() ? "an async function is asked for" : "a function that is not async is asked for");
        }
        if (from.params().size() != to.params().size()) {
            return counts(Rule.PARAMETER_COUNT_MISMATCH, from.params(), to.params(), "parameters");
        }
        for (int i = 0; i < from.params().size(); i++) {
            Optional<Mismatch> mismatch = field(
                    Rule.PARAMETER_NAME_MISMATCH,
                    from.params().get(i),
                    to.params().get(i),
                    "parameter");
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return optional(Rule.FUNCTION_RESULT_MISMATCH, from.result(), to.result(), "result");
    }

    Optional<Mismatch> compare(ResourceType from, ResourceType to) {
        ResourceType expected = settled.getOrDefault(to, to);
        return from.equals(expected)
                ? Optional.empty()
                : Mismatch.of(
                        Rule.RESOURCE_MISMATCH,
                        "the resource types " + from.name() + " and " + to.name() + " are not the same");
    }

    Optional<Mismatch> compare(ValType from, ValType to) {
        if (equal.contains(from, to)) {
            return Optional.empty();
        }
        Optional<Mismatch> mismatch = compareParts(from, to);
        if (mismatch.isEmpty()) {
            equal.add(from, to);
        }
        return mismatch;
    }

    private Optional<Mismatch> compareParts(ValType from, ValType to) {
        return switch (to) {
            case PrimValType t when from instanceof PrimValType f && f.primitive() == t.primitive() -> Optional.empty();
            case RecordType(var fields) when from instanceof RecordType(var others) -> fields(others, fields);
            case VariantType(var cases) when from instanceof VariantType(var others) -> cases(others, cases);
            case ListType t
            when from instanceof ListType f && f.length().equals(t.length()) ->
                compare(f.element(), t.element()).map(m -> m.within("list element"));
            case MapType t
            when from instanceof MapType f ->
                compare(f.key(), t.key())
                        .map(m -> m.within("map key"))
                        .or(() -> compare(f.value(), t.value()).map(m -> m.within("map value")));
            case TupleType(var types) when from instanceof TupleType(var others) -> types(others, types);
            case FlagsType t
            when from instanceof FlagsType f -> labels(Rule.FLAGS_MISMATCH, f.labels(), t.labels(), "flags");
            case EnumType t
            when from instanceof EnumType f -> labels(Rule.ENUM_MISMATCH, f.labels(), t.labels(), "cases");
            case OptionType t
            when from instanceof OptionType f -> compare(f.type(), t.type()).map(m -> m.within("option"));
            case ResultType t
            when from instanceof ResultType f ->
                optional(Rule.RESULT_TYPE_MISMATCH, f.ok(), t.ok(), "ok")
                        .or(() -> optional(Rule.RESULT_TYPE_MISMATCH, f.error(), t.error(), "error"));
            case OwnType t when from instanceof OwnType f -> compare(f.resource(), t.resource());
            case BorrowType t when from instanceof BorrowType f -> compare(f.resource(), t.resource());
            case StreamType t
            when from instanceof StreamType f ->
                optional(Rule.ELEMENT_MISMATCH, f.element(), t.element(), "stream element");
            case FutureType t
            when from instanceof FutureType f ->
                optional(Rule.ELEMENT_MISMATCH, f.element(), t.element(), "future element");
            default ->
                Mismatch.of(
                        difference(from, to),
                        TypeText.brief(to) + " is asked for, and this is " + TypeText.brief(from));
        };
    }

    private static Rule difference(ValType from, ValType to) {
        if (from instanceof PrimValType && to instanceof PrimValType) {
            return Rule.PRIMITIVE_MISMATCH;
        }
        return from instanceof ListType && to instanceof ListType ? Rule.LENGTH_MISMATCH : Rule.TYPE_KIND_MISMATCH;
    }

    private Optional<Mismatch> optional(Rule rule, Optional<ValType> from, Optional<ValType> to, String what) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty()) {
            return Mismatch.of(rule, "a type is asked for, and there is none").map(m -> m.within(what));
        }
        if (to.isEmpty()) {
            return Mismatch.of(rule, "no type is asked for, and there is one").map(m -> m.within(what));
        }
        return compare(from.get(), to.get()).map(m -> m.within(what));
    }

    private Optional<Mismatch> fields(List<Field> from, List<Field> to) {
        if (from.size() != to.size()) {
            return counts(Rule.FIELD_COUNT_MISMATCH, from, to, "fields");
        }
        for (int i = 0; i < from.size(); i++) {
            Optional<Mismatch> mismatch = field(Rule.FIELD_NAME_MISMATCH, from.get(i), to.get(i), "field");
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return Optional.empty();
    }

    private Optional<Mismatch> field(Rule rule, Field from, Field to, String what) {
        if (!from.label().equals(to.label())) {
            return Mismatch.of(
                    rule, "a " + what + " `" + to.label() + "` is asked for, and this is `" + from.label() + "`");
        }
        return compare(from.type(), to.type()).map(m -> m.within(what + " `" + to.label() + "`"));
    }

    private Optional<Mismatch> cases(List<Case> from, List<Case> to) {
        if (from.size() != to.size()) {
            return counts(Rule.CASE_COUNT_MISMATCH, from, to, "cases");
        }
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).label().equals(to.get(i).label())) {
                return Mismatch.of(
                        Rule.CASE_NAME_MISMATCH,
                        "a case `" + to.get(i).label() + "` is asked for, and this is `"
                                + from.get(i).label() + "`");
            }
            Optional<Mismatch> mismatch = optional(
                    Rule.CASE_TYPE_MISMATCH,
                    from.get(i).type(),
                    to.get(i).type(),
                    "case `" + to.get(i).label() + "`");
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return Optional.empty();
    }

    private Optional<Mismatch> types(List<ValType> from, List<ValType> to) {
        if (from.size() != to.size()) {
            return counts(Rule.TUPLE_MISMATCH, from, to, "types");
        }
        for (int i = 0; i < from.size(); i++) {
            Optional<Mismatch> mismatch = compare(from.get(i), to.get(i));
            if (mismatch.isPresent()) {
                String part = "tuple field " + i;
                return mismatch.map(m -> m.within(part));
            }
        }
        return Optional.empty();
    }

    private static Optional<Mismatch> labels(Rule rule, List<String> from, List<String> to, String what) {
        return from.equals(to)
                ? Optional.empty()
                : Mismatch.of(
                        rule,
                        "the " + what + " {" + String.join(", ", to) + "} are asked for, and these are {"
                                + String.join(", ", from) + "}");
    }

    private static Optional<Mismatch> counts(Rule rule, List<?> from, List<?> to, String what) {
        return Mismatch.of(rule, to.size() + " " + what + " are asked for, and there are " + from.size());
    }
}
