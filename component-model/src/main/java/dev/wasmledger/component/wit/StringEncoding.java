package dev.wasmledger.component.wit;

import java.util.Arrays;
import java.util.Optional;

/** How a core module's strings are encoded, as its {@code component-type} section says. */
public enum StringEncoding {
    UTF8(0x00),
    UTF16(0x01),
    COMPACT_UTF16(0x02);

    private final int code;

    StringEncoding(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<StringEncoding> of(int code) {
        return Arrays.stream(values()).filter(encoding -> encoding.code == code).findFirst();
    }
}
