package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.internal.Header;
import dev.wasmledger.bindgen.internal.guest.ComponentTypeBytes;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.bindgen.internal.guest.TextResource;
import dev.wasmledger.component.wit.ComponentTypeSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files of a guest in Rust: bindings, a build script, and the sources to start from. */
public final class RustProject {

    private final GuestWorld world;
    private final RustTypes types;
    private final RustDefinitions definitions;
    private final RustImports imports;
    private final RustExports exports;
    private final String header;

    public RustProject(GuestWorld world) {
        this.world = world;
        this.types = RustTypes.of(world);
        this.definitions = new RustDefinitions(types);
        this.imports = new RustImports(types);
        this.exports = new RustExports(types);
        this.header = Header.of(world.wit());
    }

    /** The files that are generated anew each time, by path. */
    public List<GeneratedFile> bindings() {
        List<GeneratedFile> files = new ArrayList<>();
        for (RustModule module : types.names().modules()) {
            files.add(new GeneratedFile(module.file(), module.path().isEmpty() ? root(module) : module(module)));
        }
        files.add(new GeneratedFile("src/bindings/abi.rs", comment() + resource("abi.rs")));
        files.add(new GeneratedFile("src/bindings/component_type.rs", componentType()));
        files.add(new GeneratedFile("build.sh", resource("build.sh")));
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }

    /** The files that a user goes on with. */
    public List<GeneratedFile> own() {
        return List.of(
                new GeneratedFile("Cargo.toml", resource("Cargo.toml")),
                new GeneratedFile("src/lib.rs", new RustStub(types, exports).text()));
    }

    private String resource(String name) {
        return TextResource.of(RustProject.class, name, Map.of("HEADER", header, "WORLD", world.name()));
    }

    private String comment() {
        return "// " + header + "\n";
    }

    private Stream<Port> ports(RustModule module) {
        return Stream.concat(world.imports().stream(), world.exports().stream())
                .filter(port -> types.names().module(port).equals(module));
    }

    private String module(RustModule module) {
        Port port = ports(module).findFirst().orElseThrow();
        SourceWriter out = new SourceWriter();
        out.line("// " + header);
        String about = (port.exported() ? "What is exported of `" : "What is imported of `") + port.name() + "`.";
        RustDocs.writeModule(
                out, Optional.of(port.docs().map(docs -> about + "\n\n" + docs).orElse(about)));
        writeItems(module, out);
        return out.toString();
    }

    private String root(RustModule module) {
        SourceWriter out = new SourceWriter();
        out.line("// " + header);
        String about = "The world `" + world.wit().worldName(world.id()) + "`.";
        RustDocs.writeModule(
                out,
                Optional.of(world.wit()
                        .get(world.id())
                        .docs()
                        .map(docs -> about + "\n\n" + docs)
                        .orElse(about)));
        out.gap();
        out.line("#![allow(")
                .line("    dead_code,")
                .line("    unused_imports,")
                .line("    unused_macros,")
                .line("    reason = \"a guest need not use all of its world\"")
                .line(")]")
                .line("#![allow(")
                .line("    clashing_extern_declarations,")
                .line("    reason = \"functions of two interfaces may have one name\"")
                .line(")]");
        out.gap();
        out.line("pub mod abi;").line("mod component_type;");
        writeModules(
                types.names().modules().stream()
                        .map(RustModule::path)
                        .filter(path -> !path.isEmpty())
                        .toList(),
                0,
                out);
        writeItems(module, out);
        return out.toString();
    }

    /** Declares modules within each other; their files lie in folders likewise. */
    private static void writeModules(List<List<String>> paths, int depth, SourceWriter out) {
        Map<String, List<List<String>>> byName = paths.stream()
                .collect(Collectors.groupingBy(path -> path.get(depth), java.util.TreeMap::new, Collectors.toList()));
        byName.forEach((name, within) -> {
            if (within.getFirst().size() == depth + 1) {
                out.line("pub mod " + name + ";");
            } else {
                out.gap();
                out.open("pub mod " + name + " {");
                writeModules(within, depth + 1, out);
                out.close("}");
            }
        });
    }

    private void writeItems(RustModule module, SourceWriter out) {
        SourceWriter body = new SourceWriter();
        Set<String> uses = new TreeSet<>();
        List<Port> ports = ports(module).toList();
        ports.forEach(port -> {
            uses.addAll(definitions.uses(port));
            definitions.write(port, body);
        });
        for (Port port : ports) {
            world.resources(port).forEach(resource -> {
                if (port.exported()) {
                    definitions.writeExported(resource, body);
                } else {
                    definitions.writeImported(resource, body);
                }
            });
            if (!port.exported()) {
                imports.write(port, body);
            } else if (exports.has(port)) {
                exports.writeTraits(port, body);
                exports.writeGlue(port, body);
            }
        }
        if (module.path().isEmpty()) {
            writeTuples(body);
        }
        String text = body.toString();
        List<String> statements = new ArrayList<>();
        if (text.contains("Component as")) {
            statements.add("use crate::Component;");
        }
        if (text.contains("abi::") && !module.path().isEmpty()) {
            statements.add("use crate::bindings::abi;");
        }
        statements.addAll(uses);
        if (text.contains("BTreeMap<")) {
            statements.add("use ::std::collections::BTreeMap;");
        }
        if (!statements.isEmpty()) {
            out.gap();
            statements.forEach(out::line);
        }
        if (!text.isEmpty()) {
            out.gap().lines(text);
        }
    }

    /** The tuples of the world are values, whatever their lengths. */
    private void writeTuples(SourceWriter out) {
        Set<Integer> lengths = new TreeSet<>();
        Stream.concat(world.imports().stream(), world.exports().stream()).forEach(port -> {
            world.values(port).forEach(type -> addLengths(type, lengths));
            world.functions(port).forEach(function -> {
                if (types.layout().parametersInMemory(function.parameterTypes())) {
                    addLengths(RustCore.arguments(function), lengths);
                }
                function.parameterTypes().forEach(type -> addLengths(type, lengths));
                function.result().ifPresent(type -> addLengths(type, lengths));
            });
        });
        lengths.remove(2);
        if (!lengths.isEmpty()) {
            out.gap();
        }
        lengths.forEach(length -> out.line(IntStream.range(0, length)
                .mapToObj(i -> "T" + i + " " + i)
                .collect(Collectors.joining(", ", "abi::tuple!(", ");"))));
    }

    private void addLengths(GuestType type, Set<Integer> lengths) {
        if (type instanceof GuestType.TupleOf(List<GuestType> elements)) {
            lengths.add(elements.size());
        }
        types.parts(type).forEach(part -> addLengths(part, lengths));
    }

    private String componentType() {
        ComponentTypeBytes bytes = ComponentTypeBytes.of(world);
        return comment() + "//! The world's type, from which `wasmledger componentize` makes the component.\n\n"
                + "#[cfg(target_arch = \"wasm32\")]\n#[used]\n"
                + "#[unsafe(link_section = \"" + ComponentTypeSection.NAME + ":" + world.name() + "\")]\n"
                + "static COMPONENT_TYPE: [u8; " + bytes.count() + "] = [\n"
                + bytes.lines(line -> "    " + line + ",") + "];\n";
    }
}
