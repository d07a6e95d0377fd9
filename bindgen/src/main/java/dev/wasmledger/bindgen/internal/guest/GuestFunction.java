package dev.wasmledger.bindgen.internal.guest;

import dev.wasmledger.wit.WitFunction;
import java.util.List;
import java.util.Optional;

/**
 * A function that a guest calls or implements.
 *
 * @param parameters of a method, the resource first
 */
public record GuestFunction(WitFunction wit, Port port, List<Parameter> parameters, Optional<GuestType> result) {

    /** A parameter, by its name in WIT. */
    public record Parameter(String name, GuestType type) {}

    public List<GuestType> parameterTypes() {
        return parameters.stream().map(Parameter::type).toList();
    }
}
