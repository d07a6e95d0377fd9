package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.c.CModel.Alternative;
import dev.wasmledger.bindgen.internal.c.CModel.Form;
import dev.wasmledger.bindgen.internal.c.CModel.Member;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that go through a value and do something with the strings, lists and handles in it. */
final class CWalks {

    /** What is done. */
    enum Walk {
        /** Gives back the memory of strings and lists, and drops handles that own. */
        FREE,
        /** Takes handles out that somebody else owns now. */
        FORGET,
        /** Notes handles that were lent, so that they are given back when the export returns. */
        LEND;

        private String suffix() {
            return "_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Key(Walk walk, GuestType type) {}

    private final CModel model;
    private final Map<Key, Boolean> needed = new HashMap<>();
    private final Map<Key, String> functions = new LinkedHashMap<>();

    CWalks(CModel model) {
        this.model = model;
    }

    /** Whether there is anything to do for values of a type. */
    boolean needs(Walk walk, GuestType type) {
        Boolean known = needed.get(new Key(walk, type));
        if (known == null) {
            known = concerns(walk, type) || model.parts(type).stream().anyMatch(part -> needs(walk, part));
            needed.put(new Key(walk, type), known);
        }
        return known;
    }

    private boolean concerns(Walk walk, GuestType type) {
        return switch (walk) {
            case FREE -> model.form(type) instanceof Form.Sequence || type instanceof GuestType.Own;
            case FORGET -> type instanceof GuestType.Own;
            case LEND ->
                type instanceof GuestType.Borrow(Resource resource)
                        && !resource.port().exported();
        };
    }

    /** The function's name; it is among {@link #functions} from now on. */
    String function(Walk walk, GuestType type) {
        if (type instanceof GuestType.Text) {
            return "wit_string" + walk.suffix();
        }
        String name = model.names().helper(type, model.names().stem(type) + walk.suffix());
        Key key = new Key(walk, type);
        if (!functions.containsKey(key)) {
            String text = text(walk, type, name);
            functions.put(key, text);
        }
        return name;
    }

    /** The prototype of the function that frees a type's values. */
    String freePrototype(GuestType type) {
        return CText.call("void ", function(Walk.FREE, type), List.of(pointer(type) + "value"), "void") + ";";
    }

    /** All functions that were asked for, and those that they call, each behind what it calls. */
    Iterable<String> functions() {
        return functions.values();
    }

    private String pointer(GuestType type) {
        return model.names().type(type) + " *";
    }

    private String text(Walk walk, GuestType type, String name) {
        String scope = walk == Walk.FREE ? "" : "static ";
        SourceWriter out = new SourceWriter();
        out.lines(CText.call(scope + "void ", name, List.of(pointer(type) + "value"), "void") + " {")
                .indent();
        body(walk, type, out);
        return out.close("}").toString();
    }

    private void body(Walk walk, GuestType type, SourceWriter out) {
        switch (model.form(type)) {
            case Form.Plain plain -> throw new IllegalStateException("nothing to do for " + type);
            case Form.Handle handle -> out.lines(handleStatement(walk, type));
            case Form.Sequence(Optional<GuestType> element) -> {
                each(walk, element.orElseThrow(), "value->len", "ptr", out);
                if (walk == Walk.FREE) {
                    out.line("wit_free(value->ptr);");
                }
            }
            case Form.Array(GuestType element, long length) -> each(walk, element, Long.toString(length), "items", out);
            case Form.Struct(List<Member> members) ->
                members.stream()
                        .filter(member -> needs(walk, member.type()))
                        .forEach(member -> out.line(call(walk, member.type(), "value->" + member.name())));
            case Form.Tagged tagged -> tagged(walk, tagged, out);
        }
    }

    private String handleStatement(Walk walk, GuestType type) {
        return switch (walk) {
            case FREE -> "if (value->handle != 0) {\n    " + dropFunction(type) + "(value->handle);\n}";
            case FORGET -> "value->handle = 0;";
            case LEND -> "wit_lend(value->handle, " + dropFunction(type) + ");";
        };
    }

    /** The imported function that drops a handle. */
    String dropFunction(GuestType handle) {
        return switch (handle) {
            case GuestType.Own(Resource resource) -> dropFunction(resource);
            case GuestType.Borrow(Resource resource) -> dropFunction(resource);
            default -> throw new IllegalArgumentException("no handle: " + handle);
        };
    }

    String dropFunction(Resource resource) {
        return model.names().helper(resource, "import_" + model.names().stem(resource) + "_drop");
    }

    private void each(Walk walk, GuestType element, String length, String array, SourceWriter out) {
        if (!needs(walk, element)) {
            return;
        }
        out.open("for (size_t i = 0; i < " + length + "; i++) {");
        out.line(call(walk, element, "value->" + array + "[i]"));
        out.close("}");
    }

    private void tagged(Walk walk, Form.Tagged tagged, SourceWriter out) {
        List<Alternative> concerned = tagged.alternatives().stream()
                .filter(a -> a.payload().filter(type -> needs(walk, type)).isPresent())
                .toList();
        CSwitch.write(out, tagged, "value->" + tagged.tag(), concerned, alternative -> {
            GuestType payload = alternative.payload().orElseThrow();
            out.line(call(walk, payload, "value->" + tagged.payload(alternative)));
        });
    }

    /** A statement that goes through what lies at a place. */
    String call(Walk walk, GuestType type, String place) {
        return function(walk, type) + "(&" + place + ");";
    }
}
