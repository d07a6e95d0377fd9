package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.bindgen.internal.rust.RustTypes.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The root of the crate that a user goes on with: it implements all traits, with functions that do nothing yet. */
final class RustStub {

    private final RustTypes types;
    private final RustExports exports;
    private final GuestWorld world;
    private final Identifiers modules = new Identifiers(Set.of("bindings"));
    private final Identifiers structs = new Identifiers(RustNames.RESERVED_TYPES);
    private final Map<Port, String> aliases = new HashMap<>();

    RustStub(RustTypes types, RustExports exports) {
        this.types = types;
        this.exports = exports;
        this.world = types.world();
    }

    String text() {
        List<Port> ports = world.exports().stream().filter(exports::has).toList();
        SourceWriter body = new SourceWriter();
        ports.forEach(port -> implement(port, body));
        SourceWriter out = new SourceWriter();
        out.line("//! A component of the world `" + world.name() + "`.");
        out.gap().line("mod bindings;");
        out.gap();
        ports.stream().filter(port -> !port.ofWorld()).map(this::use).sorted().forEach(out::line);
        if (body.toString().contains("BTreeMap<")) {
            out.line("use ::std::collections::BTreeMap;");
        }
        if (!ports.isEmpty()) {
            out.gap();
            out.line("/// Implements what the world exports.").line("struct Component;");
            out.gap().lines(body.toString());
        }
        return out.toString();
    }

    private String use(Port port) {
        String path = types.names().module(port).fullPath().substring("crate::".length());
        String name = path.substring(path.lastIndexOf(':') + 1);
        return "use " + path + (name.equals(alias(port)) ? "" : " as " + alias(port)) + ";";
    }

    /** What the module of an interface is called here; no two are called the same. */
    private String alias(Port port) {
        return aliases.computeIfAbsent(port, key -> {
            List<String> path = types.names().module(key).path();
            return key.ofWorld() ? "bindings" : modules.take(path.getLast());
        });
    }

    private void implement(Port port, SourceWriter out) {
        String prefix = alias(port) + "::";
        Scope scope = new Scope(types.names().module(port), prefix, "'_");
        List<Resource> resources = world.resources(port);
        Map<Resource, String> own = new HashMap<>();
        resources.forEach(
                resource -> own.put(resource, structs.take(types.names().resource(resource))));
        out.gap();
        out.open("impl " + prefix + "Guest for Component {");
        resources.forEach(
                resource -> out.line("type " + types.names().resource(resource) + " = " + own.get(resource) + ";"));
        exports.freestanding(port).forEach(function -> stub(function, scope, out));
        out.close("}");
        for (Resource resource : resources) {
            out.gap();
            out.line("struct " + own.get(resource) + ";").gap();
            String head = "impl " + prefix + types.names().trait(resource) + " for " + own.get(resource) + " {";
            List<GuestFunction> functions = exports.functions(resource);
            if (functions.isEmpty()) {
                out.line(head + "}");
                continue;
            }
            out.open(head);
            functions.forEach(function -> stub(function, scope, out));
            out.close("}");
        }
    }

    private void stub(GuestFunction function, Scope scope, SourceWriter out) {
        out.gap();
        out.lines(exports.signature(function, scope) + " {").indent();
        List<String> names = RustNames.parameters(function);
        if (!names.isEmpty()) {
            out.line("let _ = " + (names.size() == 1 ? names.getFirst() : RustTypes.tuple(names)) + ";");
        }
        out.line("todo!()").close("}");
    }
}
