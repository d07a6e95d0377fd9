package dev.wasmledger.component.targets;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.targets.Difference.Mark;
import dev.wasmledger.component.targets.Difference.MarkedText;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes two types that differ as two lines: what they share stands in both, shortened where it is long, and what differs
 * is marked.
 */
final class SideBySide {

    /** So much of a type that both sides share is shown. */
    private static final int SHARED_WIDTH = 40;

    /** So much of a part is shown that the two sides have nothing of in common. */
    private static final int DIFFERENT_WIDTH = 200;

    /** That many neighbours that both sides share are shown; of more, only the ends. */
    private static final int SHARED_PARTS = 3;

    private final TypeMatch match;
    private final Line given = new Line();
    private final Line asked = new Line();

    private static final class Line {
        private final StringBuilder text = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();

        void add(String part) {
            text.append(part);
        }

        void mark(String part) {
            marks.add(new Mark(text.length(), text.length() + part.length()));
            text.append(part);
        }

        MarkedText marked() {
            return new MarkedText(text.toString(), marks);
        }
    }

    /** An element of a list in a type: a parameter, a field, a case, a label or a type of a tuple. */
    private record Part(String before, Optional<ValType> type, String after) {
        static Part field(String label, ValType type) {
            return new Part(label + ": ", Optional.of(type), "");
        }

        boolean hasShapeOf(Part other) {
            return before.equals(other.before) && type.isPresent() == other.type.isPresent();
        }
    }

    SideBySide(TypeMatch match) {
        this.match = match;
    }

    MarkedText given() {
        return given.marked();
    }

    MarkedText asked() {
        return asked.marked();
    }

    void write(FuncType from, FuncType to) {
        if (from.async() == to.async()) {
            both(from.async() ? "async func(" : "func(");
        } else {
            only(from.async() ? "async" : "", to.async() ? "async" : "");
            given.add(from.async() ? " func(" : "func(");
            asked.add(to.async() ? " func(" : "func(");
        }
        parts(
                from.params().stream().map(f -> Part.field(f.label(), f.type())).toList(),
                to.params().stream().map(f -> Part.field(f.label(), f.type())).toList());
        both(")");
        if (from.result().isPresent() && to.result().isPresent()) {
            both(" -> ");
            write(from.result().get(), to.result().get());
        } else if (from.result().isPresent() || to.result().isPresent()) {
            only(
                    from.result().map(t -> " -> " + different(t)).orElse(""),
                    to.result().map(t -> " -> " + different(t)).orElse(""));
        }
    }

    void write(ValType from, ValType to) {
        if (match.same(from, to)) {
            both(shared(to));
        } else if (!writeInside(from, to)) {
            boolean toldApart = !shared(from).equals(shared(to));
            only(toldApart ? shared(from) : different(from), toldApart ? shared(to) : different(to));
        }
    }

    /** Whether both are put together in the same way, so that only something inside differs. */
    private boolean writeInside(ValType from, ValType to) {
        if (from instanceof RecordType f && to instanceof RecordType t) {
            both("record{");
            parts(
                    f.fields().stream()
                            .map(x -> Part.field(x.label(), x.type()))
                            .toList(),
                    t.fields().stream()
                            .map(x -> Part.field(x.label(), x.type()))
                            .toList());
            both("}");
        } else if (from instanceof VariantType f && to instanceof VariantType t) {
            both("variant{");
            parts(cases(f), cases(t));
            both("}");
        } else if (from instanceof EnumType f && to instanceof EnumType t) {
            both("enum{");
            parts(labels(f.labels()), labels(t.labels()));
            both("}");
        } else if (from instanceof FlagsType f && to instanceof FlagsType t) {
            both("flags{");
            parts(labels(f.labels()), labels(t.labels()));
            both("}");
        } else if (from instanceof TupleType f && to instanceof TupleType t) {
            both("tuple<");
            parts(types(f), types(t));
            both(">");
        } else if (from instanceof OptionType(ValType f) && to instanceof OptionType(ValType t)) {
            inside("option<", Optional.of(f), Optional.of(t));
        } else if (from instanceof ListType f
                && to instanceof ListType t
                && f.length().equals(t.length())) {
            both("list<");
            write(f.element(), t.element());
            f.length().ifPresent(length -> both(", " + Integer.toUnsignedString(length)));
            both(">");
        } else if (from instanceof MapType f && to instanceof MapType t) {
            both("map<");
            write(f.key(), t.key());
            both(", ");
            write(f.value(), t.value());
            both(">");
        } else if (from instanceof ResultType f && to instanceof ResultType t) {
            both("result<");
            optional(f.ok(), t.ok());
            both(", ");
            optional(f.error(), t.error());
            both(">");
        } else if (from instanceof StreamType(var f) && to instanceof StreamType(var t)) {
            inside("stream<", f, t);
        } else if (from instanceof FutureType(var f) && to instanceof FutureType(var t)) {
            inside("future<", f, t);
        } else {
            return false;
        }
        return true;
    }

    private void inside(String before, Optional<ValType> from, Optional<ValType> to) {
        both(before);
        optional(from, to);
        both(">");
    }

    private void optional(Optional<ValType> from, Optional<ValType> to) {
        if (from.isPresent() && to.isPresent()) {
            write(from.get(), to.get());
        } else if (from.isEmpty() && to.isEmpty()) {
            both("_");
        } else {
            only(from.map(this::different).orElse("_"), to.map(this::different).orElse("_"));
        }
    }

    private static List<Part> cases(VariantType type) {
        return type.cases().stream()
                .map(c -> new Part(
                        c.type().isPresent() ? c.label() + "(" : c.label(),
                        c.type(),
                        c.type().isPresent() ? ")" : ""))
                .toList();
    }

    private static List<Part> labels(List<String> labels) {
        return labels.stream()
                .map(label -> new Part(label, Optional.empty(), ""))
                .toList();
    }

    private static List<Part> types(TupleType type) {
        return type.types().stream().map(t -> new Part("", Optional.of(t), "")).toList();
    }

    /** What is alike at both ends is lined up; between them lies what one side has more, less or otherwise. */
    private void parts(List<Part> from, List<Part> to) {
        int shorter = Math.min(from.size(), to.size());
        int head = 0;
        while (head < shorter && from.get(head).hasShapeOf(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from.get(from.size() - 1 - tail).hasShapeOf(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        pairs(from.subList(0, head), to.subList(0, head));
        List<Part> more = from.subList(head, from.size() - tail);
        List<Part> less = to.subList(head, to.size() - tail);
        if (!more.isEmpty() || !less.isEmpty()) {
            separator(head > 0, more, less);
            only(different(more), different(less));
        }
        if (tail > 0) {
            given.add(from.size() > tail ? ", " : "");
            asked.add(to.size() > tail ? ", " : "");
        }
        pairs(from.subList(from.size() - tail, from.size()), to.subList(to.size() - tail, to.size()));
    }

    private void separator(boolean needed, List<Part> more, List<Part> less) {
        given.add(needed && !more.isEmpty() ? ", " : "");
        asked.add(needed && !less.isEmpty() ? ", " : "");
    }

    /** Parts of the same shape; of a long row without a difference the ends are shown. */
    private void pairs(List<Part> from, List<Part> to) {
        int i = 0;
        while (i < from.size()) {
            int end = i;
            while (end < from.size()
                    && match.optional(from.get(end).type(), to.get(end).type())) {
                end++;
            }
            if (end - i > SHARED_PARTS) {
                pair(i, from, to);
                both(", …");
                i = end - 1;
            }
            pair(i, from, to);
            i++;
        }
    }

    private void pair(int i, List<Part> from, List<Part> to) {
        both(i > 0 ? ", " : "");
        both(from.get(i).before());
        if (from.get(i).type().isPresent()) {
            write(from.get(i).type().get(), to.get(i).type().orElseThrow());
        }
        both(from.get(i).after());
    }

    private void both(String text) {
        given.add(text);
        asked.add(text);
    }

    private void only(String from, String to) {
        given.mark(from);
        asked.mark(to);
    }

    private String different(List<Part> parts) {
        return shortened(
                String.join(
                        ", ",
                        parts.stream()
                                .map(part -> part.before()
                                        + part.type().map(this::shared).orElse("")
                                        + part.after())
                                .toList()),
                DIFFERENT_WIDTH);
    }

    private String different(ValType type) {
        return shortened(TypeText.of(type), DIFFERENT_WIDTH);
    }

    private String shared(ValType type) {
        return match.name(type).orElseGet(() -> shortened(TypeText.of(type), SHARED_WIDTH));
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
