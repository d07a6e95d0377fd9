package dev.wasmledger.guest.teavm.internal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.teavm.vm.BuildTarget;

/** Keeps what TeaVM writes: the module, and beside it a runtime in JavaScript that nobody needs here. */
public final class MemoryTarget implements BuildTarget {

    private final Map<String, ByteArrayOutputStream> files = new HashMap<>();

    @Override
    public OutputStream createResource(String name) {
        return files.computeIfAbsent(name, file -> new ByteArrayOutputStream());
    }

    /** What was written under that name; nothing where TeaVM gave up before. */
    public byte[] file(String name) {
        ByteArrayOutputStream file = files.get(name);
        return file == null ? new byte[0] : file.toByteArray();
    }
}
