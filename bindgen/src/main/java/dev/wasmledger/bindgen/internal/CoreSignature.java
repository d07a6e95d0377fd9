package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function as the canonical ABI flattens it (CanonicalABI.md, "Flattening").
 *
 * @param parameters the core parameters, without the return area's pointer
 * @param spilled whether the parameters are too many and lie in memory, so that the one core parameter points at them
 * @param result the core result where there is one value, and it is not a pointer to a return area
 * @param inMemory whether the result is too large for that and lies in a return area
 */
record CoreSignature(List<ParameterSpec> parameters, boolean spilled, Optional<CoreNumType> result, boolean inMemory) {

    static CoreSignature of(Model model, Function function) {
        boolean spilled = model.flatCount(function.parameterTypes()) > Flattening.MAX_FLAT_PARAMS;
        List<ParameterSpec> parameters = new ArrayList<>();
        UniqueNames names = UniqueNames.ofMembers();
        if (spilled) {
            parameters.add(parameter(TypeName.INT, "arguments", names));
        } else {
            for (Parameter parameter : function.parameters()) {
                addFlat(model, parameter.type(), parameter.name(), names, parameters);
            }
        }
        Optional<Type> result = function.wit().result();
        boolean inMemory = result.isPresent() && model.flatCount(List.of(result.get())) > Flattening.MAX_FLAT_RESULTS;
        Optional<CoreNumType> flatResult = inMemory
                ? Optional.empty()
                : result.flatMap(type -> model.flat(type).stream().findFirst());
        return new CoreSignature(List.copyOf(parameters), spilled, flatResult, inMemory);
    }

    /** The core result of the lifted function: the value, a pointer to the return area, or nothing. */
    TypeName liftedResult() {
        return inMemory ? TypeName.INT : result.map(Core::javaType).orElse(TypeName.VOID);
    }

    /** The core result of the lowered function, which gets the return area's pointer as its last parameter. */
    TypeName loweredResult() {
        return result.map(Core::javaType).orElse(TypeName.VOID);
    }

    /** The parameters of the lowered function. */
    List<ParameterSpec> loweredParameters() {
        if (!inMemory) {
            return parameters;
        }
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(parameters.stream().map(ParameterSpec::name).toList());
        List<ParameterSpec> all = new ArrayList<>(parameters);
        all.add(parameter(TypeName.INT, "returnArea", names));
        return all;
    }

    private static void addFlat(
            Model model, Type type, String name, UniqueNames names, List<ParameterSpec> parameters) {
        switch (model.shape(type)) {
            case Shape.Product product ->
                product.parts()
                        .forEach(part -> addFlat(
                                model, part.type(), name + JavaNames.capitalized(part.accessor()), names, parameters));
            case Shape.FixedElements fixed -> {
                for (int i = 0; i < fixed.length(); i++) {
                    addFlat(model, fixed.element(), name + i, names, parameters);
                }
            }
            case Shape.Sum sum -> {
                List<CoreNumType> flat = model.flat(type);
                for (int i = 0; i < flat.size(); i++) {
                    parameters.add(parameter(Core.javaType(flat.get(i)), name + Core.sumSuffix(i, flat.size()), names));
                }
            }
            default -> {
                List<CoreNumType> flat = model.flat(type);
                if (flat.size() == 1) {
                    parameters.add(parameter(Core.javaType(flat.get(0)), name, names));
                } else {
                    parameters.add(parameter(TypeName.INT, name + "Pointer", names));
                    parameters.add(parameter(TypeName.INT, name + "Length", names));
                }
            }
        }
    }

    private static ParameterSpec parameter(TypeName type, String name, UniqueNames names) {
        return ParameterSpec.builder(type, names.take(name)).build();
    }
}
