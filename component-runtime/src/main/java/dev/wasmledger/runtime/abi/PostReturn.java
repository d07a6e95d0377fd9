package dev.wasmledger.runtime.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a binding's interface of core-typed calls that stands for a function's post-return: it takes the
 * function's flattened result. Where the component declares no post-return, the method does nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PostReturn {

    /** The function's name in WIT. */
    String value();
}
