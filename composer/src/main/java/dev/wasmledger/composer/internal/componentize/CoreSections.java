package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.wit.ComponentTypeSection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A valid core module with its {@code component-type} sections taken out.
 *
 * @param module without them
 * @param componentTypes the content of each
 */
record CoreSections(Bytes module, List<Bytes> componentTypes) {

    private static final int PREAMBLE_BYTES = 8;
    private static final int CUSTOM_SECTION = 0;

    /** Takes a module apart; the caller has made sure that it is one. */
    static CoreSections of(byte[] module) {
        var in = ByteBuffer.wrap(module);
        var rest = new ByteWriter().raw(bytes(in, PREAMBLE_BYTES));
        var componentTypes = new ArrayList<Bytes>();
        while (in.hasRemaining()) {
            int start = in.position();
            int id = in.get();
            int end = u32(in) + in.position();
            if (id == CUSTOM_SECTION && ComponentTypeSection.isNamed(name(in))) {
                componentTypes.add(Bytes.of(bytes(in, end - in.position())));
            } else {
                in.position(start);
                rest.raw(bytes(in, end - start));
            }
            in.position(end);
        }
        return new CoreSections(Bytes.of(rest.toByteArray()), List.copyOf(componentTypes));
    }

    private static String name(ByteBuffer in) {
        return new String(bytes(in, u32(in)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int u32(ByteBuffer in) {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = in.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
