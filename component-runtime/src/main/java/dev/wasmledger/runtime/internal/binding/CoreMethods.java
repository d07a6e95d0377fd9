package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.PostReturn;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The methods of a binding's interface of core-typed calls.
 *
 * @param functions by the function's WIT name
 * @param postReturns by the function's WIT name
 */
record CoreMethods(Map<String, Method> functions, Map<String, Method> postReturns) {

    static CoreMethods of(Class<?> core) {
        Map<String, Method> functions = new LinkedHashMap<>();
        Map<String, Method> postReturns = new LinkedHashMap<>();
        if (!core.isInterface()) {
            throw new LinkException(core.getName() + " is no interface of core-typed calls");
        }
        for (Method method : core.getMethods()) {
            CoreFunction function = method.getAnnotation(CoreFunction.class);
            PostReturn postReturn = method.getAnnotation(PostReturn.class);
            if (function != null) {
                functions.put(function.name(), method);
            } else if (postReturn != null) {
                postReturns.put(postReturn.value(), method);
            }
        }
        return new CoreMethods(functions, postReturns);
    }

    /** The type that the binding was generated for. */
    static String type(Method function) {
        return function.getAnnotation(CoreFunction.class).type();
    }
}
