package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.bindgen.internal.rust.RustTypes.Scope;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeDefKind.Label;
import dev.wasmledger.wit.TypeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The definitions of types, by the macros that say how values of them cross. */
final class RustDefinitions {

    private final RustTypes types;
    private final GuestWorld world;
    private final Set<GuestType> errors = new HashSet<>();

    RustDefinitions(RustTypes types) {
        this.types = types;
        this.world = types.world();
        Stream.concat(world.imports().stream(), world.exports().stream())
                .flatMap(port -> world.functions(port).stream())
                .forEach(this::noteError);
    }

    private void noteError(GuestFunction function) {
        if (function.result().orElse(null) instanceof GuestType.ResultOf(var ok, var err)) {
            err.ifPresent(errors::add);
        }
    }

    /** What a port's module takes from others: what it uses of them, or has in common with its other direction. */
    Set<String> uses(Port port) {
        RustModule module = types.names().module(port);
        Set<String> uses = new TreeSet<>();
        module.types().forEach((id, name) -> {
            RustModule home = home(id, port);
            if (!home.equals(module)) {
                String there = home.type(world.wit().dealias(id)).orElseThrow();
                String visible = isOfExport(id, port) ? "pub(crate)" : "pub";
                uses.add(visible + " use " + home.fullPath() + "::" + there + (there.equals(name) ? "" : " as " + name)
                        + ";");
            }
        });
        return uses;
    }

    /** What a guest implements is seen in its crate alone, as what stands behind it is. */
    private boolean isOfExport(TypeId id, Port port) {
        return world.type(reference(id), port) instanceof GuestType.Own(Resource resource)
                && resource.port().exported();
    }

    /** Where the type with this name is defined, which is here if it has none of its own. */
    private RustModule home(TypeId id, Port port) {
        return switch (world.type(reference(id), port)) {
            case GuestType.Named named -> types.names().module(named.port());
            case GuestType.Own(Resource resource) -> types.names().module(resource.port());
            default -> types.names().module(port);
        };
    }

    private Type reference(TypeId id) {
        TypeId definition = world.wit().dealias(id);
        return world.wit().get(definition).kind() instanceof TypeDefKind.ResourceKind
                ? new Type.Own(definition)
                : new Type.Named(id);
    }

    /** Writes the definitions of a port's module, in the order of the WIT, without resources. */
    void write(Port port, SourceWriter out) {
        RustModule module = types.names().module(port);
        for (TypeId id : world.types(port)) {
            TypeDef definition = world.wit().get(id);
            String name = module.type(id).orElseThrow();
            if (!home(id, port).equals(module) || definition.kind() instanceof TypeDefKind.ResourceKind) {
                continue;
            }
            out.gap();
            if (definition.kind() instanceof TypeDefKind.AliasKind(Type target)) {
                alias(definition, name, world.type(target, port), module, out);
            } else {
                define(new GuestType.Named(id, port), definition, name, module, out);
            }
        }
    }

    private void alias(TypeDef definition, String name, GuestType target, RustModule module, SourceWriter out) {
        RustDocs.write(out, definition.docs());
        String life = types.lends(target) ? "<'a>" : "";
        out.line("pub type " + name + life + " = " + types.owned(target, new Scope(module, "", "'a")) + ";");
    }

    private void define(GuestType.Named type, TypeDef definition, String name, RustModule module, SourceWriter out) {
        Scope scope = new Scope(module, "", "'a");
        String life = types.lends(type) ? "<'a>" : "";
        switch (definition.kind()) {
            case TypeDefKind.RecordKind record -> record(type, definition, name + life, scope, out);
            case TypeDefKind.VariantKind variant -> variant(type, definition, name + life, scope, out);
            case TypeDefKind.EnumKind(List<Label> labels) -> enumeration(type, definition, name, labels, out);
            case TypeDefKind.FlagsKind(List<Label> labels) -> flags(type, definition, name, labels, out);
            default -> throw new IllegalStateException("no value: " + definition.name());
        }
        if (errors.contains(type) && !types.holdsLongTuples(type) && life.isEmpty()) {
            out.gap().line("abi::error!(" + name + ");");
        }
    }

    private void record(GuestType.Named type, TypeDef definition, String name, Scope scope, SourceWriter out) {
        boolean plain = types.isPlain(type);
        out.open(plain ? "abi::plain_record! {" : "abi::record! {");
        RustDocs.write(out, definition.docs());
        derive(type, !plain, out);
        List<GuestWorld.Field> fields = world.fields(type);
        List<String> names =
                RustNames.unique(fields.stream().map(GuestWorld.Field::name).toList());
        out.open("pub struct " + name + " {");
        for (int i = 0; i < names.size(); i++) {
            RustDocs.write(out, fields.get(i).docs());
            out.line("pub " + names.get(i) + ": " + types.owned(fields.get(i).type(), scope) + ",");
        }
        out.close("}").close("}");
    }

    private void variant(GuestType.Named type, TypeDef definition, String name, Scope scope, SourceWriter out) {
        out.open("abi::variant! {");
        RustDocs.write(out, definition.docs());
        derive(type, true, out);
        List<GuestWorld.Case> cases = world.cases(type);
        List<String> names =
                RustNames.cases(cases.stream().map(GuestWorld.Case::name).toList());
        out.open("pub enum " + name + " {");
        for (int i = 0; i < names.size(); i++) {
            RustDocs.write(out, cases.get(i).docs());
            String payload = cases.get(i)
                    .payload()
                    .map(p -> "(" + types.owned(p, scope) + ")")
                    .orElse("");
            out.line(names.get(i) + payload + ",");
        }
        out.close("}").close("}");
    }

    /** As much as makes sense for what there is in the type. */
    private void derive(GuestType type, boolean mayCopy, SourceWriter out) {
        boolean handles = types.owns(type) || types.lends(type);
        boolean comparable = !handles && !types.holdsLongTuples(type);
        List<String> traits = new ArrayList<>();
        if (!handles && mayCopy) {
            traits.add("Clone");
            if (types.isCopy(type)) {
                traits.add("Copy");
            }
        }
        if (!types.holdsLongTuples(type)) {
            traits.add("Debug");
        }
        if (comparable) {
            traits.add("PartialEq");
            if (!types.holdsFloats(type)) {
                traits.addAll(List.of("Eq", "Hash"));
            }
        }
        if (!traits.isEmpty()) {
            out.line("#[derive(" + String.join(", ", traits) + ")]");
        }
    }

    private String number(GuestType type) {
        return "u" + 8 * types.layout().size(type);
    }

    private void enumeration(GuestType type, TypeDef definition, String name, List<Label> labels, SourceWriter out) {
        out.open("abi::enumeration! {");
        RustDocs.write(out, definition.docs());
        out.open("pub enum " + name + ": " + number(type) + " {");
        List<String> names = RustNames.labels(labels.stream().map(Label::name).toList());
        for (int i = 0; i < names.size(); i++) {
            RustDocs.write(out, labels.get(i).docs());
            out.line(names.get(i) + ",");
        }
        out.close("}").close("}");
    }

    private void flags(GuestType type, TypeDef definition, String name, List<Label> labels, SourceWriter out) {
        out.open("abi::flags! {");
        RustDocs.write(out, definition.docs());
        out.open("pub struct " + name + ": " + number(type) + " {");
        List<String> names = RustNames.flags(labels.stream().map(Label::name).toList());
        for (int i = 0; i < names.size(); i++) {
            RustDocs.write(out, labels.get(i).docs());
            out.line("const " + names.get(i) + " = " + i + ";");
        }
        out.close("}").close("}");
    }

    /** Writes an imported resource's handle. */
    void writeImported(Resource resource, SourceWriter out) {
        TypeDef definition = world.wit().get(resource.id());
        out.gap();
        out.open("abi::imported_resource! {");
        RustDocs.write(out, definition.docs());
        out.line("pub struct " + types.names().resource(resource) + ";")
                .line("module: \"" + resource.port().resourceModule() + "\",")
                .line("drop: \"[resource-drop]" + definition.name() + "\",")
                .close("}");
    }

    /** Writes an exported resource's handle. */
    void writeExported(Resource resource, SourceWriter out) {
        TypeDef definition = world.wit().get(resource.id());
        String name = types.names().resource(resource);
        out.gap();
        out.open("abi::exported_resource! {");
        RustDocs.write(out, definition.docs());
        out.line("pub(crate) struct " + name + "(<Component as Guest>::" + name + ");")
                .line("module: \"" + resource.port().resourceModule() + "\",")
                .line("new: \"[resource-new]" + definition.name() + "\",")
                .line("rep: \"[resource-rep]" + definition.name() + "\",")
                .line("drop: \"[resource-drop]" + definition.name() + "\",")
                .line("destructor: \"" + resource.port().name() + "#[dtor]" + definition.name() + "\",")
                .close("}");
    }
}
