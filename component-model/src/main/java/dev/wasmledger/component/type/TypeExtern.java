package dev.wasmledger.component.type;

/**
 * An imported or exported type.
 *
 * @param type what is used under that name; for {@code (type (sub resource))} a resource type that is bound in the
 *     component or instance type around it
 * @param bound the type that {@code (type (eq t))} names, equal to {@code type}; for {@code (sub resource)} the same
 */
public record TypeExtern(DefType type, DefType bound) implements ExternType {}
