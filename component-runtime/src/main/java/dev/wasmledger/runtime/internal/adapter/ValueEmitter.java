package dev.wasmledger.runtime.internal.adapter;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.component.abi.Despecialization;
import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.NotBuiltException;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;

/**
 * Writes the code that carries a value from one side to the other: lifting and lowering in one (CanonicalABI.md, "Lifting
 * and Lowering Values"). Both sides have 32-bit memories, so a type has the same layout on both.
 */
final class ValueEmitter {

    private static final Layout LAYOUT = Layout.MEMORY32;
    private static final Flattening FLATTENING = Flattening.MEMORY32;
    private static final int POINTER_SIZE = 4;

    /** Beyond this many parts, a value in memory is carried by a method of its own: the JIT leaves huge methods alone. */
    private static final int MAX_INLINE_PARTS = 24;

    private final Emitter emitter;
    private final Direction direction;
    private final MemoryMethods methods;
    private final Map<ResourceType, Integer> resources;
    private final ScalarEmitter scalars;

    ValueEmitter(Emitter emitter, Direction direction, MemoryMethods methods, Map<ResourceType, Integer> resources) {
        this.emitter = emitter;
        this.direction = direction;
        this.methods = methods;
        this.resources = resources;
        this.scalars = new ScalarEmitter(emitter, direction);
    }

    /** Carries one value, in a method of its own where it is large. */
    void value(ValType type, Place in, Place out) {
        if (in instanceof Place.Memory from
                && out instanceof Place.Memory to
                && Copying.parts(type) > MAX_INLINE_PARTS) {
            callMethod(methods.forValue(direction, type), from, to);
        } else {
            parts(type, in, out);
        }
    }

    /** Carries one value, part by part, here. */
    void parts(ValType type, Place in, Place out) {
        switch (Despecialization.despecialize(type)) {
            case PrimValType(Primitive primitive) when primitive == Primitive.STRING -> string(in, out);
            case PrimValType(Primitive primitive) -> scalars.primitive(primitive, in, out);
            case ListType(ValType element, var length) -> {
                if (length.isPresent()) {
                    fixedList(element, length.getAsInt(), in, out);
                } else {
                    list(element, in, out);
                }
            }
            case RecordType(List<Field> fields) ->
                fields(fields.stream().map(Field::type).toList(), in, out);
            case VariantType(List<Case> cases) -> variant(cases, in, out);
            case FlagsType(List<String> labels) ->
                scalars.flags(labels.size(), Layout.flagsSize(labels.size()), in, out);
            case OwnType(ResourceType resource) -> scalars.handle(direction.own, resource(resource), in, out);
            case BorrowType(ResourceType resource) -> scalars.handle("borrow", resource(resource), in, out);
            default -> throw new NotBuiltException("streams and futures");
        }
    }

    /** Carries values that lie side by side: parameters, or the fields of a record. */
    void fields(List<ValType> types, Place in, Place out) {
        List<Integer> offsets = LAYOUT.fieldOffsets(types);
        int flat = 0;
        for (int i = 0; i < types.size(); i++) {
            ValType type = types.get(i);
            int count = FLATTENING.flatCount(List.of(type));
            value(type, part(in, flat, count, offsets.get(i)), part(out, flat, count, offsets.get(i)));
            flat += count;
        }
    }

    /** Carries {@code count} elements that begin at two addresses; both are local variables, as is the count. */
    void elements(ValType element, int fromLocal, int toLocal, int countLocal) {
        int size = LAYOUT.elemSize(element);
        Label next = new Label();
        Label done = new Label();
        emitter.code.visitLabel(next);
        emitter.load(CoreNumType.I32, countLocal);
        emitter.code.visitJumpInsn(IFEQ, done);
        value(element, new Place.Memory(fromLocal, 0), new Place.Memory(toLocal, 0));
        emitter.code.visitIincInsn(countLocal, -1);
        advance(fromLocal, size);
        advance(toLocal, size);
        emitter.code.visitJumpInsn(GOTO, next);
        emitter.code.visitLabel(done);
    }

    private void advance(int addressLocal, int size) {
        emitter.load(CoreNumType.I32, addressLocal);
        emitter.constant(size);
        emitter.code.visitInsn(IADD);
        emitter.store(CoreNumType.I32, addressLocal);
    }

    private void string(Place in, Place out) {
        pushBothOptions();
        scalars.pushInt(part(in, 0, 1, 0));
        scalars.pushInt(part(in, 1, 1, POINTER_SIZE));
        emitter.transfer("string", "(L" + Emitter.OPTIONS + ";L" + Emitter.OPTIONS + ";II)J");
        storeSlice(out);
    }

    private void list(ValType element, Place in, Place out) {
        int pointer = emitter.newLocal(CoreNumType.I32);
        int count = emitter.newLocal(CoreNumType.I32);
        scalars.pushInt(part(in, 0, 1, 0));
        emitter.store(CoreNumType.I32, pointer);
        scalars.pushInt(part(in, 1, 1, POINTER_SIZE));
        emitter.store(CoreNumType.I32, count);

        boolean asBytes = Copying.isBitwise(element);
        int target = emitter.newLocal(CoreNumType.I32);
        pushBothOptions();
        emitter.load(CoreNumType.I32, pointer);
        emitter.load(CoreNumType.I32, count);
        emitter.constant(LAYOUT.elemSize(element));
        emitter.constant(LAYOUT.alignment(element));
        emitter.transfer(
                asBytes ? "list" : "allocateList", "(L" + Emitter.OPTIONS + ";L" + Emitter.OPTIONS + ";IIII)I");
        emitter.store(CoreNumType.I32, target);
        if (!asBytes) {
            emitter.code.visitVarInsn(ALOAD, 0);
            emitter.load(CoreNumType.I32, pointer);
            emitter.load(CoreNumType.I32, target);
            emitter.load(CoreNumType.I32, count);
            methods.call(emitter, methods.forElements(direction, element));
        }
        scalars.storeInt(target, part(out, 0, 1, 0));
        scalars.storeInt(count, part(out, 1, 1, POINTER_SIZE));
    }

    private void fixedList(ValType element, int length, Place in, Place out) {
        int size = LAYOUT.elemSize(element);
        if (in instanceof Place.Memory from && out instanceof Place.Memory to) {
            emitter.code.visitVarInsn(ALOAD, 0);
            emitter.pushAddress(from);
            emitter.pushAddress(to);
            emitter.constant(length);
            methods.call(emitter, methods.forElements(direction, element));
            return;
        }
        int count = FLATTENING.flatCount(List.of(element));
        for (int i = 0; i < length; i++) {
            value(element, part(in, i * count, count, i * size), part(out, i * count, count, i * size));
        }
    }

    private void variant(List<Case> cases, Place in, Place out) {
        int bytes = Layout.discriminantSize(cases.size());
        int discriminant = scalars.discriminant(cases.size(), bytes, part(in, 0, 1, 0), part(out, 0, 1, 0));
        if (cases.stream().allMatch(one -> one.type().isEmpty())) {
            return;
        }
        Label done = new Label();
        Label[] labels = new Label[cases.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = cases.get(i).type().isPresent() ? new Label() : done;
        }
        emitter.load(CoreNumType.I32, discriminant);
        emitter.code.visitTableSwitchInsn(0, labels.length - 1, done, labels);
        int offset = LAYOUT.payloadOffset(cases);
        for (int i = 0; i < labels.length; i++) {
            if (cases.get(i).type().isPresent()) {
                ValType payload = cases.get(i).type().get();
                int count = FLATTENING.flatCount(List.of(payload));
                emitter.code.visitLabel(labels[i]);
                value(payload, part(in, 1, count, offset), part(out, 1, count, offset));
                emitter.code.visitJumpInsn(GOTO, done);
            }
        }
        emitter.code.visitLabel(done);
    }

    private int resource(ResourceType type) {
        Integer index = resources.get(type);
        if (index == null) {
            throw new IllegalStateException("validation let a resource type pass: " + type.name());
        }
        return index;
    }

    private void callMethod(MemoryMethods.Method method, Place.Memory from, Place.Memory to) {
        emitter.code.visitVarInsn(ALOAD, 0);
        emitter.pushAddress(from);
        emitter.pushAddress(to);
        methods.call(emitter, method);
    }

    private void pushBothOptions() {
        emitter.pushOptions(direction.from);
        emitter.pushOptions(direction.to);
    }

    /** A pointer and a length, packed as {@link dev.wasmledger.runtime.abi.Slice} packs them, on the stack. */
    private void storeSlice(Place out) {
        int slice = emitter.newLocal(CoreNumType.I64);
        int half = emitter.newLocal(CoreNumType.I32);
        emitter.store(CoreNumType.I64, slice);
        emitter.load(CoreNumType.I64, slice);
        emitter.code.visitInsn(L2I);
        emitter.store(CoreNumType.I32, half);
        scalars.storeInt(half, part(out, 0, 1, 0));
        emitter.load(CoreNumType.I64, slice);
        emitter.constant(Integer.SIZE);
        emitter.code.visitInsn(LUSHR);
        emitter.code.visitInsn(L2I);
        emitter.store(CoreNumType.I32, half);
        scalars.storeInt(half, part(out, 1, 1, POINTER_SIZE));
    }

    private static Place part(Place whole, int firstSlot, int slots, int offset) {
        return switch (whole) {
            case Place.Flat flat -> flat.slice(firstSlot, slots);
            case Place.Memory memory -> memory.plus(offset);
        };
    }
}
