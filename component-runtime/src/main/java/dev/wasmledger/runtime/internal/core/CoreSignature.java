package dev.wasmledger.runtime.internal.core;

import org.objectweb.asm.Type;

/**
 * The type of a core function as the JVM sees it. Each parameter is one of {@code I} (i32 and references), {@code J},
 * {@code F}, {@code D}; the result is one of these, {@code V} for none, or {@code [J} for several.
 *
 * @param descriptor the JVM method descriptor
 */
public record CoreSignature(String descriptor) {

    private static final String GENERATED = "dev.wasmledger.runtime.generated.";

    /** Of core types written as JVM letters, {@code of("IJ", "D")} for {@code (i32, i64) -> f64}. */
    public static CoreSignature of(String parameters, String results) {
        String result = switch (results.length()) {
            case 0 -> "V";
            case 1 -> results;
            default -> "[J";
        };
        return new CoreSignature("(" + parameters + ")" + result);
    }

    /** The parameters' letters, in order. */
    public String parameters() {
        return descriptor.substring(1, descriptor.indexOf(')'));
    }

    /** The result's JVM descriptor. */
    public String result() {
        return descriptor.substring(descriptor.indexOf(')') + 1);
    }

    /** How many JVM slots the parameters take. */
    public int parameterSlots() {
        return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
    }

    /** The interface with one method {@code call} of this type; generated, but for {@link ReallocCall}. */
    public String interfaceName() {
        return descriptor.equals("(IIII)I") ? ReallocCall.class.getName() : GENERATED + "Call_" + suffix();
    }

    /** The generated class that implements the interface over a {@link CoreCallable} that only takes boxed values. */
    public String unboxedName() {
        return GENERATED + "Unboxed_" + suffix();
    }

    private String suffix() {
        return parameters() + "_" + result().replace("[J", "A");
    }

    static CoreSignature ofGeneratedName(String suffix) {
        int separator = suffix.indexOf('_');
        return new CoreSignature("(" + suffix.substring(0, separator) + ")"
                + suffix.substring(separator + 1).replace("A", "[J"));
    }
}
