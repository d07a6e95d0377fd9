package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import java.util.ArrayList;
import java.util.List;

/**
 * The two small core modules that break the circle between a guest and those of its imports that need its memory: such
 * an import can be lowered only when the guest is instantiated, which needs the import first.
 *
 * <p>The <em>shim</em> exports a function for each of them that calls through an empty table. The guest is given those.
 * When it exists, the imports are lowered, and the <em>fixup</em> puts them into the table when it is instantiated.
 */
final class ShimModules {

    /** The name of the table, among the shim's exports and the fixup's imports. */
    static final String TABLE = "table";

    /** The module name of all that the fixup imports. */
    static final String FIXUP_MODULE = "";

    /** The name of the function among the fixup's imports that it calls when the table is filled. */
    static final String INITIALIZE = "_initialize";

    private static final byte[] PREAMBLE = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int TYPE_SECTION = 1;
    private static final int IMPORT_SECTION = 2;
    private static final int FUNCTION_SECTION = 3;
    private static final int TABLE_SECTION = 4;
    private static final int EXPORT_SECTION = 7;
    private static final int START_SECTION = 8;
    private static final int ELEMENT_SECTION = 9;
    private static final int CODE_SECTION = 10;
    private static final int FUNC = 0;
    private static final int TABLE_SORT = 1;
    private static final int FUNCREF = 0x70;
    private static final int FUNC_TYPE = 0x60;
    private static final int LOCAL_GET = 0x20;
    private static final int I32_CONST = 0x41;
    private static final int CALL_INDIRECT = 0x11;
    private static final int END = 0x0b;

    private final ByteWriter out = new ByteWriter().raw(PREAMBLE);

    private ShimModules() {}

    /** The name of the function for the table's entry of that index, in both modules. */
    static String functionName(int index) {
        return Integer.toString(index);
    }

    /** A module that exports a function of each type, and the table that they call through. */
    static byte[] shim(List<CoreFuncType> types) {
        return new ShimModules().writeShim(types);
    }

    /**
     * A module that fills the shim's table with functions of these types and then, where the guest has a function to be
     * called before all others, calls that.
     */
    static byte[] fixup(List<CoreFuncType> types, boolean initialize) {
        return new ShimModules().writeFixup(types, initialize);
    }

    private byte[] writeShim(List<CoreFuncType> types) {
        int count = types.size();
        section(TYPE_SECTION, () -> types(types));
        section(FUNCTION_SECTION, () -> indices(count));
        section(TABLE_SECTION, () -> {
            out.u32(1);
            tableType(count);
        });
        section(EXPORT_SECTION, () -> {
            out.u32(count + 1);
            for (int i = 0; i < count; i++) {
                out.name(functionName(i)).u8(FUNC).u32(i);
            }
            out.name(TABLE).u8(TABLE_SORT).u32(0);
        });
        section(CODE_SECTION, () -> {
            out.u32(count);
            for (int i = 0; i < count; i++) {
                int index = i;
                out.sized(() -> forwarder(index, types.get(index).params().size()));
            }
        });
        return out.toByteArray();
    }

    /** The body of a function that passes its parameters on to the table's entry of the same index. */
    private void forwarder(int index, int params) {
        out.u32(0);
        for (int i = 0; i < params; i++) {
            out.u8(LOCAL_GET).u32(i);
        }
        out.u8(I32_CONST).s33Index(index).u8(CALL_INDIRECT).u32(index).u32(0).u8(END);
    }

    private byte[] writeFixup(List<CoreFuncType> types, boolean initialize) {
        int count = types.size();
        var all = new ArrayList<>(types);
        if (initialize) {
            all.add(new CoreFuncType(List.of(), List.of()));
        }
        section(TYPE_SECTION, () -> types(all));
        section(IMPORT_SECTION, () -> {
            out.u32(all.size() + (count > 0 ? 1 : 0));
            for (int i = 0; i < all.size(); i++) {
                out.name(FIXUP_MODULE)
                        .name(i < count ? functionName(i) : INITIALIZE)
                        .u8(FUNC)
                        .u32(i);
            }
            if (count > 0) {
                out.name(FIXUP_MODULE).name(TABLE).u8(TABLE_SORT);
                tableType(count);
            }
        });
        if (initialize) {
            section(START_SECTION, () -> out.u32(count));
        }
        if (count > 0) {
            section(ELEMENT_SECTION, () -> {
                // One active segment of function indices, for table 0 from its start.
                out.u32(1).u32(0).u8(I32_CONST).s33Index(0).u8(END);
                indices(count);
            });
        }
        return out.toByteArray();
    }

    private void section(int id, Runnable content) {
        out.u8(id).sized(content);
    }

    private void indices(int count) {
        out.u32(count);
        for (int i = 0; i < count; i++) {
            out.u32(i);
        }
    }

    private void tableType(int size) {
        out.u8(FUNCREF).u8(1).u32(size).u32(size);
    }

    private void types(List<CoreFuncType> types) {
        out.vector(types, type -> {
            out.u8(FUNC_TYPE);
            out.vector(type.params(), param -> out.u8(code(param)));
            out.vector(type.results(), result -> out.u8(code(result)));
        });
    }

    private static int code(CoreValType type) {
        if (!(type instanceof CoreNumType number)) {
            throw new IllegalArgumentException("the canonical ABI passes numbers alone, not " + type);
        }
        return switch (number) {
            case I32 -> 0x7f;
            case I64 -> 0x7e;
            case F32 -> 0x7d;
            case F64 -> 0x7c;
        };
    }
}
