package dev.wasmledger.cli.wasm;

import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.composer.Limits;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that begins as WebAssembly does. */
public final class WasmFile {

    private final String name;
    private final byte[] bytes;

    private WasmFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws DiagnosticException if it is missing, too large, or begins neither as a component nor as a core module
     */
    public static WasmFile read(Path path) {
        var place = new WholeFile(path.toString());
        if (!Files.isRegularFile(path)) {
            String what = Files.isDirectory(path)
                    ? "this is a folder, not a file"
                    : Files.exists(path) ? "this is no regular file" : "there is no such file";
            throw new DiagnosticException(Diagnostic.error("FILE0001", what, place));
        }
        byte[] bytes;
        try {
            if (Files.size(path) > Limits.COMPONENT_BYTES) {
                throw new DiagnosticException(Diagnostic.error(
                        "FILE0002", "the file has more than " + Limits.COMPONENT_BYTES + " bytes", place));
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new DiagnosticException(
                    Diagnostic.error("FILE0001", "the file cannot be read: " + e.getMessage(), place));
        }
        var file = new WasmFile(path.toString(), bytes);
        if (!file.isComponent() && !file.isCoreModule()) {
            throw file.isNoWebAssembly();
        }
        return file;
    }

    /**
     * Writes a file of WebAssembly, over the one that may be there.
     *
     * @throws DiagnosticException if that is no place for a file
     */
    public static void write(Path path, byte[] bytes) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null || !Files.isDirectory(folder)) {
            String what = Files.isDirectory(path)
                    ? "this is a folder, and a file is to be written"
                    : "the folder that this file is to be written to is not there";
            throw new DiagnosticException(Diagnostic.error("FILE0005", what, new WholeFile(path.toString())));
        }
        Files.write(path, bytes);
    }

    /** As it was given. */
    public String name() {
        return name;
    }

    /** All of it; nobody writes to the array. */
    public byte[] bytes() {
        return bytes;
    }

    public boolean isComponent() {
        return ComponentDecoder.isComponent(bytes);
    }

    public boolean isCoreModule() {
        return ComponentDecoder.isCoreModule(bytes);
    }

    /**
     * This file.
     *
     * @throws DiagnosticException if it is a component
     */
    public WasmFile requireCoreModule() {
        if (!isCoreModule()) {
            throw wrongKind("this is a component; a core module is asked for");
        }
        return this;
    }

    /**
     * This file.
     *
     * @throws DiagnosticException if it is a core module
     */
    public WasmFile requireComponent() {
        if (!isComponent()) {
            throw wrongKind("this is a core module; a component is asked for");
        }
        return this;
    }

    private DiagnosticException wrongKind(String what) {
        String hint = isCoreModule()
                ? "`wasmledger componentize` makes a component of it"
                : "give the module that it was made of";
        return new DiagnosticException(
                Diagnostic.error("FILE0004", what, new ByteOffset(name, 4)).withHint(hint));
    }

    private DiagnosticException isNoWebAssembly() {
        if (bytes.length == 0) {
            return new DiagnosticException(Diagnostic.error("FILE0004", "the file is empty", new WholeFile(name)));
        }
        boolean magic = bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 'a' && bytes[2] == 's' && bytes[3] == 'm';
        String what = magic
                ? "this is neither a component nor a core module of a known version"
                : "this is no WebAssembly: it does not begin with \\0asm";
        return new DiagnosticException(Diagnostic.error("FILE0004", what, new ByteOffset(name, magic ? 4 : 0)));
    }
}
