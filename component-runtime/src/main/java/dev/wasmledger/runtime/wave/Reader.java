package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
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
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads nodes as values of a type. What does not fit is noted and reading goes on, so that one run reports everything;
 * the value is then of no use.
 */
final class Reader {

    /** Stands where there is no value of the type. */
    private static final Val NOTHING = new Val.Tuple(List.of());

    private final Problems problems;
    private final Scalars scalars;

    Reader(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Val value(Node node, ValType type) {
        return switch (type) {
            case PrimValType(Primitive primitive) ->
                scalars.value(node, primitive).orElse(NOTHING);
            case RecordType(List<Field> fields) -> record(node, type, fields);
            case VariantType(List<Case> cases) -> variant(node, type, cases);
            case EnumType(List<String> labels) -> enumCase(node, type, labels);
            case FlagsType(List<String> labels) -> flags(node, type, labels);
            case TupleType(List<ValType> types) -> tuple(node, type, types);
            case ListType(ValType element, OptionalInt length) -> list(node, type, element, length);
            case MapType(ValType key, ValType value) -> map(node, type, key, value);
            case OptionType(ValType some) -> option(node, type, some);
            case ResultType(Optional<ValType> ok, Optional<ValType> error) -> result(node, type, ok, error);
            case OwnType own -> unwritable(node, "a resource");
            case BorrowType borrow -> unwritable(node, "a resource");
            case StreamType stream -> unwritable(node, "a stream");
            case FutureType future -> unwritable(node, "a future");
        };
    }

    /** Arguments; those of option types at the end may be left out. */
    List<Val> arguments(Node.Tuple node, List<Field> params) {
        var values = new ArrayList<Val>();
        for (int i = 0; i < params.size(); i++) {
            Field param = params.get(i);
            if (i < node.values().size()) {
                values.add(value(node.values().get(i), param.type()));
            } else if (param.type() instanceof OptionType) {
                values.add(new Val.Option(Optional.empty()));
            } else {
                problems.add(
                        Problems.MISSING,
                        node,
                        "the argument `" + param.label() + "` is missing, " + Problems.text(param.type()));
            }
        }
        for (Node extra : node.values()
                .subList(
                        Math.min(params.size(), node.values().size()),
                        node.values().size())) {
            problems.add(Problems.TOO_MANY, extra, "the function takes no more arguments than " + params.size());
        }
        return values;
    }

    private Val record(Node node, ValType type, List<Field> fields) {
        if (!(node instanceof Node.Fields written)) {
            return mismatch(node, type, hintForRecord(node));
        }
        List<String> labels = fields.stream().map(Field::label).toList();
        Map<String, Node> given = new HashMap<>();
        for (Node.FieldNode field : written.fields()) {
            Node.LabelNode label = field.label();
            if (!labels.contains(label.label())) {
                problems.unknown(label, "field", labels);
            } else if (given.putIfAbsent(label.label(), field.value()) != null) {
                problems.duplicate(label, "field");
            }
        }
        Map<String, Val> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Node value = given.get(field.label());
            if (value != null) {
                values.put(field.label(), value(value, field.type()));
            } else if (field.type() instanceof OptionType) {
                values.put(field.label(), new Val.Option(Optional.empty()));
            } else {
                problems.add(
                        Problems.MISSING,
                        node,
                        "the field `" + field.label() + "` is missing, " + Problems.text(field.type()));
            }
        }
        return new Val.RecordOf(values);
    }

    private static Optional<String> hintForRecord(Node node) {
        return node instanceof Node.Labels(var start, var end, var labels) && labels.isEmpty()
                ? Optional.of("a record with all of its fields left out is written {:}")
                : Optional.empty();
    }

    private Val variant(Node node, ValType type, List<Case> cases) {
        List<String> labels = cases.stream().map(Case::label).toList();
        if (!(node instanceof Node.Word word) || !isCase(word, type, labels)) {
            return node instanceof Node.Word ? NOTHING : mismatch(node, type, Optional.empty());
        }
        Optional<ValType> payload = cases.get(labels.indexOf(word.label())).type();
        return new Val.Variant(word.label(), payload(word, payload));
    }

    private Val enumCase(Node node, ValType type, List<String> labels) {
        if (!(node instanceof Node.Word word) || !isCase(word, type, labels)) {
            return node instanceof Node.Word ? NOTHING : mismatch(node, type, Optional.empty());
        }
        payload(word, Optional.empty());
        return new Val.EnumCase(word.label());
    }

    private boolean isCase(Node.Word word, ValType type, List<String> labels) {
        if (word.keyword()) {
            mismatch(
                    word,
                    type,
                    labels.contains(word.label())
                            ? Optional.of("`" + word.label() + "` has a meaning of its own: write %" + word.label())
                            : Optional.empty());
            return false;
        }
        if (!labels.contains(word.label())) {
            var label =
                    new Node.LabelNode(word.start(), word.start() + word.label().length(), word.label());
            problems.unknown(label, "case", labels);
            return false;
        }
        return true;
    }

    private Optional<Val> payload(Node.Word word, Optional<ValType> type) {
        if (type.isPresent() && word.payload().isPresent()) {
            return Optional.of(value(word.payload().get(), type.get()));
        }
        if (type.isPresent()) {
            problems.add(
                    Problems.PAYLOAD,
                    word,
                    "`" + word.label() + "` needs a value in parentheses, " + Problems.text(type.get()));
        } else if (word.payload().isPresent()) {
            problems.add(Problems.PAYLOAD, word, "`" + word.label() + "` has no value with it");
        }
        return Optional.empty();
    }

    private Val flags(Node node, ValType type, List<String> labels) {
        if (!(node instanceof Node.Labels written)) {
            return mismatch(
                    node,
                    type,
                    node instanceof Node.Fields(var start, var end, var fields) && fields.isEmpty()
                            ? Optional.of("flags of which none is set are written {}")
                            : Optional.empty());
        }
        Set<String> set = new LinkedHashSet<>();
        for (Node.LabelNode label : written.labels()) {
            if (!labels.contains(label.label())) {
                problems.unknown(label, "flag", labels);
            } else if (!set.add(label.label())) {
                problems.duplicate(label, "flag");
            }
        }
        return new Val.Flags(set);
    }

    private Val tuple(Node node, ValType type, List<ValType> types) {
        if (!(node instanceof Node.Tuple(var start, var end, List<Node> values))) {
            return mismatch(node, type, Optional.empty());
        }
        if (values.size() != types.size()) {
            problems.add(
                    Problems.WRONG_LENGTH, node, "the tuple has " + types.size() + " values, not " + values.size());
            return NOTHING;
        }
        var read = new ArrayList<Val>();
        for (int i = 0; i < types.size(); i++) {
            read.add(value(values.get(i), types.get(i)));
        }
        return new Val.Tuple(read);
    }

    private Val list(Node node, ValType type, ValType element, OptionalInt length) {
        if (!(node instanceof Node.Sequence(var start, var end, List<Node> elements))) {
            return mismatch(node, type, Optional.empty());
        }
        if (length.isPresent() && length.getAsInt() != elements.size()) {
            problems.add(
                    Problems.WRONG_LENGTH,
                    node,
                    "the list has " + Integer.toUnsignedString(length.getAsInt()) + " elements, not "
                            + elements.size());
            return NOTHING;
        }
        return new Val.ListOf(elements.stream().map(e -> value(e, element)).toList());
    }

    /** The canonical ABI's own reading of a map, a list of pairs: WAVE has no form for it yet. */
    private Val map(Node node, ValType type, ValType key, ValType value) {
        if (!(node instanceof Node.Sequence(var start, var end, List<Node> elements))) {
            return mismatch(node, type, Optional.of("a map is written as a list of pairs, [(key, value)]"));
        }
        var pair = new TupleType(List.of(key, value));
        var entries = new ArrayList<Val.Entry>();
        for (Node element : elements) {
            if (value(element, pair) instanceof Val.Tuple(List<Val> read) && !read.isEmpty()) {
                entries.add(new Val.Entry(read.get(0), read.get(1)));
            }
        }
        return new Val.MapOf(entries);
    }

    private Val option(Node node, ValType type, ValType some) {
        if (node instanceof Node.Word word && word.keyword()) {
            if (word.label().equals("some")) {
                return new Val.Option(payload(word, Optional.of(some)));
            }
            if (word.label().equals("none")) {
                return new Val.Option(payload(word, Optional.empty()));
            }
        }
        return isFlat(some)
                ? new Val.Option(Optional.of(value(node, some)))
                : mismatch(node, type, Optional.of("write some(…) or none"));
    }

    private Val result(Node node, ValType type, Optional<ValType> ok, Optional<ValType> error) {
        if (node instanceof Node.Word word && word.keyword()) {
            if (word.label().equals("ok")) {
                return new Val.Result(true, payload(word, ok));
            }
            if (word.label().equals("err")) {
                return new Val.Result(false, payload(word, error));
            }
        }
        return ok.isPresent() && isFlat(ok.get())
                ? new Val.Result(true, Optional.of(value(node, ok.get())))
                : mismatch(node, type, Optional.of("write ok, ok(…), err or err(…)"));
    }

    /** Whether {@code some} and {@code ok} may be left out around it: where that cannot be misunderstood. */
    private static boolean isFlat(ValType payload) {
        return !(payload instanceof OptionType) && !(payload instanceof ResultType);
    }

    private Val unwritable(Node node, String what) {
        problems.add(Problems.UNWRITABLE, node, what + " cannot be written as text");
        return NOTHING;
    }

    private Val mismatch(Node node, ValType type, Optional<String> hint) {
        problems.mismatch(node, Problems.text(type), hint);
        return NOTHING;
    }
}
