package dev.wasmledger.component.type;

import java.util.Locale;

/** The primitive value types, in the order of their binary codes (Binary.md, {@code primvaltype}). */
public enum Primitive {
    BOOL(0x7f),
    S8(0x7e),
    U8(0x7d),
    S16(0x7c),
    U16(0x7b),
    S32(0x7a),
    U32(0x79),
    S64(0x78),
    U64(0x77),
    F32(0x76),
    F64(0x75),
    CHAR(0x74),
    STRING(0x73),
    ERROR_CONTEXT(0x64);

    private final int code;

    Primitive(int code) {
        this.code = code;
    }

    /** The byte that stands for this type in a component binary. */
    public int code() {
        return code;
    }

    /** The type's name in WIT and in the text format. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
