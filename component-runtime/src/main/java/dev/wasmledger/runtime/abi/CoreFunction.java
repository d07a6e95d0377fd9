package dev.wasmledger.runtime.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a binding's interface of core-typed calls: it stands for one function of a WIT interface, flattened
 * as the canonical ABI flattens it ({@code i32} as {@code int}, {@code i64} as {@code long}, {@code f32} as
 * {@code float}, {@code f64} as {@code double}).
 *
 * <p>In an interface for exports, the method takes the flattened parameters and gives the flattened result. In one for
 * imports, the method takes {@link CanonicalOptions} (those of the component that calls) before them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CoreFunction {

    /** The function's name in WIT, {@code create-accounts} for instance. */
    String name();

    /**
     * The function's type in the canonical text form of {@code dev.wasmledger.component.TypeText}; binding fails where
     * the component's function has another one.
     */
    String type();
}
