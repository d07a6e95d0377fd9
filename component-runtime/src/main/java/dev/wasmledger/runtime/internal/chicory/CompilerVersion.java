package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.compiler.internal.Compiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What compiled code depends on: the classes of the engine's compiler and of our rewriting. Their own bytes say more than
 * a version number does, and are there in every packaging.
 */
final class CompilerVersion {

    /** The engine's compiler: the class that drives it, those that emit, and what emitted code calls. */
    private static final List<String> COMPILER =
            List.of("Compiler", "WasmAnalyzer", "Emitters", "EmitterMap", "MethodRefs", "Shaded");

    private static final byte[] DIGEST = compute();

    private CompilerVersion() {}

    static byte[] digest() {
        return DIGEST.clone();
    }

    private static byte[] compute() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : COMPILER) {
                add(digest, Compiler.class, name);
            }
            add(digest, ModuleRewriter.class, "ModuleRewriter");
            add(digest, IndirectCallPrelude.class, "IndirectCallPrelude");
            add(digest, CountedMethod.class, "CountedMethod");
            add(digest, TrapMarkers.class, "TrapMarkers");
            add(digest, CompiledClasses.class, "CompiledClasses");
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, Class<?> beside, String name) {
        try (InputStream bytes = beside.getResourceAsStream(name + ".class")) {
            digest.update(bytes == null ? new byte[0] : bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
