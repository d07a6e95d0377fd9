package dev.wasmledger.component.model;

import java.util.Arrays;
import java.util.Optional;

/** The sorts of definition, each with an index space of its own (Binary.md, {@code sort} and {@code core:sort}). */
public enum Sort {
    CORE_FUNC(true, 0x00, "core func"),
    CORE_TABLE(true, 0x01, "core table"),
    CORE_MEMORY(true, 0x02, "core memory"),
    CORE_GLOBAL(true, 0x03, "core global"),
    CORE_TAG(true, 0x04, "core tag"),
    CORE_TYPE(true, 0x10, "core type"),
    CORE_MODULE(true, 0x11, "core module"),
    CORE_INSTANCE(true, 0x12, "core instance"),
    FUNC(false, 0x01, "func"),
    VALUE(false, 0x02, "value"),
    TYPE(false, 0x03, "type"),
    COMPONENT(false, 0x04, "component"),
    INSTANCE(false, 0x05, "instance");

    private final boolean core;
    private final int code;
    private final String text;

    Sort(boolean core, int code, String text) {
        this.core = core;
        this.code = code;
        this.text = text;
    }

    public boolean isCore() {
        return core;
    }

    /** The byte for this sort; among the core sorts, the one after the {@code 0x00} that says "core". */
    public int code() {
        return code;
    }

    /** As in the text format. */
    public String text() {
        return text;
    }

    /** The sort with that byte among the core sorts, or among the others. */
    public static Optional<Sort> of(boolean core, int code) {
        return Arrays.stream(values())
                .filter(sort -> sort.core == core && sort.code == code)
                .findFirst();
    }

    /** An index into this sort's index space. */
    public Index index(int value) {
        return switch (this) {
            case CORE_FUNC -> new Index.CoreFunc(value);
            case CORE_TABLE -> new Index.CoreTable(value);
            case CORE_MEMORY -> new Index.CoreMemory(value);
            case CORE_GLOBAL -> new Index.CoreGlobal(value);
            case CORE_TAG -> new Index.CoreTag(value);
            case CORE_TYPE -> new Index.CoreType(value);
            case CORE_MODULE -> new Index.CoreModule(value);
            case CORE_INSTANCE -> new Index.CoreInstance(value);
            case FUNC -> new Index.Func(value);
            case VALUE -> new Index.Value(value);
            case TYPE -> new Index.Type(value);
            case COMPONENT -> new Index.Component(value);
            case INSTANCE -> new Index.Instance(value);
        };
    }
}
