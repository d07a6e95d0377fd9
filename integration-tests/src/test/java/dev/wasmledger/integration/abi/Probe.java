package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.StringEncoding;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.List;

/** Looks into a guest's memory through the model, and puts things there. */
final class Probe {

    /** More than any value of the test takes. */
    private static final int MAX_IMAGE = 1 << 19;

    /** The core function that the binding needs; it gives an empty text, so that it is lifted with a memory. */
    public interface Core {
        @CoreFunction(name = "reset", type = "func() -> string")
        int reset();
    }

    private final BoundInterface<Core> bound;
    private final ExportCall call;
    private final StringEncoding encoding;
    private final Mistake mistake;

    Probe(Instance instance, String name, StringEncoding encoding) {
        this(instance, name, encoding, Mistake.NONE);
    }

    /** Through a model that makes a mistake. */
    Probe(Instance instance, String name, StringEncoding encoding, Mistake mistake) {
        this.bound = instance.bind(name, Core.class);
        this.call = bound.call("reset");
        this.encoding = encoding;
        this.mistake = mistake;
    }

    /** Forgets what the guest has allocated, and how often post-return was called. */
    void reset() {
        call.enter();
        bound.core().reset();
        call.leave();
    }

    int postReturns() {
        return call.memory().getInt(EchoGuest.POST_RETURNS);
    }

    /** The argument of the last call. */
    Val captured(ValType type) {
        AbiMemory memory = snapshot();
        var flat = new ArrayList<Long>();
        for (int i = 0; i < EchoGuest.params(type).size(); i++) {
            flat.add(call.memory().getLong(EchoGuest.CAPTURED + 8 * i));
        }
        boolean spilled = AbiTypes.flatten(type).size() > EchoGuest.MAX_FLAT_PARAMS;
        return spilled ? memory.load(type, flat.getFirst().intValue()) : memory.liftFlat(type, flat.iterator());
    }

    /** The last result, of a type that takes memory. */
    Val result(ValType type) {
        return snapshot().load(type, EchoGuest.AREA);
    }

    /** Lets the guest give that value. */
    void give(Val value, ValType type) {
        var image = new AbiMemory(new byte[MAX_IMAGE], EchoGuest.GIVEN_DATA, encoding, mistake);
        LinearMemory memory = call.memory();
        if (EchoGuest.isResultInMemory(type)) {
            int pointer = image.allocate(AbiTypes.elemSize(type), AbiTypes.alignment(type));
            image.store(value, type, pointer);
            memory.putLong(EchoGuest.GIVEN, pointer);
        } else {
            List<Long> flat = image.lowerFlat(value, type);
            memory.putLong(EchoGuest.GIVEN, flat.getFirst());
        }
        byte[] used = image.used();
        memory.write(EchoGuest.GIVEN_DATA, used, 0, used.length);
    }

    /** The bits of the floats in what the host lifts of a value that was given. */
    List<Long> liftedFloats(Val given) {
        return AbiValues.floatBits(
                given, mistake == Mistake.NAN_BITS_KEPT ? AbiValues::scrambledBits : AbiValues::canonicalBits);
    }

    private AbiMemory snapshot() {
        byte[] bytes = new byte[call.memory().getInt(EchoGuest.FREE)];
        call.memory().read(0, bytes, 0, bytes.length);
        return new AbiMemory(bytes, 0, encoding, mistake);
    }
}
