package dev.wasmledger.component.model;

/** An index into one of the thirteen index spaces; the value is an unsigned 32-bit number. */
public sealed interface Index {

    int value();

    default Sort sort() {
        return switch (this) {
            case CoreFunc i -> Sort.CORE_FUNC;
            case CoreTable i -> Sort.CORE_TABLE;
            case CoreMemory i -> Sort.CORE_MEMORY;
            case CoreGlobal i -> Sort.CORE_GLOBAL;
            case CoreTag i -> Sort.CORE_TAG;
            case CoreType i -> Sort.CORE_TYPE;
            case CoreModule i -> Sort.CORE_MODULE;
            case CoreInstance i -> Sort.CORE_INSTANCE;
            case Func i -> Sort.FUNC;
            case Value i -> Sort.VALUE;
            case Type i -> Sort.TYPE;
            case Component i -> Sort.COMPONENT;
            case Instance i -> Sort.INSTANCE;
        };
    }

    record CoreFunc(int value) implements Index {}

    record CoreTable(int value) implements Index {}

    record CoreMemory(int value) implements Index {}

    record CoreGlobal(int value) implements Index {}

    record CoreTag(int value) implements Index {}

    record CoreType(int value) implements Index {}

    record CoreModule(int value) implements Index {}

    record CoreInstance(int value) implements Index {}

    record Func(int value) implements Index {}

    record Value(int value) implements Index {}

    record Type(int value) implements Index {}

    record Component(int value) implements Index {}

    record Instance(int value) implements Index {}
}
