package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.c.CModel.Alternative;
import dev.wasmledger.bindgen.internal.c.CModel.Form;
import dev.wasmledger.bindgen.internal.c.CModel.Member;
import dev.wasmledger.bindgen.internal.c.CWalks.Walk;
import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The definitions of a world's types in its header, each behind those that it is made of. */
final class CTypes {

    private final CModel model;
    private final CWalks walks;
    private final SourceWriter header = new SourceWriter();
    private final Set<GuestType> written = new HashSet<>();
    private final List<GuestType> lists = new ArrayList<>();
    private final List<GuestType> structs = new ArrayList<>();

    CTypes(CModel model, CWalks walks) {
        this.model = model;
        this.walks = walks;
    }

    /** The text of all definitions. */
    String write() {
        List<Port> ports = Stream.concat(model.world().imports().stream(), model.world().exports().stream())
                .toList();
        ports.forEach(port -> model.world().resources(port).forEach(this::resource));
        for (Port port : ports) {
            model.world().values(port).forEach(this::define);
            for (GuestFunction function : model.world().functions(port)) {
                function.parameterTypes().forEach(this::define);
                function.result().ifPresent(this::define);
            }
        }
        return header.toString();
    }

    /** The compiler's word that the structs lie in memory as the canonical ABI says. */
    String assertions() {
        SourceWriter out = new SourceWriter();
        if (!structs.isEmpty()) {
            out.line("#define LAYOUT(type, size, alignment) \\")
                    .line("    _Static_assert(sizeof(type) == size && _Alignof(type) == alignment, #type)")
                    .gap();
        }
        for (GuestType type : structs) {
            out.line("LAYOUT(" + name(type) + ", " + model.layout().size(type) + ", "
                    + model.layout().alignment(type) + ");");
        }
        return out.toString();
    }

    private String name(GuestType type) {
        return model.names().type(type);
    }

    private void resource(Resource resource) {
        TypeDef definition = model.world().wit().get(resource.id());
        GuestType own = new GuestType.Own(resource);
        written.add(own);
        header.gap();
        if (resource.port().exported()) {
            CDocs.write(header, definition.docs().or(() -> Optional.of("What a `" + definition.name() + "` is.")));
            header.line("typedef struct " + model.names().stem(resource) + " "
                    + model.names().rep(resource) + ";");
        } else {
            CDocs.write(header, definition.docs());
        }
        handle(own);
        header.lines(walks.freePrototype(own));
        if (resource.port().exported()) {
            String rep = model.names().rep(resource) + " *";
            header.line(name(own) + " " + ownOf(resource) + "(" + rep + "rep);");
            header.line(rep + repOf(resource) + "(" + name(own) + " own);");
        } else {
            GuestType borrow = new GuestType.Borrow(resource);
            written.add(borrow);
            handle(borrow);
            header.line(name(borrow) + " " + borrowOf(resource) + "(" + name(own) + " own);");
        }
    }

    private void handle(GuestType type) {
        header.line("typedef struct { int32_t handle; } " + name(type) + ";");
    }

    /** The function that makes a handle of what an exported resource stands for. */
    String ownOf(Resource resource) {
        return model.names().helper(resource, model.names().stem(resource) + "_own_of");
    }

    /** The function that gives what a handle stands for. */
    String repOf(Resource resource) {
        return model.names().helper(resource, model.names().stem(resource) + "_rep_of");
    }

    /** The function that lends a handle. */
    String borrowOf(Resource resource) {
        return model.names().helper(resource, model.names().stem(resource) + "_borrow_of");
    }

    private void define(GuestType type) {
        if (!written.add(type)) {
            return;
        }
        model.parts(type).forEach(this::define);
        if (type instanceof GuestType.Named named) {
            header.gap();
            named(named);
        } else {
            unnamed(type);
        }
        boolean struct = !(model.form(type) instanceof Form.Plain || model.form(type) instanceof Form.Handle)
                && !(type instanceof GuestType.Text);
        if (struct) {
            structs.add(type);
            if (walks.needs(Walk.FREE, type)) {
                header.lines(walks.freePrototype(type));
            }
        }
    }

    private void named(GuestType.Named type) {
        TypeDef definition = model.world().wit().get(type.id());
        CDocs.write(header, definition.docs());
        switch (definition.kind()) {
            case TypeDefKind.EnumKind(var labels) -> {
                integer(type);
                constants(type, labels);
            }
            case TypeDefKind.FlagsKind(var labels) -> {
                integer(type);
                flags(type, labels);
            }
            case TypeDefKind.VariantKind(var cases) -> {
                struct(type);
                constants(
                        type,
                        cases.stream()
                                .map(c -> new TypeDefKind.Label(c.name(), c.docs(), c.place()))
                                .toList());
            }
            default -> struct(type);
        }
    }

    private void integer(GuestType.Named type) {
        header.line("typedef uint" + 8 * model.layout().size(type) + "_t " + name(type) + ";");
    }

    private void constants(GuestType.Named type, List<TypeDefKind.Label> labels) {
        header.open("enum {");
        for (int i = 0; i < labels.size(); i++) {
            CDocs.write(header, labels.get(i).docs());
            header.line(model.names().constant(type, labels.get(i).name()) + " = " + i + ",");
        }
        header.close("};");
    }

    private void flags(GuestType.Named type, List<TypeDefKind.Label> labels) {
        int bits = 8 * model.layout().size(type);
        for (int i = 0; i < labels.size(); i++) {
            CDocs.write(header, labels.get(i).docs());
            header.line("#define " + model.names().constant(type, labels.get(i).name()) + " (UINT" + bits + "_C(1) << "
                    + i + ")");
        }
    }

    private void unnamed(GuestType type) {
        switch (model.form(type)) {
            case Form.Plain plain -> {}
            case Form.Handle handle -> {}
            case Form.Sequence(Optional<GuestType> element) -> element.ifPresent(of -> sequence(type, of));
            default -> {
                header.gap();
                struct(type);
            }
        }
    }

    private void sequence(GuestType type, GuestType element) {
        String of = name(element);
        header.gap();
        header.open("typedef struct {")
                .line(variable(of, "ptr", true) + ";")
                .line("size_t len;")
                .close("} " + name(type) + ";");
        lists.add(type);
        header.lines(newListSignature(type) + ";");
    }

    private String newListSignature(GuestType type) {
        String name = model.names().helper(type, model.names().stem(type) + "_new");
        return CText.call(name(type) + " ", name, List.of("size_t len"), "void");
    }

    /** The functions that make lists. */
    String listFunctions() {
        SourceWriter out = new SourceWriter();
        for (GuestType type : lists) {
            out.gap();
            out.lines(newListSignature(type) + " {")
                    .indent()
                    .line(name(type) + " list = { NULL, len };")
                    .line("list.ptr = wit_alloc_list(len, sizeof *list.ptr);")
                    .line("return list;")
                    .close("}");
        }
        return out.toString();
    }

    private void struct(GuestType type) {
        header.open("typedef struct {");
        switch (model.form(type)) {
            case Form.Struct(List<Member> members) ->
                members.forEach(member -> {
                    CDocs.write(header, member.docs());
                    header.line(variable(name(member.type()), member.name(), false) + ";");
                });
            case Form.Array(GuestType element, long length) ->
                header.line(variable(name(element), "items", false) + "[" + length + "];");
            case Form.Tagged tagged -> tagged(type, tagged);
            default -> throw new IllegalStateException("no struct: " + type);
        }
        header.close("} " + name(type) + ";");
    }

    private void tagged(GuestType type, Form.Tagged tagged) {
        int bits = 8 * Layout.discriminantSize(tagged.alternatives().size());
        header.line((tagged.isTruth() ? "bool" : "uint" + bits + "_t") + " " + tagged.tag() + ";");
        if (type instanceof GuestType.OptionOf(GuestType some)) {
            header.line(variable(name(some), "value", false) + ";");
        } else if (tagged.hasPayload()) {
            header.open("union {");
            for (Alternative alternative : tagged.alternatives()) {
                alternative.payload().ifPresent(payload -> {
                    CDocs.write(header, alternative.docs());
                    header.line(variable(name(payload), alternative.member(), false) + ";");
                });
            }
            header.close("} value;");
        }
    }

    /** A declaration, without a space behind a star. */
    static String variable(String type, String name, boolean pointer) {
        String star = pointer ? (type.endsWith("*") ? "*" : " *") : type.endsWith("*") ? "" : " ";
        return type + star + name;
    }
}
