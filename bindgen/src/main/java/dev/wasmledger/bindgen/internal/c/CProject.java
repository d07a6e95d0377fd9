package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.internal.Header;
import dev.wasmledger.bindgen.internal.guest.ComponentTypeBytes;
import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.bindgen.internal.guest.TextResource;
import dev.wasmledger.component.wit.ComponentTypeSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a guest in C: bindings, a build script, and the source to start from. */
public final class CProject {

    private final GuestWorld world;
    private final CModel model;
    private final CWalks walks;
    private final CFunctions functions;
    private final CTypes types;
    private final String header;
    private final String stem;

    public CProject(GuestWorld world) {
        this.world = world;
        this.model = CModel.of(world);
        this.walks = new CWalks(model);
        this.functions = new CFunctions(model, walks);
        this.types = new CTypes(model, walks);
        this.header = Header.of(world.wit());
        this.stem = model.names().files();
    }

    /** The files that are generated anew each time, by path. */
    public List<GeneratedFile> bindings() {
        Map<String, String> values = Map.of("HEADER", header, "WORLD", world.name());
        String definitions = types.write();
        return List.of(
                new GeneratedFile("bindings/" + stem + ".c", source()),
                new GeneratedFile("bindings/" + stem + ".h", header(definitions)),
                new GeneratedFile("bindings/" + stem + "_component_type.s", componentType()),
                new GeneratedFile("bindings/wit.c", comment() + TextResource.of(CProject.class, "wit.c", values)),
                new GeneratedFile("bindings/wit.h", comment() + TextResource.of(CProject.class, "wit.h", values)),
                new GeneratedFile("build.sh", TextResource.of(CProject.class, "build.sh", values)));
    }

    /** The source that a user goes on with. */
    public GeneratedFile stub() {
        SourceWriter out = new SourceWriter();
        out.line("#include \"" + stem + ".h\"");
        for (Port port : world.exports()) {
            for (Resource resource : world.resources(port)) {
                out.gap();
                out.open("struct " + model.names().stem(resource) + " {")
                        .line("int unwritten;")
                        .close("};")
                        .gap();
                out.open(functions.destructorSignature(resource) + " {")
                        .line("wit_free(rep);")
                        .close("}");
            }
            for (GuestFunction function : world.functions(port)) {
                out.gap();
                out.lines(functions.signature(function) + " {").indent();
                model.names().parameters(function).forEach(name -> out.line("(void)" + name + ";"));
                out.line("__builtin_trap(); // not written yet");
                out.close("}");
            }
        }
        return new GeneratedFile("src/" + stem + ".c", out.toString());
    }

    private String comment() {
        return "// " + header + "\n";
    }

    private String header(String definitions) {
        SourceWriter out = new SourceWriter();
        out.line("// " + header);
        String guard = model.names().guard();
        out.gap();
        CDocs.write(out, world.wit().get(world.id()).docs());
        out.line("#ifndef " + guard).line("#define " + guard);
        out.gap().line("#include \"wit.h\"");
        out.gap().lines(definitions);
        world.imports().forEach(port -> prototypes(port, out));
        world.exports().forEach(port -> prototypes(port, out));
        out.gap().line("#endif");
        return out.toString();
    }

    private void prototypes(Port port, SourceWriter out) {
        List<GuestFunction> all = world.functions(port);
        List<Resource> destroyed = port.exported() ? world.resources(port) : List.of();
        if (all.isEmpty() && destroyed.isEmpty()) {
            return;
        }
        String name = port.ofWorld() ? world.wit().worldName(world.id()) : port.name();
        String about = (port.exported() ? "What you implement of `" : "What you can call of `") + name + "`.";
        out.gap();
        CDocs.write(
                out, Optional.of(port.docs().map(docs -> about + "\n\n" + docs).orElse(about)));
        for (Resource resource : destroyed) {
            out.gap();
            CDocs.write(out, Optional.of("Called when the owner has dropped it: frees what it stands for."));
            out.line(functions.destructorSignature(resource) + ";");
        }
        for (GuestFunction function : all) {
            out.gap();
            CDocs.write(out, function.wit().docs());
            out.lines(functions.signature(function) + ";");
        }
    }

    private String source() {
        SourceWriter body = new SourceWriter();
        SourceWriter resources = new SourceWriter();
        for (Port port : Stream.concat(world.imports().stream(), world.exports().stream())
                .toList()) {
            world.resources(port).forEach(resource -> functions.writeResource(resource, types, resources));
            for (GuestFunction function : world.functions(port)) {
                if (port.exported()) {
                    functions.writeExport(function, body);
                } else {
                    functions.writeImport(function, body);
                }
            }
        }
        SourceWriter out = new SourceWriter();
        out.line("// " + header).gap();
        out.line("#include \"" + stem + ".h\"").gap();
        out.lines(types.assertions()).gap();
        out.lines(resources.toString());
        out.lines(types.listFunctions());
        walks.functions().forEach(function -> out.gap().lines(function));
        out.gap().lines(body.toString());
        return out.toString();
    }

    /** The world's type in binary form, which `componentize` looks for in the core module. */
    private String componentType() {
        String bytes = ComponentTypeBytes.of(world).lines(line -> "\t.byte\t" + line);
        return "# " + header + "\n# The world's type, from which `wasmledger componentize` makes the component.\n"
                + "\t.section\t\".custom_section." + ComponentTypeSection.NAME + ":" + world.name() + "\",\"\",@\n"
                + bytes;
    }
}
