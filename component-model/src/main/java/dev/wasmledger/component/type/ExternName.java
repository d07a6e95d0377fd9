package dev.wasmledger.component.type;

import java.util.List;

/**
 * The name of an import or export.
 *
 * @param form which of the redundant binary forms it was written in
 */
public record ExternName(String name, Form form, List<NameAttribute> attributes) {

    /** The first byte of {@code nameattributes}. The first two mean the same; both occur. */
    public enum Form {
        PLAIN(0x00),
        INTERFACE(0x01),
        ATTRIBUTED(0x02);

        private final int code;

        Form(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public ExternName {
        attributes = List.copyOf(attributes);
    }

    /** A name without attributes. */
    public static ExternName of(String name) {
        return new ExternName(name, Form.PLAIN, List.of());
    }
}
