package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestFunction.Parameter;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import dev.wasmledger.bindgen.internal.rust.RustCore.Passed;
import dev.wasmledger.bindgen.internal.rust.RustTypes.Scope;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.wit.WitFunction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that a guest calls. */
final class RustImports {

    private final RustTypes types;
    private final RustCore core;

    RustImports(RustTypes types) {
        this.types = types;
        this.core = new RustCore(types);
    }

    /** Writes a port's functions: those of resources into the resource's own {@code impl}. */
    void write(Port port, SourceWriter out) {
        List<GuestFunction> functions = types.world().functions(port);
        for (Resource resource : types.world().resources(port)) {
            List<GuestFunction> own =
                    functions.stream().filter(f -> isOf(f, resource)).toList();
            if (!own.isEmpty()) {
                out.gap();
                out.open("impl " + types.names().resource(resource) + " {");
                own.forEach(function -> new Call(function, out).write());
                out.close("}");
            }
        }
        functions.stream()
                .filter(f -> f.wit().kind() instanceof Kind.Freestanding)
                .forEach(function -> new Call(function, out).write());
    }

    private boolean isOf(GuestFunction function, Resource resource) {
        return function.wit()
                .kind()
                .owner()
                .map(types.world().wit()::dealias)
                .filter(resource.id()::equals)
                .isPresent();
    }

    /** One function. */
    private final class Call {

        private final GuestFunction function;
        private final SourceWriter out;
        private final Scope scope;
        private final List<String> names;
        private final Identifiers locals = new Identifiers(RustNames.KEYWORDS);
        private final List<String> statements = new ArrayList<>();
        private final List<String> coreTypes = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private Optional<String> scratch = Optional.empty();

        Call(GuestFunction function, SourceWriter out) {
            this.function = function;
            this.out = out;
            this.scope = Scope.of(types.names().module(function.port()));
            this.names = RustNames.parameters(function);
            names.forEach(locals::take);
        }

        void write() {
            String imported = locals.take("import");
            if (core.parametersInMemory(function)) {
                passInMemory();
            } else {
                passFlat();
            }
            Optional<GuestType> inMemory = core.resultInMemory(function);
            String area = inMemory.isPresent() ? locals.take("area") : "";
            if (inMemory.isPresent()) {
                coreTypes.add("*mut u8");
                arguments.add(area + ".at()");
            }
            out.gap();
            RustDocs.write(out, function.wit().docs());
            out.lines(signature() + " {").indent();
            declaration(imported);
            scratch.ifPresent(name -> out.line("let mut " + name + " = abi::Scratch::new();"));
            statements.forEach(out::line);
            String call = RustText.call(8, imported + "(", arguments, ")");
            if (inMemory.isPresent()) {
                int size = types.layout().size(inMemory.get());
                out.line("let mut " + area + " = abi::Area::<" + size + ">::new();");
                out.open("unsafe {").lines(call + ";").line(area + ".take()").close("}");
            } else {
                answer(call);
            }
            out.close("}");
        }

        private String signature() {
            List<String> parameters = new ArrayList<>();
            if (isMethod()) {
                parameters.add("&self");
            }
            List<Parameter> named = function.parameters()
                    .subList(isMethod() ? 1 : 0, function.parameters().size());
            for (int i = 0; i < named.size(); i++) {
                parameters.add(names.get(i) + ": " + types.lent(named.get(i).type(), scope));
            }
            return RustText.signature(
                    4,
                    "pub fn " + types.names().function(function),
                    parameters,
                    function.result()
                            .map(result -> " -> " + types.owned(result, scope))
                            .orElse(""));
        }

        private boolean isMethod() {
            return function.wit().kind() instanceof Kind.Method;
        }

        /** What a parameter's value is written as, and whether that is a reference to it. */
        private String value(int i) {
            return isMethod() ? i == 0 ? "self" : names.get(i - 1) : names.get(i);
        }

        private void declaration(String imported) {
            String result = core.resultInMemory(function).isPresent()
                    ? ""
                    : function.result()
                            .flatMap(type -> core.cores(type, scope).stream().findFirst())
                            .map(type -> " -> " + type)
                            .orElse("");
            out.line("#[link(wasm_import_module = \"" + function.port().name() + "\")]");
            out.open("unsafe extern \"C\" {")
                    .line("#[link_name = \"" + function.wit().name() + "\"]")
                    .lines(RustText.signature(
                            12,
                            "fn " + imported,
                            coreTypes.stream().map(type -> "_: " + type).toList(),
                            result + ";"))
                    .close("}");
        }

        private String scratch() {
            if (scratch.isEmpty()) {
                scratch = Optional.of(locals.take("scratch"));
            }
            return scratch.get();
        }

        private void passInMemory() {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < function.parameters().size(); i++) {
                values.add(value(i));
            }
            String tuple = values.size() == 1 ? values.getFirst() : RustTypes.tuple(values);
            String args = locals.take("arguments");
            statements.add("let mut " + args + " = abi::Area::<" + core.argumentsSize(function) + ">::new();");
            coreTypes.add("*const u8");
            arguments.add(args + ".fill(&" + tuple + ", &mut " + scratch() + ")");
        }

        private void passFlat() {
            for (int i = 0; i < function.parameters().size(); i++) {
                GuestType type = function.parameters().get(i).type();
                coreTypes.addAll(core.cores(type, scope));
                pass(type, value(i));
            }
        }

        private void pass(GuestType type, String value) {
            switch (core.passed(type)) {
                case Passed.Numeric numeric -> arguments.add(value);
                case Passed.Scalar scalar -> arguments.add("u32::from(" + value + ")");
                case Passed.Handle handle ->
                    arguments.add(
                            type instanceof GuestType.Borrow
                                    ? "abi::handle_of(" + value + ")"
                                    : "abi::take_handle(&" + value + ")");
                case Passed.Sequence sequence -> {
                    arguments.add(address(type, value));
                    arguments.add(value + ".len()");
                }
                case Passed.Compound(List<CoreNumType> flat) -> {
                    String name = locals.take(RustText.suffixed(value, "_flat"));
                    String reference = types.isLentByReference(type) ? value : "&" + value;
                    statements.add("let " + name + " = abi::flatten::<_, " + flat.size() + ">(" + reference + ", &mut "
                            + scratch() + ");");
                    for (int i = 0; i < flat.size(); i++) {
                        arguments.add(RustCore.ofBits(flat.get(i), name + "[" + i + "]"));
                    }
                }
            }
        }

        private String address(GuestType type, String value) {
            if (!(type instanceof GuestType.ListOf(GuestType element))) {
                return value + ".as_ptr()";
            }
            if (types.isPlain(element)) {
                boolean bytes = types.owned(element, scope).equals("u8");
                return value + ".as_ptr()" + (bytes ? "" : ".cast()");
            }
            String name = locals.take(RustText.suffixed(value, "_ptr"));
            String reference = types.owns(type) ? "&" + value : value;
            statements.add("let " + name + " = abi::lower_list(" + reference + ", &mut " + scratch() + ");");
            return name;
        }

        /** What comes back as a core value. */
        private void answer(String call) {
            if (function.result().isEmpty()) {
                block("", call, "");
                return;
            }
            switch (core.passed(function.result().get())) {
                case Passed.Numeric numeric -> block("", call, "");
                case Passed.Scalar scalar -> block("char::from_u32_unchecked(", call, ")");
                case Passed.Handle handle -> block("abi::of_handle(", call, ")");
                case Passed.Sequence sequence -> throw new IllegalStateException("a sequence is two core values");
                case Passed.Compound(List<CoreNumType> flat) -> {
                    if (flat.isEmpty()) {
                        out.open("unsafe {")
                                .lines(call + ";")
                                .line("abi::unflatten([])")
                                .close("}");
                    } else {
                        block("abi::unflatten([", RustCore.bits(flat.getFirst(), call), "])");
                    }
                }
            }
        }

        private void block(String before, String call, String after) {
            out.lines(RustText.unsafe(8, "", before + call + after, ""));
        }
    }
}
