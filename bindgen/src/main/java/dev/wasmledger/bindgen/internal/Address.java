package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;

/** A place in linear memory: a variable and an offset in bytes. */
record Address(String variable, int offset) {

    static Address of(String variable) {
        return new Address(variable, 0);
    }

    Address plus(int bytes) {
        return new Address(variable, offset + bytes);
    }

    CodeBlock code() {
        return offset == 0 ? CodeBlock.of("$L", variable) : CodeBlock.of("$L + $L", variable, offset);
    }
}
