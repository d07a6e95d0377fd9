package dev.wasmledger.runtime.internal.adapter;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.plan.LiftPlan;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;

/** Writes the call itself: arguments across, the core function, the result back, post-return. */
final class CallEmitter {

    private static final Flattening FLATTENING = Flattening.MEMORY32;

    private final Emitter emitter;
    private final CoreSignature signature;
    private final AdapterFields fields;
    private final ValueEmitter arguments;
    private final ValueEmitter result;
    private final List<ValType> parameterTypes;
    private final List<ValType> resultTypes;

    CallEmitter(
            Emitter emitter, MemoryMethods methods, LiftPlan callee, CoreSignature signature, AdapterFields fields) {
        this.emitter = emitter;
        this.signature = signature;
        this.fields = fields;
        this.arguments = new ValueEmitter(emitter, Direction.ARGUMENTS, methods, callee.resources());
        this.result = new ValueEmitter(emitter, Direction.RESULT, methods, callee.resources());
        this.parameterTypes = callee.type().paramTypes();
        this.resultTypes = callee.type().result().map(List::of).orElse(List.of());
    }

    void emit() {
        rule("enter");
        List<Place.Flat.Slot> lowered = carryArguments();
        List<Place.Flat.Slot> given = callTarget(lowered);
        List<Place.Flat.Slot> answer = carryResult(given);
        if (parameterTypes.stream().anyMatch(Copying::containsBorrow)) {
            rule("endBorrows");
        }
        if (fields.hasPostReturn()) {
            postReturn(given);
        }
        rule("leave");
        answer.forEach(slot -> emitter.load(slot.carried(), slot.local()));
        emitter.code.visitInsn(Type.getReturnType(signature.descriptor()).getOpcode(IRETURN));
    }

    /** Leaves what the core function takes in local variables. */
    private List<Place.Flat.Slot> carryArguments() {
        int flatCount = FLATTENING.flatCount(parameterTypes);
        if (flatCount > Flattening.MAX_FLAT_PARAMS) {
            ValType tuple = new TupleType(parameterTypes);
            int from = 1;
            checkArea(Direction.ARGUMENTS.from, from, tuple);
            int to = emitter.newLocal(CoreNumType.I32);
            emitter.pushOptions(Direction.ARGUMENTS.to);
            emitter.constant(Layout.MEMORY32.elemSize(tuple));
            emitter.constant(Layout.MEMORY32.alignment(tuple));
            emitter.transfer("allocate", "(L" + Emitter.OPTIONS + ";II)I");
            emitter.store(CoreNumType.I32, to);
            arguments.fields(parameterTypes, new Place.Memory(from, 0), new Place.Memory(to, 0));
            return List.of(new Place.Flat.Slot(to, CoreNumType.I32));
        }
        List<CoreNumType> flat = FLATTENING.flatTypes(parameterTypes);
        var in = new ArrayList<Place.Flat.Slot>();
        var out = new ArrayList<Place.Flat.Slot>();
        int local = 1;
        for (CoreNumType type : flat) {
            in.add(new Place.Flat.Slot(local, type));
            out.add(new Place.Flat.Slot(emitter.newZero(type), type));
            local += Emitter.asmType(type).getSize();
        }
        arguments.fields(parameterTypes, new Place.Flat(in), new Place.Flat(out));
        return out;
    }

    private List<Place.Flat.Slot> callTarget(List<Place.Flat.Slot> lowered) {
        emitter.beginGuarded();
        emitter.pushField(AdapterFields.TARGET, fields.targetDescriptor());
        lowered.forEach(slot -> emitter.load(slot.carried(), slot.local()));
        callInterface(fields.target());
        if (resultTypes.isEmpty()) {
            emitter.endGuarded(this::throwFailed);
            return List.of();
        }
        CoreNumType type = isResultInMemory()
                ? CoreNumType.I32
                : FLATTENING.flatTypes(resultTypes).getFirst();
        int local = emitter.newLocal(type);
        emitter.store(type, local);
        emitter.endGuarded(this::throwFailed);
        return List.of(new Place.Flat.Slot(local, type));
    }

    /** Throws the trap that stands for what is thrown, which lies on the stack (CanonicalABI.md, call_and_trap_on_throw). */
    private void throwFailed() {
        int thrown = emitter.newReference();
        emitter.code.visitVarInsn(ASTORE, thrown);
        emitter.pushField(AdapterFields.CALL, AdapterFields.CALL_DESCRIPTOR);
        emitter.code.visitVarInsn(ALOAD, thrown);
        emitter.code.visitMethodInsn(
                INVOKEVIRTUAL,
                AdapterFields.CALL_CLASS,
                "failed",
                "(Ljava/lang/Throwable;)Ljava/lang/RuntimeException;",
                false);
        emitter.code.visitInsn(ATHROW);
    }

    /** Gives what the adapter is to return. */
    private List<Place.Flat.Slot> carryResult(List<Place.Flat.Slot> given) {
        if (isResultInMemory()) {
            int from = given.getFirst().local();
            int to = signature.parameterSlots(); // The last parameter, an i32: where the caller wants the result.
            checkArea(Direction.RESULT.from, from, resultTypes.getFirst());
            checkArea(Direction.RESULT.to, to, resultTypes.getFirst());
            result.fields(resultTypes, new Place.Memory(from, 0), new Place.Memory(to, 0));
            return List.of();
        }
        List<Place.Flat.Slot> answer = given.stream()
                .map(slot -> new Place.Flat.Slot(emitter.newZero(slot.carried()), slot.carried()))
                .toList();
        result.fields(resultTypes, new Place.Flat(given), new Place.Flat(answer));
        return answer;
    }

    private void postReturn(List<Place.Flat.Slot> given) {
        emitter.beginGuarded();
        rule("beginPostReturn");
        emitter.pushField(AdapterFields.POST_RETURN, fields.postReturnDescriptor());
        given.forEach(slot -> emitter.load(slot.carried(), slot.local()));
        callInterface(fields.postReturn());
        rule("endPostReturn");
        emitter.endGuarded(this::throwFailed);
    }

    private boolean isResultInMemory() {
        return FLATTENING.flatCount(resultTypes) > Flattening.MAX_FLAT_RESULTS;
    }

    private void checkArea(String side, int pointerLocal, ValType type) {
        emitter.pushOptions(side);
        emitter.load(CoreNumType.I32, pointerLocal);
        emitter.constant(Layout.MEMORY32.elemSize(type));
        emitter.constant(Layout.MEMORY32.alignment(type));
        emitter.transfer("checkArea", "(L" + Emitter.OPTIONS + ";III)V");
    }

    private void callInterface(CoreSignature called) {
        String owner = called.interfaceName().replace('.', '/');
        emitter.code.visitMethodInsn(INVOKEINTERFACE, owner, GeneratedClasses.CALL, called.descriptor(), true);
    }

    private void rule(String method) {
        emitter.pushField(AdapterFields.CALL, AdapterFields.CALL_DESCRIPTOR);
        emitter.code.visitMethodInsn(INVOKEVIRTUAL, AdapterFields.CALL_CLASS, method, "()V", false);
    }
}
