package dev.wasmledger.runtime.internal.adapter;

import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.instance.AdapterCall;
import org.objectweb.asm.Type;

/**
 * The fields of a generated adapter, beside those of its two sides.
 *
 * @param target signature of the core function that is called
 */
record AdapterFields(CoreSignature target, boolean hasPostReturn) {

    static final String CALL = "call";
    static final String CALL_CLASS = Type.getInternalName(AdapterCall.class);
    static final String CALL_DESCRIPTOR = "L" + CALL_CLASS + ";";
    static final String TARGET = "target";
    static final String POST_RETURN = "postReturn";

    String targetInterface() {
        return target.interfaceName().replace('.', '/');
    }

    String targetDescriptor() {
        return "L" + targetInterface() + ";";
    }

    /** Post-return takes what the function gave. */
    CoreSignature postReturn() {
        return CoreSignature.of(target.result().equals("V") ? "" : target.result(), "");
    }

    String postReturnInterface() {
        return postReturn().interfaceName().replace('.', '/');
    }

    String postReturnDescriptor() {
        return "L" + postReturnInterface() + ";";
    }
}
