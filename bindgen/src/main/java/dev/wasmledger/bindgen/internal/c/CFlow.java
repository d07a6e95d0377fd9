package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.c.CModel.Alternative;
import dev.wasmledger.bindgen.internal.c.CModel.Form;
import dev.wasmledger.bindgen.internal.c.CModel.Member;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.component.type.CoreNumType;
import java.util.ArrayList;
import java.util.List;

/** The statements of one function that take values apart into core values, and put them together again. */
final class CFlow {

    /** A longer initializer has a line for each member. */
    private static final int SHORT = 72;

    /** The C type of a core value, which says what it points to where it is an address. */
    record Core(String cType, CoreNumType type) {}

    /** A core value. */
    record Flat(String expression, CoreNumType type) {}

    private final CModel model;
    private final SourceWriter out;
    private final Identifiers locals;

    /**
     * @param locals the names in the function's scope
     */
    CFlow(CModel model, SourceWriter out, Identifiers locals) {
        this.model = model;
        this.out = out;
        this.locals = locals;
    }

    /** The core values of a type. */
    static List<Core> cores(CModel model, GuestType type) {
        return switch (model.form(type)) {
            case Form.Sequence sequence ->
                List.of(
                        new Core(elementPointer(model, sequence), CoreNumType.I32),
                        new Core("size_t", CoreNumType.I32));
            case Form.Struct(List<Member> members) ->
                members.stream()
                        .flatMap(member -> cores(model, member.type()).stream())
                        .toList();
            case Form.Plain plain
            when type instanceof GuestType.Borrow ->
                List.of(new Core(model.names().type(type), CoreNumType.I32));
            default ->
                model.layout().flat(type).stream()
                        .map(core -> new Core(cType(core), core))
                        .toList();
        };
    }

    private static String elementPointer(CModel model, Form.Sequence sequence) {
        String element = sequence.element().map(model.names()::type).orElse("char");
        return element + (element.endsWith("*") ? "*" : " *");
    }

    private static String cType(CoreNumType type) {
        return switch (type) {
            case I32 -> "int32_t";
            case I64 -> "int64_t";
            case F32 -> "float";
            case F64 -> "double";
        };
    }

    /** The core values of a value that stands at a place. */
    List<Flat> lower(GuestType type, String place) {
        return switch (model.form(type)) {
            case Form.Plain plain ->
                List.of(new Flat(place, model.layout().flat(type).getFirst()));
            case Form.Handle handle -> List.of(new Flat(place + ".handle", CoreNumType.I32));
            case Form.Sequence sequence ->
                List.of(new Flat(place + ".ptr", CoreNumType.I32), new Flat(place + ".len", CoreNumType.I32));
            case Form.Array(GuestType element, long length) -> {
                List<Flat> flats = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    flats.addAll(lower(element, place + ".items[" + i + "]"));
                }
                yield flats;
            }
            case Form.Struct(List<Member> members) ->
                members.stream()
                        .flatMap(member -> lower(member.type(), place + "." + member.name()).stream())
                        .toList();
            case Form.Tagged tagged -> lowerTagged(type, tagged, place);
        };
    }

    private List<Flat> lowerTagged(GuestType type, Form.Tagged tagged, String place) {
        List<CoreNumType> types = model.layout().flat(type);
        List<Flat> flats = new ArrayList<>();
        flats.add(new Flat(place + "." + tagged.tag(), CoreNumType.I32));
        for (CoreNumType joined : types.subList(1, types.size())) {
            String name = locals.next("flat");
            out.line(cType(joined) + " " + name + " = 0;");
            flats.add(new Flat(name, joined));
        }
        List<Alternative> filled = tagged.alternatives().stream()
                .filter(a -> a.payload().isPresent())
                .toList();
        CSwitch.write(out, tagged, place + "." + tagged.tag(), filled, alternative -> {
            GuestType payload = alternative.payload().orElseThrow();
            List<Core> cores = cores(model, payload);
            List<Flat> own = lower(payload, place + "." + tagged.payload(alternative));
            for (int i = 0; i < own.size(); i++) {
                Flat target = flats.get(i + 1);
                out.line(target.expression() + " = " + join(own.get(i), cores.get(i), target.type()) + ";");
            }
        });
        return flats;
    }

    /** CanonicalABI.md, {@code lower_flat_variant}. */
    private static String join(Flat from, Core core, CoreNumType to) {
        boolean pointer = core.cType().endsWith("*");
        if (from.type() == to) {
            return pointer ? "(int32_t)" + from.expression() : from.expression();
        }
        return switch (from.type()) {
            case F32 ->
                to == CoreNumType.I32
                        ? "wit_bits_of_float(" + from.expression() + ")"
                        : "(int64_t)(uint32_t)wit_bits_of_float(" + from.expression() + ")";
            case F64 -> "wit_bits_of_double(" + from.expression() + ")";
            default -> "(int64_t)(uint32_t)" + from.expression();
        };
    }

    /** A value of core values, as an expression; statements that it needs are written before. */
    String lift(GuestType type, List<Flat> flats) {
        return switch (model.form(type)) {
            case Form.Plain plain -> liftPlain(type, flats.getFirst().expression());
            case Form.Handle handle -> literal(type, List.of(flats.getFirst().expression()));
            case Form.Sequence sequence ->
                literal(type, List.of(flats.get(0).expression(), flats.get(1).expression()));
            case Form.Array(GuestType element, long length) -> {
                List<String> items = new ArrayList<>();
                int each = flats.size() / (int) length;
                for (int i = 0; i < length; i++) {
                    items.add(lift(element, flats.subList(i * each, (i + 1) * each)));
                }
                yield literal(type, List.of("{ " + String.join(", ", items) + " }"));
            }
            case Form.Struct(List<Member> members) -> liftStruct(type, members, flats);
            case Form.Tagged tagged -> liftTagged(type, tagged, flats);
        };
    }

    /** A core value may have more bits than the type; C's conversion takes them off. */
    private String liftPlain(GuestType type, String expression) {
        return model.layout().flat(type).getFirst() == CoreNumType.I32 && !(type instanceof GuestType.Borrow)
                ? "(" + model.names().type(type) + ")" + expression
                : expression;
    }

    private String literal(GuestType type, List<String> values) {
        return "(" + model.names().type(type) + "){ " + String.join(", ", values) + " }";
    }

    private String liftStruct(GuestType type, List<Member> members, List<Flat> flats) {
        List<String> values = new ArrayList<>();
        int next = 0;
        for (Member member : members) {
            int count = cores(model, member.type()).size();
            values.add("." + member.name() + " = " + lift(member.type(), flats.subList(next, next + count)));
            next += count;
        }
        String text = literal(type, values);
        if (text.length() <= SHORT) {
            return text;
        }
        String name = locals.next("lifted");
        out.open(model.names().type(type) + " " + name + " = {");
        values.forEach(value -> out.line(value + ","));
        out.close("};");
        return name;
    }

    private String liftTagged(GuestType type, Form.Tagged tagged, List<Flat> flats) {
        String tag = flats.getFirst().expression();
        if (!tagged.hasPayload()) {
            return literal(type, List.of("." + tagged.tag() + " = " + tag));
        }
        String name = locals.next("lifted");
        out.line(model.names().type(type) + " " + name + " = { ." + tagged.tag() + " = " + tag + " };");
        List<Alternative> filled = tagged.alternatives().stream()
                .filter(a -> a.payload().isPresent())
                .toList();
        CSwitch.write(out, tagged, name + "." + tagged.tag(), filled, alternative -> {
            GuestType payload = alternative.payload().orElseThrow();
            List<Flat> own = new ArrayList<>();
            List<Core> cores = cores(model, payload);
            for (int i = 0; i < cores.size(); i++) {
                own.add(new Flat(
                        split(flats.get(i + 1), cores.get(i)), cores.get(i).type()));
            }
            out.line(name + "." + tagged.payload(alternative) + " = " + lift(payload, own) + ";");
        });
        return name;
    }

    /** CanonicalABI.md, {@code lift_flat_variant}. */
    private static String split(Flat from, Core to) {
        String narrow = from.type() == CoreNumType.I64 && to.type() != CoreNumType.I64 && to.type() != CoreNumType.F64
                ? "(int32_t)" + from.expression()
                : from.expression();
        if (to.cType().endsWith("*")) {
            return "(" + to.cType() + ")" + narrow;
        }
        if (from.type() == to.type()) {
            return narrow;
        }
        return switch (to.type()) {
            case F32 -> "wit_float_of_bits(" + narrow + ")";
            case F64 -> "wit_double_of_bits(" + narrow + ")";
            default -> narrow;
        };
    }
}
