package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.c.CFlow.Core;
import dev.wasmledger.bindgen.internal.c.CFlow.Flat;
import dev.wasmledger.bindgen.internal.c.CModel.Form;
import dev.wasmledger.bindgen.internal.c.CWalks.Walk;
import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestFunction.Parameter;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The C functions of a world, and the core functions that they stand on. */
final class CFunctions {

    private final CModel model;
    private final CWalks walks;

    CFunctions(CModel model, CWalks walks) {
        this.model = model;
        this.walks = walks;
    }

    /** The function's result, name and parameters, without a semicolon. */
    String signature(GuestFunction function) {
        List<String> names = model.names().parameters(function);
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String type = model.names().type(function.parameters().get(i).type());
            parameters.add(CTypes.variable(type, names.get(i), false));
        }
        return CText.call(resultType(function) + " ", model.names().function(function), parameters, "void");
    }

    private String resultType(GuestFunction function) {
        return function.result().map(model.names()::type).orElse("void");
    }

    /** A function that the guest calls: the core function, and the one that lowers its arguments. */
    void writeImport(GuestFunction function, SourceWriter out) {
        Identifiers locals = new Identifiers(CNames.RESERVED);
        List<String> names = model.names().parameters(function);
        names.forEach(locals::take);
        String core = model.names().helper(function, "import_" + model.names().function(function));
        boolean spilled = model.layout().parametersInMemory(function.parameterTypes());
        Optional<GuestType> area = function.result().filter(model.layout()::resultInMemory);
        out.gap();
        out.line("__attribute__((import_module(\"" + function.port().name() + "\"), import_name(\""
                + function.wit().name() + "\")))");
        out.lines(coreSignature(function, core, spilled, area, List.of()) + ";");
        out.gap();
        out.lines(signature(function) + " {").indent();
        CFlow flow = new CFlow(model, out, locals);
        List<String> arguments = new ArrayList<>();
        if (spilled) {
            String args = locals.take("args");
            out.open("struct {");
            for (int i = 0; i < names.size(); i++) {
                out.line(CTypes.variable(
                                model.names().type(function.parameters().get(i).type()), names.get(i), false) + ";");
            }
            out.close("} " + args + " = { " + String.join(", ", names) + " };");
            arguments.add("&" + args);
        } else {
            for (int i = 0; i < names.size(); i++) {
                flow.lower(function.parameters().get(i).type(), names.get(i)).stream()
                        .map(Flat::expression)
                        .forEach(arguments::add);
            }
        }
        boolean gives = function.parameterTypes().stream().anyMatch(this::isGivenBehindPointers);
        if (area.isPresent()) {
            String result = locals.take("result");
            out.line(CTypes.variable(model.names().type(area.get()), result, false) + ";");
            arguments.add("&" + result);
            out.lines(CText.call("", core, arguments, "") + ";");
            given(function, names, out);
            out.line("return " + result + ";");
        } else if (function.result().isPresent()) {
            GuestType type = function.result().get();
            List<Core> cores = CFlow.cores(model, type);
            if (cores.isEmpty()) {
                out.lines(CText.call("", core, arguments, "") + ";");
                given(function, names, out);
                out.line("return (" + model.names().type(type) + "){};");
            } else {
                String call = CText.call("return ", core, arguments, "").substring("return ".length());
                if (gives || !isOneValue(type)) {
                    String result = locals.take("result");
                    out.lines(CTypes.variable(cores.getFirst().cType(), result, false) + " = " + call + ";");
                    given(function, names, out);
                    call = result;
                }
                Flat flat = new Flat(call, cores.getFirst().type());
                out.lines("return " + (isPlain(type) ? call : flow.lift(type, List.of(flat))) + ";");
            }
        } else {
            out.lines(CText.call("", core, arguments, "") + ";");
            given(function, names, out);
        }
        out.close("}");
    }

    /** Whether the value is one core value, and nothing more needs to be known of it. */
    private boolean isOneValue(GuestType type) {
        return isPlain(type) || model.form(type) instanceof Form.Handle;
    }

    private boolean isPlain(GuestType type) {
        return model.form(type) instanceof Form.Plain;
    }

    private boolean isGivenBehindPointers(GuestType type) {
        return !(type instanceof GuestType.Own) && walks.needs(Walk.FORGET, type);
    }

    /** Handles in arguments belong to somebody else now: what is still in memory of ours forgets them. */
    private void given(GuestFunction function, List<String> names, SourceWriter out) {
        for (int i = 0; i < names.size(); i++) {
            GuestType type = function.parameters().get(i).type();
            if (isGivenBehindPointers(type)) {
                out.line(walks.call(Walk.FORGET, type, names.get(i)));
            }
        }
    }

    private String coreSignature(
            GuestFunction function, String name, boolean spilled, Optional<GuestType> area, List<String> names) {
        List<String> parameters = new ArrayList<>();
        if (spilled) {
            parameters.add(names.isEmpty() ? "void *" : "struct " + name + "_args *" + names.getFirst());
        } else {
            List<String> types = function.parameters().stream()
                    .flatMap(parameter -> CFlow.cores(model, parameter.type()).stream())
                    .map(Core::cType)
                    .toList();
            for (int i = 0; i < types.size(); i++) {
                parameters.add(names.isEmpty() ? types.get(i) : CTypes.variable(types.get(i), names.get(i), false));
            }
        }
        String result = function.result()
                .map(type -> CFlow.cores(model, type))
                .filter(cores -> !cores.isEmpty())
                .map(cores -> cores.getFirst().cType())
                .orElse("void");
        if (area.isPresent() && names.isEmpty()) {
            parameters.add(
                    CTypes.variable(model.names().type(area.get()), "", true).stripTrailing());
        }
        String returned = area.isEmpty() ? result : names.isEmpty() ? "void" : pointerTo(area.get());
        return CText.call(returned.endsWith("*") ? returned : returned + " ", name, parameters, "void");
    }

    private String pointerTo(GuestType type) {
        return CTypes.variable(model.names().type(type), "", true).stripTrailing();
    }

    /** The core function that the guest exports, which lifts the arguments and calls the guest's own. */
    void writeExport(GuestFunction function, SourceWriter out) {
        String core = model.names().helper(function, "export_" + model.names().function(function));
        String exported = function.port().exportName(function.wit().name());
        Identifiers locals = new Identifiers(CNames.RESERVED);
        boolean spilled = model.layout().parametersInMemory(function.parameterTypes());
        Optional<GuestType> area = function.result().filter(model.layout()::resultInMemory);
        List<String> flats = spilled ? List.of(locals.take("args")) : flatNames(function, locals);
        out.gap();
        if (spilled) {
            writeArgumentsStruct(function, core, out);
        }
        out.line("__attribute__((export_name(\"" + exported + "\")))");
        String signature = flats.isEmpty()
                ? exportWithoutParameters(function, core, area)
                : coreSignature(function, core, spilled, area, flats);
        out.lines(signature + " {").indent();
        CFlow flow = new CFlow(model, out, locals);
        List<String> arguments =
                spilled ? spilledArguments(function) : liftedArguments(function, flats, flow, locals, out);
        boolean lends = function.parameterTypes().stream()
                .anyMatch(type -> !(type instanceof GuestType.Borrow) && walks.needs(Walk.LEND, type));
        String mark = lends ? locals.take("mark") : "";
        if (lends) {
            out.line("size_t " + mark + " = wit_lent();");
            for (int i = 0; i < arguments.size(); i++) {
                GuestType type = function.parameters().get(i).type();
                if (!(type instanceof GuestType.Borrow) && walks.needs(Walk.LEND, type)) {
                    out.line(walks.call(Walk.LEND, type, arguments.get(i)));
                }
            }
        }
        List<String> after = new ArrayList<>();
        if (lends) {
            after.add("wit_return_lent(" + mark + ");");
        }
        for (int i = 0; i < arguments.size(); i++) {
            GuestType type = function.parameters().get(i).type();
            if (type instanceof GuestType.Borrow && walks.needs(Walk.LEND, type)) {
                after.add(walks.dropFunction(type) + "(" + arguments.get(i) + ".handle);");
            }
        }
        if (spilled) {
            after.add("wit_free(" + flats.getFirst() + ");");
        }
        String call = CText.call("    result = ", model.names().function(function), arguments, "")
                .substring("    result = ".length());
        writeAnswer(function, area, call, after, flow, locals, out);
        out.close("}");
        area.filter(type -> walks.needs(Walk.FREE, type) && freesMemory(type))
                .ifPresent(type -> writePostReturn(type, core, exported, out));
    }

    private String exportWithoutParameters(GuestFunction function, String core, Optional<GuestType> area) {
        String result = area.map(this::pointerTo)
                .or(() -> function.result()
                        .map(type -> CFlow.cores(model, type))
                        .filter(cores -> !cores.isEmpty())
                        .map(cores -> cores.getFirst().cType()))
                .orElse("void");
        return CText.call(result.endsWith("*") ? result : result + " ", core, List.of(), "void");
    }

    private void writeArgumentsStruct(GuestFunction function, String core, SourceWriter out) {
        List<String> names = model.names().parameters(function);
        out.open("struct " + core + "_args {");
        for (int i = 0; i < names.size(); i++) {
            out.line(CTypes.variable(
                            model.names().type(function.parameters().get(i).type()), names.get(i), false) + ";");
        }
        out.close("};").gap();
    }

    private List<String> flatNames(GuestFunction function, Identifiers locals) {
        List<String> names = model.names().parameters(function);
        List<String> flats = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            GuestType type = function.parameters().get(i).type();
            int count = CFlow.cores(model, type).size();
            boolean sequence = model.form(type) instanceof Form.Sequence;
            for (int j = 0; j < count; j++) {
                String suffix = sequence ? (j == 0 ? "_ptr" : "_len") : count == 1 ? "" : "_" + j;
                flats.add(locals.take(names.get(i) + suffix));
            }
        }
        return flats;
    }

    private List<String> spilledArguments(GuestFunction function) {
        List<String> arguments = new ArrayList<>();
        List<String> names = model.names().parameters(function);
        for (String name : names) {
            arguments.add("args->" + name);
        }
        return arguments;
    }

    private List<String> liftedArguments(
            GuestFunction function, List<String> flats, CFlow flow, Identifiers locals, SourceWriter out) {
        List<String> arguments = new ArrayList<>();
        int next = 0;
        for (Parameter parameter : function.parameters()) {
            List<Core> cores = CFlow.cores(model, parameter.type());
            List<Flat> own = new ArrayList<>();
            for (int i = 0; i < cores.size(); i++) {
                own.add(new Flat(flats.get(next + i), cores.get(i).type()));
            }
            next += cores.size();
            String lifted = flow.lift(parameter.type(), own);
            if (walks.needs(Walk.LEND, parameter.type())) {
                String name = locals.take(Identifiers.lowerSnake(parameter.name()) + "_lent");
                out.line(CTypes.variable(model.names().type(parameter.type()), name, false) + " = " + lifted + ";");
                lifted = name;
            }
            arguments.add(lifted);
        }
        return arguments;
    }

    private void writeAnswer(
            GuestFunction function,
            Optional<GuestType> area,
            String call,
            List<String> after,
            CFlow flow,
            Identifiers locals,
            SourceWriter out) {
        if (function.result().isEmpty()) {
            out.lines(call + ";");
            after.forEach(out::line);
            return;
        }
        GuestType type = function.result().get();
        String result = locals.take("result");
        String declared = CTypes.variable(model.names().type(type), result, false);
        if (area.isPresent()) {
            out.line("static " + declared + ";");
            out.lines(result + " = " + call + ";");
            after.forEach(out::line);
            out.line("return &" + result + ";");
            return;
        }
        if (after.isEmpty() && isOneValue(type)) {
            out.lines("return " + call + (isPlain(type) ? "" : ".handle") + ";");
            return;
        }
        out.line(declared + ";");
        out.lines(result + " = " + call + ";");
        after.forEach(out::line);
        flow.lower(type, result).stream()
                .findFirst()
                .ifPresentOrElse(
                        flat -> out.line("return " + flat.expression() + ";"), () -> out.line("(void)" + result + ";"));
    }

    /** Whether there is more to do than to drop handles, which are somebody else's when a result has been read. */
    private boolean freesMemory(GuestType type) {
        return model.form(type) instanceof Form.Sequence
                || model.parts(type).stream().anyMatch(this::freesMemory);
    }

    private void writePostReturn(GuestType type, String core, String exported, SourceWriter out) {
        out.gap();
        out.line("__attribute__((export_name(\"cabi_post_" + exported + "\")))");
        String name = model.names().helper(core, "post_" + core);
        out.lines(CText.call("void ", name, List.of(pointerTo(type) + "result"), "void") + " {")
                .indent();
        if (walks.needs(Walk.FORGET, type)) {
            out.line(walks.function(Walk.FORGET, type) + "(result);");
        }
        out.line(walks.function(Walk.FREE, type) + "(result);");
        out.close("}");
    }

    /** The canonical ABI's functions for a resource's handles. */
    void writeResource(Resource resource, CTypes types, SourceWriter out) {
        String name = model.world().wit().get(resource.id()).name();
        out.gap();
        coreFunction(resource, "[resource-drop]" + name, "void " + walks.dropFunction(resource) + "(int32_t);", out);
        if (!resource.port().exported()) {
            String borrow = model.names().type(new GuestType.Borrow(resource));
            out.gap();
            out.open(borrow + " " + types.borrowOf(resource) + "("
                            + model.names().type(new GuestType.Own(resource)) + " own) {")
                    .line("return (" + borrow + "){ own.handle };")
                    .close("}");
            return;
        }
        String stem = model.names().stem(resource);
        String rep = model.names().rep(resource) + " *";
        String own = model.names().type(new GuestType.Own(resource));
        String newHandle = model.names().helper(resource, "import_" + stem + "_handle");
        String repOfHandle = model.names().helper(resource, "import_" + stem + "_rep");
        coreFunction(resource, "[resource-new]" + name, "int32_t " + newHandle + "(" + rep + ");", out);
        coreFunction(resource, "[resource-rep]" + name, rep + repOfHandle + "(int32_t);", out);
        out.gap();
        out.open(own + " " + types.ownOf(resource) + "(" + rep + "rep) {")
                .line("return (" + own + "){ " + newHandle + "(rep) };")
                .close("}")
                .gap();
        out.open(rep + types.repOf(resource) + "(" + own + " own) {")
                .line("return " + repOfHandle + "(own.handle);")
                .close("}")
                .gap();
        out.line("__attribute__((export_name(\"" + resource.port().name() + "#[dtor]" + name + "\")))");
        out.open("void " + model.names().helper(resource, "export_" + stem + "_destroy") + "(" + rep + "rep) {")
                .line(destructor(resource) + "(rep);")
                .close("}");
    }

    private static void coreFunction(Resource resource, String name, String declaration, SourceWriter out) {
        out.line("__attribute__((import_module(\"" + resource.port().resourceModule() + "\"), import_name(\"" + name
                + "\")))");
        out.line(declaration);
    }

    /** The name of the function that the guest implements for the end of an exported resource. */
    String destructor(Resource resource) {
        return model.names().helper(resource, model.names().stem(resource) + "_destroy");
    }

    /** The destructor's result, name and parameter. */
    String destructorSignature(Resource resource) {
        return "void " + destructor(resource) + "(" + model.names().rep(resource) + " *rep)";
    }
}
