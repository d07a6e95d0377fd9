package dev.wasmledger.runtime.internal.adapter;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.internal.instance.AdapterCall;

/** Writes the transfer of values that are one core value: numbers, characters, flags, discriminants. */
final class ScalarEmitter {

    /** How a scalar lies in memory, with the accessors of our memory. */
    private enum Width {
        BYTE("Byte", "B", CoreNumType.I32),
        SHORT("Short", "S", CoreNumType.I32),
        INT("Int", "I", CoreNumType.I32),
        LONG("Long", "J", CoreNumType.I64),
        FLOAT("Float", "F", CoreNumType.F32),
        DOUBLE("Double", "D", CoreNumType.F64);

        final String accessor;
        final String descriptor;
        final CoreNumType core;

        Width(String accessor, String descriptor, CoreNumType core) {
            this.accessor = accessor;
            this.descriptor = descriptor;
            this.core = core;
        }
    }

    private final Emitter emitter;
    private final Direction direction;

    ScalarEmitter(Emitter emitter, Direction direction) {
        this.emitter = emitter;
        this.direction = direction;
    }

    void primitive(Primitive primitive, Place in, Place out) {
        Width width = width(primitive);
        beginStore(out);
        pushRaw(width, in);
        lift(primitive);
        endStore(width, out);
    }

    /** Flags: bits without a label are dropped (CanonicalABI.md, {@code unpack_flags_from_int}). */
    void flags(int labels, int bytes, Place in, Place out) {
        Width width = ofBytes(bytes);
        beginStore(out);
        pushRaw(width, in);
        if (labels < Integer.SIZE) {
            emitter.constant((1 << labels) - 1);
            emitter.code.visitInsn(IAND);
        }
        endStore(width, out);
    }

    /** A handle, by a method of {@link AdapterCall} that takes the handle and the resource type. */
    void handle(String method, int resource, Place in, Place out) {
        beginStore(out);
        emitter.pushField(AdapterFields.CALL, AdapterFields.CALL_DESCRIPTOR);
        pushRaw(Width.INT, in);
        emitter.constant(resource);
        emitter.code.visitMethodInsn(INVOKEVIRTUAL, AdapterFields.CALL_CLASS, method, "(II)I", false);
        endStore(Width.INT, out);
    }

    /** Reads and checks a discriminant, writes it, and leaves it in a local variable. */
    int discriminant(int cases, int bytes, Place in, Place out) {
        Width width = ofBytes(bytes);
        int local = emitter.newLocal(CoreNumType.I32);
        emitter.pushOptions(direction.from);
        pushRaw(width, in);
        zeroExtend(width, in);
        emitter.constant(cases);
        emitter.transfer("discriminant", "(L" + Emitter.OPTIONS + ";II)I");
        emitter.store(CoreNumType.I32, local);
        beginStore(out);
        emitter.load(CoreNumType.I32, local);
        endStore(width, out);
        return local;
    }

    /** Pushes an {@code i32} that lies there: a pointer or a length. */
    void pushInt(Place in) {
        pushRaw(Width.INT, in);
    }

    /** Stores the {@code i32} in a local variable there. */
    void storeInt(int local, Place out) {
        beginStore(out);
        emitter.load(CoreNumType.I32, local);
        endStore(Width.INT, out);
    }

    private void pushRaw(Width width, Place in) {
        switch (in) {
            case Place.Flat(var slots) -> {
                var slot = slots.getFirst();
                emitter.load(slot.carried(), slot.local());
                emitter.narrow(slot.carried(), width.core);
            }
            case Place.Memory memory -> {
                emitter.pushMemory(direction.from);
                emitter.pushAddress(memory);
                emitter.memory("get" + width.accessor, "(I)" + width.descriptor);
            }
        }
    }

    /** What has to be on the stack below the value. */
    private void beginStore(Place out) {
        if (out instanceof Place.Memory memory) {
            emitter.pushMemory(direction.to);
            emitter.pushAddress(memory);
        }
    }

    private void endStore(Width width, Place out) {
        switch (out) {
            case Place.Flat(var slots) -> {
                var slot = slots.getFirst();
                emitter.widen(width.core, slot.carried());
                emitter.store(slot.carried(), slot.local());
            }
            case Place.Memory memory -> {
                narrowForStore(width);
                emitter.memory("put" + width.accessor, "(I" + width.descriptor + ")V");
            }
        }
    }

    private void narrowForStore(Width width) {
        if (width == Width.BYTE) {
            emitter.code.visitInsn(I2B);
        } else if (width == Width.SHORT) {
            emitter.code.visitInsn(I2S);
        }
    }

    /** Memory accessors extend signs; a core value has only the bits that count. */
    private void zeroExtend(Width width, Place in) {
        if (in instanceof Place.Memory && width == Width.BYTE) {
            emitter.constant(0xff);
            emitter.code.visitInsn(IAND);
        } else if (in instanceof Place.Memory && width == Width.SHORT) {
            emitter.code.visitInsn(I2C);
        }
    }

    private void lift(Primitive primitive) {
        switch (primitive) {
            case BOOL -> emitter.transfer("bool", "(I)I");
            case S8 -> emitter.code.visitInsn(I2B);
            case U8 -> {
                emitter.constant(0xff);
                emitter.code.visitInsn(IAND);
            }
            case S16 -> emitter.code.visitInsn(I2S);
            case U16 -> emitter.code.visitInsn(I2C);
            case CHAR -> {
                int local = emitter.newLocal(CoreNumType.I32);
                emitter.store(CoreNumType.I32, local);
                emitter.pushOptions(direction.from);
                emitter.load(CoreNumType.I32, local);
                emitter.transfer("character", "(L" + Emitter.OPTIONS + ";I)I");
            }
            // Any NaN may be passed on as any other (CanonicalABI.md, maybe_scramble_nan32).
            case S32, U32, S64, U64, F32, F64 -> {}
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(primitive.text());
        }
    }

    private static Width width(Primitive primitive) {
        return switch (primitive) {
            case BOOL, S8, U8 -> Width.BYTE;
            case S16, U16 -> Width.SHORT;
            case S32, U32, CHAR -> Width.INT;
            case S64, U64 -> Width.LONG;
            case F32 -> Width.FLOAT;
            case F64 -> Width.DOUBLE;
            case STRING -> throw new IllegalArgumentException(primitive.text());
            case ERROR_CONTEXT -> throw new NotBuiltException("error-context");
        };
    }

    private static Width ofBytes(int bytes) {
        return switch (bytes) {
            case 1 -> Width.BYTE;
            case 2 -> Width.SHORT;
            default -> Width.INT;
        };
    }
}
