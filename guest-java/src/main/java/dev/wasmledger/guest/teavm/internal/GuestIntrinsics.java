package dev.wasmledger.guest.teavm.internal;

import dev.wasmledger.guest.internal.Machine;
import java.util.Set;
import org.teavm.ast.Expr;
import org.teavm.ast.InvocationExpr;
import org.teavm.backend.wasm.intrinsics.WasmIntrinsic;
import org.teavm.backend.wasm.intrinsics.WasmIntrinsicManager;
import org.teavm.backend.wasm.model.WasmType;
import org.teavm.backend.wasm.model.expression.WasmBlock;
import org.teavm.backend.wasm.model.expression.WasmDrop;
import org.teavm.backend.wasm.model.expression.WasmExpression;
import org.teavm.backend.wasm.model.expression.WasmFloat64Constant;
import org.teavm.backend.wasm.model.expression.WasmMemoryGrow;
import org.teavm.backend.wasm.model.expression.WasmUnreachable;
import org.teavm.backend.wasm.runtime.WasmSupport;
import org.teavm.model.MethodReference;

/**
 * Puts instructions where TeaVM's runtime would call its JavaScript host, and where {@link Machine} is called: a finished
 * guest imports nothing that its world does not name.
 *
 * <p>What TeaVM prints has nowhere to go and is dropped. The time traps; {@link AmbientCalls} reports guests that ask
 * for it.
 */
final class GuestIntrinsics implements WasmIntrinsic {

    private static final Set<String> HOST_CALLS = Set.of(
            "putCharsStderr", "putCharsStdout", "printString", "printInt", "printOutOfMemory", "currentTimeMillisImpl");

    @Override
    public boolean isApplicable(MethodReference method) {
        return isOf(Machine.class, method)
                || (isOf(WasmSupport.class, method) && HOST_CALLS.contains(method.getName()));
    }

    @Override
    public WasmExpression apply(InvocationExpr invocation, WasmIntrinsicManager manager) {
        return switch (invocation.getMethod().getName()) {
            case "trap" -> new WasmUnreachable();
            case "growMemory" ->
                new WasmMemoryGrow(manager.generate(invocation.getArguments().getFirst()));
            case "currentTimeMillisImpl" -> trapInsteadOfTime();
            default -> evaluateAndDrop(invocation, manager);
        };
    }

    private static boolean isOf(Class<?> type, MethodReference method) {
        return method.getClassName().equals(type.getName());
    }

    private static WasmExpression trapInsteadOfTime() {
        WasmBlock block = new WasmBlock(false);
        block.setType(WasmType.FLOAT64.asBlock());
        block.getBody().add(new WasmUnreachable());
        block.getBody().add(new WasmFloat64Constant(0));
        return block;
    }

    private static WasmExpression evaluateAndDrop(InvocationExpr invocation, WasmIntrinsicManager manager) {
        WasmBlock block = new WasmBlock(false);
        for (Expr argument : invocation.getArguments()) {
            block.getBody().add(new WasmDrop(manager.generate(argument)));
        }
        return block;
    }
}
