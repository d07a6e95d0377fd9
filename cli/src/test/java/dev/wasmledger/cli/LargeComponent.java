package dev.wasmledger.cli;

import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Section;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** A component whose one module is so large that compiling it takes a while. */
final class LargeComponent {

    private static final int FUNCTIONS = 4000;
    private static final int ADDITIONS = 100;

    private LargeComponent() {}

    static byte[] bytes() {
        return ComponentEncoder.encode(new Component(List.of(
                section(Section.Kind.CORE_MODULE, new CoreModule(Bytes.of(module()))),
                section(
                        Section.Kind.CORE_INSTANCE,
                        new CoreInstance.Instantiate(new Index.CoreModule(0), List.of())))));
    }

    private static Section section(Section.Kind kind, dev.wasmledger.component.model.Definition definition) {
        return new Section(kind, 0, List.of(new Section.Entry(0, definition)));
    }

    /** Functions {@code () -> i32} that add ones. */
    private static byte[] module() {
        var types = new ByteArrayOutputStream();
        var bodies = new ByteArrayOutputStream();
        byte[] body = body();
        for (int i = 0; i < FUNCTIONS; i++) {
            types.write(0);
            bodies.writeBytes(size(body.length));
            bodies.writeBytes(body);
        }
        var module = new ByteArrayOutputStream();
        module.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f});
        addSection(module, 3, types.toByteArray());
        addSection(module, 10, bodies.toByteArray());
        return module.toByteArray();
    }

    /** Without locals: {@code i32.const 1}, and so often {@code i32.const 1, i32.add}. */
    private static byte[] body() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 0x41, 1});
        for (int i = 0; i < ADDITIONS; i++) {
            body.writeBytes(new byte[] {0x41, 1, 0x6a});
        }
        body.write(0x0b);
        return body.toByteArray();
    }

    private static void addSection(ByteArrayOutputStream module, int id, byte[] entries) {
        byte[] count = size(FUNCTIONS);
        module.write(id);
        module.writeBytes(size(count.length + entries.length));
        module.writeBytes(count);
        module.writeBytes(entries);
    }

    /** LEB128. */
    private static byte[] size(int value) {
        var bytes = new ByteArrayOutputStream();
        for (int left = value; ; left >>>= 7) {
            if (left < 0x80) {
                bytes.write(left);
                return bytes.toByteArray();
            }
            bytes.write((left & 0x7f) | 0x80);
        }
    }
}
