package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;

/**
 * The classes that generated code calls to lift and lower, which have the same names on both sides.
 *
 * @param packageName where they are
 */
record Library(String packageName) {

    static final Library HOST = new Library("dev.wasmledger.runtime.abi");
    static final Library GUEST = new Library("dev.wasmledger.guest");

    ClassName strings() {
        return type("Strings");
    }

    ClassName lists() {
        return type("Lists");
    }

    ClassName bytes() {
        return type("Bytes");
    }

    ClassName slice() {
        return type("Slice");
    }

    ClassName type(String simpleName) {
        return ClassName.get(packageName, simpleName);
    }
}
