package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreValType;
import java.util.List;

/** Constant expressions: code of few instructions, which ends where it says so (core specification, "Constant Expressions"). */
final class ConstantExpressions {

    private final FunctionValidator functions;

    ConstantExpressions(ModuleSpaces module) {
        this.functions = new FunctionValidator(module);
    }

    /** Reads an expression and checks that it gives a value of this type. */
    void validate(CoreValType type) {
        functions.validateConstant(new CoreFuncType(List.of(), List.of(type)));
    }
}
