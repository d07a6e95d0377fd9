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
import java.util.stream.IntStream;

/** Functions that a guest implements: traits, and the core functions that call them. */
final class RustExports {

    private final RustTypes types;
    private final RustCore core;

    RustExports(RustTypes types) {
        this.types = types;
        this.core = new RustCore(types);
    }

    /** Whether there is anything to implement. */
    boolean has(Port port) {
        return port.exported()
                && !(types.world().functions(port).isEmpty()
                        && types.world().resources(port).isEmpty());
    }

    /** The functions of a port that belong to no resource. */
    List<GuestFunction> freestanding(Port port) {
        return types.world().functions(port).stream()
                .filter(f -> f.wit().kind() instanceof Kind.Freestanding)
                .toList();
    }

    /** The functions of a resource. */
    List<GuestFunction> functions(Resource resource) {
        return types.world().functions(resource.port()).stream()
                .filter(f -> f.wit()
                        .kind()
                        .owner()
                        .map(types.world().wit()::dealias)
                        .filter(resource.id()::equals)
                        .isPresent())
                .toList();
    }

    /** Writes the traits. */
    void writeTraits(Port port, SourceWriter out) {
        Scope scope = Scope.of(types.names().module(port));
        String what =
                port.ofWorld() ? types.world().wit().worldName(types.world().id()) : port.name();
        out.gap();
        out.line("/// What the component implements of `" + what + "`.");
        out.open("pub trait Guest {");
        for (Resource resource : types.world().resources(port)) {
            out.line("type " + types.names().resource(resource) + ": "
                    + types.names().trait(resource) + ";");
        }
        freestanding(port).forEach(function -> declare(function, scope, out));
        out.close("}");
        for (Resource resource : types.world().resources(port)) {
            out.gap();
            out.line("/// What a [`" + types.names().resource(resource) + "`] stands for.");
            List<GuestFunction> functions = functions(resource);
            String head = "pub trait " + types.names().trait(resource) + ": Sized + 'static {";
            if (functions.isEmpty()) {
                out.line(head + "}");
                continue;
            }
            out.open(head);
            functions.forEach(function -> declare(function, scope, out));
            out.close("}");
        }
    }

    private void declare(GuestFunction function, Scope scope, SourceWriter out) {
        out.gap();
        RustDocs.write(out, function.wit().docs());
        out.lines(signature(function, scope) + ";");
    }

    /** The function in its trait, as it is declared and implemented. */
    String signature(GuestFunction function, Scope scope) {
        boolean method = function.wit().kind() instanceof Kind.Method;
        List<String> names = RustNames.parameters(function);
        List<String> parameters = new ArrayList<>();
        if (method) {
            parameters.add("&self");
        }
        for (int i = 0; i < names.size(); i++) {
            Parameter parameter = function.parameters().get(method ? i + 1 : i);
            parameters.add(names.get(i) + ": " + types.owned(parameter.type(), scope));
        }
        return RustText.signature(
                4,
                "fn " + types.names().function(function),
                parameters,
                function.result()
                        .map(type -> " -> " + resultType(function, type, scope))
                        .orElse(""));
    }

    /** A constructor gives what a handle is to stand for. */
    private String resultType(GuestFunction function, GuestType type, Scope scope) {
        if (!(function.wit().kind() instanceof Kind.Constructor)) {
            return types.owned(type, scope);
        }
        return type instanceof GuestType.ResultOf(var ok, var err)
                ? "Result<Self, " + err.map(t -> types.owned(t, scope)).orElse("()") + ">"
                : "Self";
    }

    /** Writes the core functions of a port. */
    void writeGlue(Port port, SourceWriter out) {
        types.world().functions(port).forEach(function -> new Glue(function, out).write());
    }

    /** The core function of one function. */
    private final class Glue {

        private final GuestFunction function;
        private final SourceWriter out;
        private final Scope scope;
        private final boolean method;
        private final List<String> names;
        private final Identifiers locals = new Identifiers(RustNames.KEYWORDS);
        private final List<String> parameters = new ArrayList<>();
        private final List<String> statements = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();

        Glue(GuestFunction function, SourceWriter out) {
            this.function = function;
            this.out = out;
            this.scope = Scope.of(types.names().module(function.port()));
            this.method = function.wit().kind() instanceof Kind.Method;
            this.names = names();
        }

        /** {@code self} is a name like others here. */
        private List<String> names() {
            List<String> wit =
                    function.parameters().stream().map(Parameter::name).toList();
            return RustNames.unique(
                    method
                            ? IntStream.range(0, wit.size())
                                    .mapToObj(i -> i == 0 ? "this" : wit.get(i))
                                    .toList()
                            : wit);
        }

        void write() {
            boolean spilled = core.parametersInMemory(function);
            Optional<GuestType> inMemory = core.resultInMemory(function);
            if (spilled) {
                takeFromMemory();
            } else {
                takeFlat();
            }
            String exported = function.port().exportName(function.wit().name());
            out.gap();
            out.open("const _: () = {");
            inMemory.ifPresent(this::declareAnswer);
            out.gap();
            out.line("#[unsafe(export_name = \"" + exported + "\")]");
            out.lines(RustText.signature(4, "extern \"C\" fn export", parameters, resultType(inMemory) + " {"))
                    .indent();
            if (lendsWithin(spilled)) {
                out.line("let _loans = abi::Loans::new();");
            }
            statements.forEach(out::lines);
            answer(inMemory);
            out.close("}");
            if (inMemory.filter(this::holdsMemory).isPresent()) {
                out.gap();
                out.line("#[unsafe(export_name = \"cabi_post_" + exported + "\")]");
                out.open("extern \"C\" fn post_return(_: *const u8) {")
                        .line("ANSWER.release();")
                        .close("}");
            }
            out.close("};");
        }

        private void declareAnswer(GuestType type) {
            String answer = "static ANSWER: abi::Answer<" + types.owned(type, scope) + ", "
                    + types.layout().size(type) + "> =";
            out.lines(
                    RustText.fits(4, answer + " abi::Answer::new();")
                            ? answer + " abi::Answer::new();"
                            : answer + "\n    abi::Answer::new();");
        }

        private String resultType(Optional<GuestType> inMemory) {
            return inMemory.isPresent()
                    ? " -> *const u8"
                    : function.result()
                            .flatMap(type -> core.cores(type, scope).stream().findFirst())
                            .map(type -> " -> " + type)
                            .orElse("");
        }

        /** Whether something is lent that is no parameter by itself. */
        private boolean lendsWithin(boolean spilled) {
            return function.parameterTypes().stream()
                    .anyMatch(type -> types.lends(type) && (spilled || !(type instanceof GuestType.Borrow)));
        }

        private boolean holdsMemory(GuestType type) {
            return type instanceof GuestType.Text
                    || type instanceof GuestType.ListOf
                    || type instanceof GuestType.MapOf
                    || types.parts(type).anyMatch(this::holdsMemory);
        }

        private void takeFromMemory() {
            String args = locals.take("arguments");
            parameters.add(args + ": *const u8");
            List<String> lifted = names.stream().map(locals::take).toList();
            if (lifted.size() == 1) {
                lifted(lifted.getFirst(), "abi::arguments(" + args + ")");
            } else {
                String pattern = RustText.call(8, "let (", lifted, ")");
                statements.add(RustText.unsafe(8, pattern + " = ", "abi::arguments(" + args + ")", ";"));
            }
            arguments.addAll(lifted);
        }

        private void takeFlat() {
            for (int i = 0; i < names.size(); i++) {
                GuestType type = function.parameters().get(i).type();
                List<String> cores = core.cores(type, scope);
                List<String> flats = new ArrayList<>();
                for (int j = 0; j < cores.size(); j++) {
                    String name = locals.take(flatName(names.get(i), suffix(type, j, cores.size())));
                    parameters.add(name + ": " + cores.get(j));
                    flats.add(name);
                }
                arguments.add(lift(type, flats, names.get(i)));
            }
        }

        private static String flatName(String name, String suffix) {
            return suffix.isEmpty() ? name : RustText.suffixed(name, suffix);
        }

        private String suffix(GuestType type, int index, int count) {
            if (core.passed(type) instanceof Passed.Sequence) {
                return index == 0 ? "_ptr" : "_len";
            }
            return count == 1 ? "" : "_" + index;
        }

        /** Gives the expression of an argument; what is not safe about it is a statement before. */
        private String lift(GuestType type, List<String> flats, String name) {
            return switch (core.passed(type)) {
                case Passed.Numeric numeric -> flats.getFirst();
                case Passed.Scalar scalar ->
                    lifted(flats.getFirst(), "char::from_u32_unchecked(" + flats.getFirst() + ")");
                case Passed.Handle handle
                when type instanceof GuestType.Borrow(Resource resource) ->
                    "&"
                            + lifted(
                                    flats.getFirst(),
                                    "abi::lent::<" + types.resource(resource, scope) + ">(" + flats.getFirst() + ")");
                case Passed.Handle handle -> lifted(flats.getFirst(), "abi::of_handle(" + flats.getFirst() + ")");
                case Passed.Sequence sequence ->
                    lifted(
                            locals.take(name),
                            "abi::lift_" + (type instanceof GuestType.Text ? "string" : "list") + "("
                                    + String.join(", ", flats) + ")");
                case Passed.Compound(List<CoreNumType> flat) -> {
                    List<String> bits = IntStream.range(0, flat.size())
                            .mapToObj(i -> RustCore.bits(flat.get(i), flats.get(i)))
                            .toList();
                    yield lifted(
                            flat.size() == 1 ? name : locals.take(name),
                            RustText.call(12, "abi::unflatten([", bits, "])"));
                }
            };
        }

        private String lifted(String name, String expression) {
            statements.add(RustText.unsafe(8, "let " + name + " = ", expression, ";"));
            return name;
        }

        private String call() {
            String owner = function.wit()
                    .kind()
                    .owner()
                    .map(types.world().wit()::dealias)
                    .map(id -> {
                        Resource resource = new Resource(id, function.port());
                        return "<<Component as Guest>::" + types.names().resource(resource) + " as "
                                + types.names().trait(resource) + ">::";
                    })
                    .orElse("<Component as Guest>::");
            return RustText.call(8, owner + types.names().function(function) + "(", arguments, ")");
        }

        private void answer(Optional<GuestType> inMemory) {
            if (function.result().isEmpty()) {
                out.lines(call() + ";");
                return;
            }
            String value = made(call());
            GuestType type = function.result().get();
            if (core.passed(type) instanceof Passed.Numeric && inMemory.isEmpty()) {
                out.lines(value);
                return;
            }
            String result = locals.take("result");
            out.lines("let " + result + " = " + value + ";");
            out.lines(inMemory.isPresent() ? "ANSWER.give(" + result + ")" : lower(type, result));
        }

        private String lower(GuestType type, String result) {
            return switch (core.passed(type)) {
                case Passed.Numeric numeric -> result;
                case Passed.Scalar scalar -> "u32::from(" + result + ")";
                case Passed.Handle handle -> "abi::take_handle(&" + result + ")";
                case Passed.Sequence sequence -> throw new IllegalStateException("a sequence is two core values");
                case Passed.Compound(List<CoreNumType> flat) ->
                    flat.isEmpty()
                            ? "let _ = " + result + ";"
                            : RustCore.ofBits(
                                    flat.getFirst(),
                                    "abi::flatten::<_, 1>(&" + result + ", &mut abi::Scratch::new())[0]");
            };
        }

        /** What a constructor gives becomes a handle. */
        private String made(String call) {
            if (!(function.wit().kind() instanceof Kind.Constructor(var id))) {
                return call;
            }
            String handle =
                    types.names().resource(new Resource(types.world().wit().dealias(id), function.port()));
            return function.result().orElseThrow() instanceof GuestType.ResultOf
                    ? call + ".map(" + handle + "::new)"
                    : handle + "::new(" + call + ")";
        }
    }
}
