package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/**
 * A function of an interface or world.
 *
 * @param name the name that it is imported or exported by: {@code read}, {@code [method]blob.read}
 * @param kind freestanding, or how it belongs to a resource
 * @param async whether it is declared {@code async}
 * @param parameters with {@code self} first where it is a method
 * @param result the type of the result; the resource's handle where it is a constructor that cannot fail
 * @param docs the text of its doc comments
 * @param stability its feature gate
 * @param externalId the text of its {@code @external-id}
 * @param place where its name stands
 */
public record WitFunction(
        String name,
        Kind kind,
        boolean async,
        List<Parameter> parameters,
        Optional<Type> result,
        Optional<String> docs,
        Stability stability,
        Optional<String> externalId,
        Place place) {

    public WitFunction {
        parameters = List.copyOf(parameters);
    }

    /** How a function belongs to a resource. */
    public sealed interface Kind {

        /** Not at all. */
        record Freestanding() implements Kind {}

        /** Called on a handle. */
        record Method(TypeId resource) implements Kind {}

        /** Called without a handle. */
        record Static(TypeId resource) implements Kind {}

        /** Makes a handle. */
        record Constructor(TypeId resource) implements Kind {}

        /** The resource, if there is one. */
        default Optional<TypeId> owner() {
            return switch (this) {
                case Freestanding() -> Optional.empty();
                case Method(TypeId resource) -> Optional.of(resource);
                case Static(TypeId resource) -> Optional.of(resource);
                case Constructor(TypeId resource) -> Optional.of(resource);
            };
        }
    }

    /** A parameter, by name. */
    public record Parameter(String name, Type type, Place place) {}

    /** The name as the text has it: {@code read} for {@code [method]blob.read}; a constructor's is its resource's. */
    public String itemName() {
        return switch (kind) {
            case Kind.Freestanding f -> name;
            case Kind.Method m -> name.substring(name.indexOf('.') + 1);
            case Kind.Static s -> name.substring(name.indexOf('.') + 1);
            case Kind.Constructor c -> name.substring(name.indexOf(']') + 1);
        };
    }
}
